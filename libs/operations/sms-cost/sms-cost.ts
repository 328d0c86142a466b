/** What a part costs from a month on. */
export interface SmsPrice {
  /** First month, YYYY-MM. */
  readonly validFrom: string;
  readonly cents: number;
}

/** What an agency used in a month. */
export interface SmsUse {
  readonly agency: string;
  readonly messages: number;
  readonly segments: number;
}

export interface SmsStatement extends SmsUse {
  readonly period: string;
  readonly priceCents: number;
  /** Whole cents, half a cent up. */
  readonly amountCents: number;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export const isMonth = (text: string): boolean => MONTH.test(text);

/** The price that holds in a month; undefined when none does yet. */
export function priceIn(prices: readonly SmsPrice[], period: string): SmsPrice | undefined {
  return prices
    .filter(({ validFrom }) => validFrom <= period)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];
}

/** Parts times price, rounded once, over the whole. */
export function statementOf(use: SmsUse, period: string, price: SmsPrice): SmsStatement {
  // In ten-thousandths of a cent, as prices are written, so that no fraction is lost on the way.
  const exact = use.segments * Math.round(price.cents * 10_000);
  return { ...use, period, priceCents: price.cents, amountCents: Math.floor(exact / 10_000 + 0.5) };
}

/** Lines for invoicing (RFC 4180): amounts in euros with a point. */
export function statementCsv(statements: readonly SmsStatement[]): string {
  const lines = statements.map(({ period, agency, messages, segments, priceCents, amountCents }) =>
    [period, agency, messages, segments, (priceCents / 100).toFixed(6), (amountCents / 100).toFixed(2)].join(
      ',',
    ),
  );
  return ['period,agency,messages,segments,price_per_segment_eur,amount_eur', ...lines, ''].join('\r\n');
}
