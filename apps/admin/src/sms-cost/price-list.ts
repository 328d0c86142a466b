import type { Language } from '#libs/kernel';
import type { SmsPrice } from '#libs/operations';
import type { ListDefinition } from '../frame/list/list.js';
import { periodOf, shifted } from '../reports/period.js';
import { smsCostTexts } from './sms-cost.texts.js';

const STANDS = ['over', 'holds', 'comes'] as const;

/** A price with the months in which it holds. */
export interface ListedPrice extends SmsPrice {
  /** `YYYY-MM`; undefined: no end is known */
  readonly validUntil: string | undefined;
  readonly stands: (typeof STANDS)[number];
}

/** @param prices newest first @param month the present one */
export function listedPrices(prices: readonly SmsPrice[], month: string): ListedPrice[] {
  return prices.map((price, at) => {
    const validUntil = monthBefore(prices[at - 1]?.validFrom);
    const begun = price.validFrom <= month;
    const over = validUntil !== undefined && validUntil < month;
    return { ...price, validUntil, stands: over ? 'over' : begun ? 'holds' : 'comes' };
  });
}

export function priceList(language: Language): ListDefinition<ListedPrice> {
  const t = smsCostTexts.in(language);
  return {
    caption: t('prices'),
    newestFirst: true,
    columns: [
      { key: 'from', heading: t('validFrom'), text: ({ validFrom }) => validFrom },
      {
        key: 'until',
        heading: t('validUntil'),
        text: ({ validUntil }) => validUntil ?? t('untilFurther'),
      },
      {
        key: 'price',
        heading: t('cents'),
        text: ({ cents }) => cents.toLocaleString(`${language}-BE`, { maximumFractionDigits: 4 }),
        order: ({ cents }) => cents,
        number: true,
      },
      { key: 'stands', heading: t('stands'), text: ({ stands }) => t(stands) },
    ],
    filters: [
      {
        name: 'stands',
        label: t('stands'),
        options: STANDS.map((value) => ({ value, label: t(value) })),
        matches: ({ stands }, value) => stands === value,
      },
    ],
  };
}

function monthBefore(month: string | undefined): string | undefined {
  const period = month === undefined ? undefined : periodOf(month);
  return period && shifted(period, -1);
}
