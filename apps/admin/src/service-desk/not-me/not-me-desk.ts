import type { AuditReader, AuditRecord } from '#libs/audit';
import type { Queryable } from '#libs/database';
import { days, type Clock, type FedId } from '#libs/kernel';
import { notMeReport, type NotMeReport, type OpenedReport } from './not-me-report.js';

/** Longer ago there is nothing to stop any more. */
const REPORTS_GO_BACK = days(180);
const MOST = 2_000;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export interface NotMeDeskParts {
  readonly database: Queryable;
  readonly history: Pick<AuditReader, 'search'>;
  readonly clock: Clock;
}

/** Reports "this was not me", for the service desk to look into. */
export class NotMeDesk {
  constructor(private readonly the: NotMeDeskParts) {}

  /** Newest first. */
  async reports(): Promise<NotMeReport[]> {
    const records = await this.records();
    const handled = await this.handled(records.map(({ id }) => id));
    return records.map((record) => notMeReport(record, handled));
  }

  async find(id: string): Promise<OpenedReport | undefined> {
    if (!UUID.test(id)) return undefined;
    const record = (await this.records()).find((one) => one.id === id);
    if (record?.subject === undefined) return undefined;
    return { ...notMeReport(record, await this.handled([id])), fedId: record.subject as FedId };
  }

  /** How many nobody took care of yet. */
  async open(): Promise<number> {
    return (await this.reports()).filter(({ handledAt }) => handledAt === undefined).length;
  }

  /** False when somebody did before. */
  async handle(id: string, staff: FedId): Promise<boolean> {
    const rows = await this.the.database.query(
      `insert into admin.not_me_handling (record, staff, handled_at) values ($1, $2, $3)
       on conflict do nothing returning 1`,
      [id, staff, this.the.clock.now()],
    );
    return rows.length === 1;
  }

  private records(): Promise<AuditRecord[]> {
    const now = this.the.clock.now().getTime();
    const [from, until] = [new Date(now - REPORTS_GO_BACK), new Date(now + days(1))];
    return this.the.history.search({ name: 'AccountChangeDisowned', from, until, limit: MOST });
  }

  private async handled(ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.the.database.query<{ record: string; handled_at: Date }>(
      'select record, handled_at from admin.not_me_handling where record = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.record, row.handled_at]));
  }
}
