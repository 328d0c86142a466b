import { AgenciesStore } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import { formatEnterpriseNumber, type EnterpriseNumber, type FedId, type Language } from '#libs/kernel';
import { StaffStore } from '#libs/staff';
import type { ChangedLine, ChangeKind, ChangeToApply } from '../approvals/change-kind.js';
import type { AgencyWish } from './agency-form.js';
import { agenciesTexts } from './agencies.texts.js';

/** An agency that wants to join, with who will manage it. */
export type JoiningAgency = AgencyWish & {
  readonly manager: FedId;
  readonly managerName: string;
  /** As the KBO calls it; null when no data of the KBO was there to look in. */
  readonly kboName: string | null;
};

/** An agency joins when a second person, at the service desk, agrees: from then on its manager may work. */
export const agencyKind: ChangeKind<JoiningAgency> = {
  name: 'agency',

  // Only agencies that are not known yet are asked for; the form refuses the others.
  current: async () => undefined,

  sensitive: ({ manager, signatory }) => ({
    roles: [`agency-manager ${manager}`, ...(signatory ? [`agency-signatory ${manager}`] : [])],
  }),

  async apply(tx: Queryable, { after, approvedBy }: ChangeToApply<JoiningAgency>): Promise<void> {
    if (after === undefined) return;
    const { number, name, audience, task, manager, managerName, signatory } = after;
    await new AgenciesStore(tx).ensure({ number, name });
    await tx.query(
      `insert into onboarding.agency_details (agency, audience, task) values ($1, $2, $3)
       on conflict (agency) do nothing`,
      [number, audience, task],
    );
    const staff = new StaffStore(tx);
    const given = {
      fedId: manager,
      scope: { kind: 'agency', agency: number } as const,
      reason: managerName,
    };
    for (const role of ['agency-manager', ...(signatory ? ['agency-signatory' as const] : [])] as const) {
      await staff.grant({ ...given, role, ...(approvedBy !== undefined && { grantedBy: approvedBy }) });
    }
  },

  title: (_subject, { name }, language) => agenciesTexts.in(language)('joinTitle', { name: name[language] }),

  lines: (_before, after, language) => (after === undefined ? [] : linesOf(after, language)),
};

function linesOf(
  { number, name, kboName, managerName, audience, task, signatory }: JoiningAgency,
  language: Language,
): ChangedLine[] {
  const t = agenciesTexts.in(language);
  return [
    { label: t('number'), after: formatEnterpriseNumber(number) },
    { label: t('kboName'), after: kboName ?? t('kboNotLoaded') },
    { label: t('name'), after: name[language] },
    { label: t('audience'), after: t(audience) },
    { label: t('task'), after: task },
    { label: t('manager'), after: managerName },
    { label: t('signatory'), after: t(signatory ? 'yes' : 'no') },
  ];
}

/** What the agency told about itself when it joined; nothing for one that an operator added. */
export async function agencyDetails(
  database: Queryable,
  agency: EnterpriseNumber,
): Promise<{ readonly audience: AgencyWish['audience']; readonly task: string } | undefined> {
  const [row] = await database.query<{ audience: AgencyWish['audience']; task: string }>(
    'select audience, task from onboarding.agency_details where agency = $1',
    [agency],
  );
  return row;
}
