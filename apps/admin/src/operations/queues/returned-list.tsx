import { days, formatEnterpriseNumber, type Language } from '#libs/kernel';
import type { ReturnedContact } from '#libs/operations';
import { formatDateTime } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { queueTexts } from './queues.texts.js';

const AGES = ['recent', 'old'] as const;
const MONTH = days(30);

/** Agencies of which mail came back: never to whom it went. */
export function returnedList(language: Language, now: Date): ListDefinition<ReturnedContact> {
  const t = queueTexts.in(language);
  return {
    caption: t('returned'),
    columns: [
      {
        key: 'agency',
        heading: t('agency'),
        text: ({ agency }) => formatEnterpriseNumber(agency),
        cell: ({ agency }) => <span data-agency={agency}>{formatEnterpriseNumber(agency)}</span>,
      },
      {
        key: 'contacts',
        heading: t('contacts'),
        text: ({ contacts }) => `${contacts}`,
        order: ({ contacts }) => contacts,
        number: true,
      },
      {
        key: 'since',
        heading: t('since'),
        text: ({ since }) => formatDateTime(since, language),
        order: ({ since }) => since.getTime(),
      },
    ],
    filters: [
      {
        name: 'age',
        label: t('since'),
        options: AGES.map((value) => ({ value, label: t(value) })),
        matches: ({ since }, value) => now.getTime() - since.getTime() < MONTH === (value === 'recent'),
      },
    ],
  };
}
