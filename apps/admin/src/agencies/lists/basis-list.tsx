import type { Authorisation } from '#libs/agencies';
import { LEGAL_BASIS_KINDS } from '#libs/attributes';
import { days, type EnterpriseNumber, type Language } from '#libs/kernel';
import { formatDate } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { belgianDay } from '../../reports/period.js';
import { agenciesTexts } from '../agencies.texts.js';
import { basesTexts } from '../bases.texts.js';
import { Documents } from '../documents/documents.js';
import type { BasisDocument } from '../documents/documents.store.js';

const VALIDITY = ['valid', 'ending', 'over'] as const;
/** The agency is reminded in this time before one ends. */
const ENDING = days(90);

export interface BasisListParts {
  readonly language: Language;
  readonly staff: StaffView;
  readonly agency: EnterpriseNumber;
  readonly documents: readonly BasisDocument[];
  readonly now: Date;
}

/** The authorisations of an agency, with their texts. */
export function basisList(parts: BasisListParts): ListDefinition<Authorisation> {
  const { language, staff, agency, documents, now } = parts;
  const b = basesTexts.in(language);
  const of = ({ kind, reference }: Authorisation) =>
    documents.filter((one) => one.kind === kind && one.reference === reference);
  return {
    caption: agenciesTexts.in(language)('bases'),
    columns: [
      {
        key: 'reference',
        heading: b('reference'),
        text: ({ reference, kind }) => `${reference} (${b(kind)})`,
        cell: ({ reference, kind }) => (
          <>
            {reference}
            <span class="small soft under">{b(kind)}</span>
          </>
        ),
      },
      {
        key: 'until',
        heading: b('validUntil'),
        text: ({ validUntil }) =>
          validUntil === undefined ? '–' : formatDate(new Date(validUntil), language),
        order: ({ validUntil }) => validUntil ?? '9999',
      },
      {
        key: 'document',
        heading: b('document'),
        text: (basis) =>
          of(basis)
            .map(({ uploadedAt }) => b('documentOf', { moment: formatDate(uploadedAt, language) }))
            .join(', ') || b('documentNone'),
        cell: (basis) => (
          <Documents {...{ language, staff, agency, basis: basis.id }} documents={of(basis)} />
        ),
      },
    ],
    filters: [
      {
        name: 'kind',
        label: b('kind'),
        options: LEGAL_BASIS_KINDS.map((value) => ({ value, label: b(value) })),
        matches: ({ kind }, value) => kind === value,
      },
      {
        name: 'validity',
        label: b('validity'),
        options: VALIDITY.map((value) => ({ value, label: b(value) })),
        matches: (basis, value) => validityOf(basis, now) === value,
      },
    ],
  };
}

function validityOf({ validUntil }: Authorisation, now: Date): (typeof VALIDITY)[number] {
  if (validUntil === undefined) return 'valid';
  if (validUntil < belgianDay(now)) return 'over';
  return validUntil <= belgianDay(new Date(now.getTime() + ENDING)) ? 'ending' : 'valid';
}
