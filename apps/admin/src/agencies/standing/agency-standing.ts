import { AgenciesStore } from '#libs/agencies';
import { parseEnterpriseNumber, type Language, type LocalisedText } from '#libs/kernel';
import type { ChangedLine, ChangeKind } from '../../approvals/change-kind.js';
import type { AgencyNotices } from './agency-notices.js';
import { standingTexts } from './standing.texts.js';

/** Whether an agency takes part, and why not. */
export interface AgencyStanding {
  readonly name: LocalisedText;
  /** Why it is suspended; absent: it takes part. */
  readonly suspendedFor?: string;
}

/**
 * Suspends a whole agency, which takes one person and counts at once for all its applications, or lets it go on, which
 * takes two. Its managers are told either way.
 */
export const agencyStandingKind = (notices: AgencyNotices): ChangeKind<AgencyStanding> => ({
  name: 'agency-standing',

  async current(tx, subject) {
    await tx.query('select 1 from agencies.agency where number = $1 for update', [subject]);
    const found = await new AgenciesStore(tx).find(numberOf(subject));
    if (found === undefined) return undefined;
    const { name, suspension } = found;
    return { name, ...(suspension && { suspendedFor: suspension.reason }) };
  },

  sensitive: ({ suspendedFor }) => ({ production: suspendedFor === undefined }),

  async apply(tx, { subject, before, after }) {
    if (after === undefined) return;
    const agency = numberOf(subject);
    const { name, suspendedFor } = after;
    await new AgenciesStore(tx).setStanding(agency, suspendedFor);
    await notices.tell(tx, {
      agency,
      name,
      what: suspendedFor === undefined ? 'agency-resumed' : 'agency-suspended',
      reason: suspendedFor ?? before?.suspendedFor ?? '',
      path: `/agencies/${agency}`,
    });
  },

  title: (_subject, { name }, language) => standingTexts.in(language)('title', { name: name[language] }),

  lines: (before, after, language) => [lineOf(before, after, language)],
});

function lineOf(
  before: AgencyStanding | undefined,
  after: AgencyStanding | undefined,
  language: Language,
): ChangedLine {
  const t = standingTexts.in(language);
  const words = ({ suspendedFor }: AgencyStanding) =>
    suspendedFor === undefined ? t('goesOn') : t('stopped', { reason: suspendedFor });
  return {
    label: t('state'),
    ...(before && { before: words(before) }),
    ...(after && { after: words(after) }),
  };
}

function numberOf(subject: string) {
  const parsed = parseEnterpriseNumber(subject);
  if (parsed.kind === 'invalid') throw new Error('an agency is called by its enterprise number');
  return parsed.number;
}
