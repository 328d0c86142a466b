import { AgenciesStore } from '#libs/agencies';
import { attributeLabel } from '#libs/attributes';
import type { EnterpriseNumber, Language } from '#libs/kernel';
import { labelled } from '#libs/texts';
import type { ChangedLine, ChangeKind } from '../approvals/change-kind.js';
import { basesTexts } from './bases.texts.js';
import type { BasisWish } from './authorisation-form.js';
import type { BasisDocument } from './documents/documents.store.js';

/** A legal basis of an agency. */
export type AgencyBasis = BasisWish & {
  readonly agency: EnterpriseNumber;
  /** Its text, as it was handed in. */
  readonly document?: Pick<BasisDocument, 'id' | 'hash' | 'size'>;
  /** Why there is none. */
  readonly noDocument?: string;
};

/** An agency may lean on a legal basis when a second person, at the service desk, has looked at it. */
export const authorisationKind: ChangeKind<AgencyBasis> = {
  name: 'authorisation',
  // Only bases that are not known yet are asked for; the form refuses the others.
  current: async () => undefined,
  sensitive: ({ kind, reference, attributes }) => ({
    attributes: attributes.map((name) => `${kind} ${reference} ${name}`),
  }),
  async apply(tx, { after }) {
    if (after === undefined) return;
    const { agency, attributes, document: _document, noDocument: _why, ...basis } = after;
    await new AgenciesStore(tx).ensureLegalBasis(agency, basis, attributes);
  },
  title: (_subject, { kind, reference }, language) =>
    labelled(basesTexts.in(language)(kind), reference, language),
  lines(_before, after, language) {
    if (after === undefined) return [];
    const t = basesTexts.in(language);
    return [
      { label: t('kind'), after: t(after.kind) },
      { label: t('reference'), after: after.reference },
      { label: t('validFrom'), after: after.validFrom },
      { label: t('validUntil'), after: after.validUntil ?? '–' },
      documentLine(after, language),
      {
        label: t('attributes'),
        after: after.attributes.map((name) => attributeLabel(name, language)).join(', '),
      },
    ];
  },
};

/** Its hash stands in the request for good: what was looked at can be told from what came later. */
function documentLine({ agency, document, noDocument = '–' }: AgencyBasis, language: Language): ChangedLine {
  const t = basesTexts.in(language);
  const label = t('document');
  if (document === undefined) return { label, after: t('documentNoneWhy', { why: noDocument }) };
  const { id, hash, size } = document;
  return {
    label,
    after: t('documentWords', { size: Math.ceil(size / 1_000), hash }),
    href: documentAddress(agency, id),
  };
}

export const documentAddress = (agency: EnterpriseNumber, id: string): string =>
  `/agencies/${agency}/documents/${id}`;

export const basisSubject = ({ agency, kind, reference }: AgencyBasis): string =>
  `${agency}/${kind}/${reference}`;
