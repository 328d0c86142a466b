import { RecordsDestroyed, type AuditWriter } from '#libs/audit';
import { newReference, type Logger } from '#libs/http';
import type { Metrics } from '#libs/metrics';
import { failureClass, handle, type HandledJob } from '#libs/queue';
import type { ExpiredRows } from './expired-rows.js';
import { removeExpiredRowsJob } from './expiry.job.js';

/** Ties the clean-up to its job, and tells metrics and log what it did. */
export class Expiry {
  private readonly count;

  constructor(
    private readonly rows: ExpiredRows,
    private readonly audit: AuditWriter,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.count = metrics.counter<'table'>({
      name: 'csam_expired_rows_removed_total',
      help: 'Rows deleted because they had expired',
      labels: ['table'],
    });
  }

  readonly handler: HandledJob = handle(removeExpiredRowsJob, () => this.run());

  private async run(): Promise<void> {
    const reports = await this.rows.remove();
    for (const { table, removed, recorded, error } of reports) {
      if (removed > 0) this.count({ table }, removed);
      if (removed > 0 && recorded) await this.note(table, removed);
      if (error !== undefined) this.logger.error({ table, err: error }, 'expired rows could not be removed');
    }
    const failed = reports.find(({ error }) => error !== undefined);
    if (failed !== undefined)
      throw new Error(`${failed.table}: ${failureClass(failed.error)}`, { cause: failed.error });
  }

  private note(what: string, removed: number): Promise<void> {
    return this.audit.record(RecordsDestroyed, { reference: newReference(), data: { what, removed } });
  }
}
