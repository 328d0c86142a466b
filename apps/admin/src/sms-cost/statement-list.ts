import { formatEnterpriseNumber, type EnterpriseNumber, type Language } from '#libs/kernel';
import type { ListDefinition } from '../frame/list/list.js';
import { euros } from '../reports/application-report.js';
import { number } from '../reports/dashboard/figures.js';
import type { StatementRow } from './sms-cost-desk.js';
import { smsCostTexts } from './sms-cost.texts.js';

/** Below this, in cents, an invoice costs more than it brings in. */
const SMALL = 2_500;
const SIZES = ['small', 'larger'] as const;

/** What each agency owes for a month. */
export function statementList(language: Language): ListDefinition<StatementRow> {
  const t = smsCostTexts.in(language);
  return {
    caption: t('table'),
    columns: [
      { key: 'agency', heading: t('agency'), text: ({ name }) => name[language] },
      {
        key: 'number',
        heading: t('number'),
        text: ({ agency }) => formatEnterpriseNumber(agency as EnterpriseNumber),
      },
      {
        key: 'messages',
        heading: t('messages'),
        text: ({ messages }) => number(messages, language),
        order: ({ messages }) => messages,
        number: true,
      },
      {
        key: 'segments',
        heading: t('segments'),
        text: ({ segments }) => number(segments, language),
        order: ({ segments }) => segments,
        number: true,
      },
      {
        key: 'price',
        heading: t('price'),
        text: ({ priceCents }) => priceCents.toLocaleString(`${language}-BE`, { maximumFractionDigits: 4 }),
        order: ({ priceCents }) => priceCents,
        number: true,
      },
      {
        key: 'amount',
        heading: t('amount'),
        text: ({ amountCents }) => euros(amountCents, language),
        order: ({ amountCents }) => amountCents,
        number: true,
      },
    ],
    filters: [
      {
        name: 'size',
        label: t('amount'),
        options: SIZES.map((value) => ({ value, label: t(value, { amount: euros(SMALL, language) }) })),
        matches: ({ amountCents }, value) => amountCents < SMALL === (value === 'small'),
      },
    ],
  };
}
