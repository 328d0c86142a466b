import type { Database, Queryable } from '#libs/database';
import { SmsUsage } from '#libs/messaging';
import { priceIn, statementOf, type SmsPrice, type SmsStatement } from './sms-cost.js';

interface StatementRow {
  period: string;
  agency: string;
  messages: number;
  segments: number;
  price_cents: string;
  amount_cents: string;
}

/** Prices and statements of text messages. */
export class SmsCostStore {
  constructor(private readonly database: Queryable) {}

  async prices(): Promise<SmsPrice[]> {
    const rows = await this.database.query<{ valid_from: string; cents: string }>(
      'select valid_from, cents from operations.sms_price order by valid_from',
    );
    return rows.map(({ valid_from: validFrom, cents }) => ({ validFrom, cents: Number(cents) }));
  }

  /** false when the month has a price already: prices are never changed afterwards. */
  async addPrice({ validFrom, cents }: SmsPrice, by: string): Promise<boolean> {
    const rows = await this.database.query(
      `insert into operations.sms_price (valid_from, cents, created_by) values ($1, $2, $3)
       on conflict do nothing returning valid_from`,
      [validFrom, cents, by],
    );
    return rows.length === 1;
  }

  /** As closed; empty while the month is open. */
  async closed(period: string): Promise<SmsStatement[]> {
    const rows = await this.database.query<StatementRow>(
      `select period, agency, messages, segments, price_cents, amount_cents
         from operations.sms_statement where period = $1 order by agency`,
      [period],
    );
    return rows.map((row) => ({
      period: row.period,
      agency: row.agency,
      messages: row.messages,
      segments: row.segments,
      priceCents: Number(row.price_cents),
      amountCents: Number(row.amount_cents),
    }));
  }

  /** What each agency used so far, at the price that holds; empty when none does. */
  async open(period: string): Promise<SmsStatement[]> {
    const price = priceIn(await this.prices(), period);
    if (price === undefined) return [];
    const used = await new SmsUsage(this.database).of(period);
    return used.map((use) => statementOf(use, period, price));
  }

  async insert(statement: SmsStatement): Promise<void> {
    const { period, agency, messages, segments, priceCents, amountCents } = statement;
    await this.database.query(
      `insert into operations.sms_statement (period, agency, messages, segments, price_cents, amount_cents)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [period, agency, messages, segments, priceCents, amountCents],
    );
  }
}

/** Closes a month that is over: what is owed is written once and stays. Returns the number of agencies. */
export function closeMonth(database: Database, period: string): Promise<number> {
  return database.transaction(async (tx) => {
    const store = new SmsCostStore(tx);
    const statements = await store.open(period);
    for (const statement of statements) await store.insert(statement);
    return statements.length;
  });
}
