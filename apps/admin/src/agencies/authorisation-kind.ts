import { AgenciesStore } from '#libs/agencies';
import { attributeLabel } from '#libs/attributes';
import type { EnterpriseNumber } from '#libs/kernel';
import type { ChangeKind } from '../approvals/change-kind.js';
import { basesTexts } from './bases.texts.js';
import type { BasisWish } from './authorisation-form.js';

/** A legal basis of an agency. */
export type AgencyBasis = BasisWish & { readonly agency: EnterpriseNumber };

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
    const { agency, attributes, ...basis } = after;
    await new AgenciesStore(tx).ensureLegalBasis(agency, basis, attributes);
  },
  title: (_subject, { kind, reference }, language) => `${basesTexts.in(language)(kind)}: ${reference}`,
  lines(_before, after, language) {
    if (after === undefined) return [];
    const t = basesTexts.in(language);
    return [
      { label: t('kind'), after: t(after.kind) },
      { label: t('reference'), after: after.reference },
      { label: t('validFrom'), after: after.validFrom },
      { label: t('validUntil'), after: after.validUntil ?? '–' },
      {
        label: t('attributes'),
        after: after.attributes.map((name) => attributeLabel(name, language)).join(', '),
      },
    ];
  },
};

export const basisSubject = ({ agency, kind, reference }: AgencyBasis): string =>
  `${agency}/${kind}/${reference}`;
