import { days, type Language } from '#libs/kernel';
import type { Assignment } from '#libs/staff';
import { formatDate, labelled } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { officersTexts } from './officers.texts.js';

export type Officer = Pick<Assignment, 'id' | 'reason' | 'grantedAt'>;

/** Appointments are looked over once a year. */
const YEAR = days(365);
const AGES = ['lastYear', 'longer'] as const;

export interface OfficerListParts {
  readonly language: Language;
  readonly office: string;
  /** whether the reader may propose that one ends */
  readonly appoints: boolean;
  readonly now: Date;
}

/** Who registers people at an office. */
export function officerList(parts: OfficerListParts): ListDefinition<Officer> {
  const { language, office, appoints, now } = parts;
  const t = officersTexts.in(language);
  return {
    caption: t('title'),
    columns: [
      { key: 'officer', heading: t('officer'), text: ({ reason }) => reason },
      {
        key: 'since',
        heading: t('since'),
        text: ({ grantedAt }) => formatDate(grantedAt, language),
        order: ({ grantedAt }) => grantedAt.getTime(),
      },
      ...(appoints
        ? [
            {
              key: 'end',
              heading: t('end'),
              text: () => '',
              cell: ({ id, reason }: Officer) => (
                <a
                  href={`/registration/offices/${office}/officers/${id}`}
                  aria-label={labelled(t('end'), reason, language)}
                >
                  {t('end')}
                </a>
              ),
              sortable: false,
            },
          ]
        : []),
    ],
    filters: [
      {
        name: 'age',
        label: t('since'),
        options: AGES.map((value) => ({ value, label: t(value) })),
        matches: ({ grantedAt }, value) =>
          now.getTime() - grantedAt.getTime() < YEAR === (value === 'lastYear'),
      },
    ],
  };
}
