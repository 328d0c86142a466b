import type { Language } from '#libs/kernel';
import type { Assignment } from '#libs/staff';
import { formatDate, labelled } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { officersTexts } from './officers.texts.js';

export type Officer = Pick<Assignment, 'id' | 'reason' | 'grantedAt'>;

/** @param appoints whether the reader may propose that one ends */
export function officerList(language: Language, office: string, appoints: boolean): ListDefinition<Officer> {
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
  };
}
