import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { NOT_ME_SUBJECTS, type NotMeReport } from './not-me-report.js';
import { notMeTexts } from './not-me.texts.js';

const STATES = ['waits', 'handled'] as const;

export const stateOf = ({ handledAt }: NotMeReport): (typeof STATES)[number] =>
  handledAt === undefined ? 'waits' : 'handled';

export function notMeList(language: Language): ListDefinition<NotMeReport> {
  const t = notMeTexts.in(language);
  return {
    caption: t('title'),
    newestFirst: true,
    columns: [
      {
        key: 'at',
        heading: t('at'),
        text: ({ at }) => formatDateTime(at, language),
        order: ({ at }) => at.getTime(),
      },
      { key: 'subject', heading: t('subject'), text: ({ subject }) => t(subject) },
      {
        key: 'suspended',
        heading: t('suspended'),
        text: ({ suspended }) => String(suspended),
        order: ({ suspended }) => suspended,
        number: true,
      },
      { key: 'reference', heading: t('reference'), text: ({ reference }) => reference, sortable: false },
      { key: 'state', heading: t('state'), text: (report) => t(stateOf(report)) },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: STATES.map((value) => ({ value, label: t(value) })),
        matches: (report, value) => stateOf(report) === value,
      },
      {
        name: 'subject',
        label: t('subject'),
        options: NOT_ME_SUBJECTS.map((value) => ({ value, label: t(value) })),
        matches: ({ subject }, value) => subject === value,
      },
    ],
  };
}
