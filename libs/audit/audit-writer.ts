import type { Queryable } from '#libs/database';
import { systemClock, type Clock } from '#libs/kernel';
import type { AuditEvent, AuditFields } from './audit-event.js';
import { AuditUnavailableError } from './audit-unavailable.js';
import { isDataError } from './data-error.js';
import { draftRecord, type AuditEntry, type DraftRecord, type LaterRecord } from './draft-record.js';
import type { RecordKeys } from './record-keys/record-keys.js';
import { COLUMNS, INSERT_MANY, INSERT_ONE, withRecords, type RecordedChange } from './recorded-change.js';

export interface AuditWriterOptions {
  /** Must commit durably; the role needs insert on audit.event. */
  readonly database: Queryable;
  /** Under which the people of a record are closed away. */
  readonly keys: RecordKeys;
  readonly clock?: Clock;
  /** Most records in one INSERT. */
  readonly batch?: number;
  /** Most records that may wait; further ones are refused at once. */
  readonly waiting?: number;
}

interface Pending {
  readonly draft: DraftRecord;
  readonly written: () => void;
  readonly refused: (error: Error) => void;
}

/** Longest a record waits for company, in milliseconds. */
const SOON = 25;

/**
 * Writes the audit record. `record` resolves after the database has committed, so that no answer leaves
 * without its record, and rejects when the database refuses.
 *
 * Group commit: while one INSERT is under way the records that arrive wait, and go together into the next.
 */
export class AuditWriter {
  private readonly database: Queryable;
  private readonly keys: RecordKeys;
  private readonly clock: Clock;
  private readonly batch: number;
  private readonly waiting: number;
  private readonly queue: Pending[] = [];
  private flushing: Promise<void> | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private lost = 0;

  constructor({ database, keys, clock = systemClock, batch = 500, waiting = 5_000 }: AuditWriterOptions) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.batch = batch;
    this.waiting = waiting;
  }

  /**
   * @throws AuditUnavailableError when it could not be written
   * @throws AuditContentError when it holds what may not be recorded
   */
  record<const F extends AuditFields>(event: AuditEvent<F>, entry: AuditEntry<F>): Promise<void> {
    return this.write(event, entry, () => this.flushNow());
  }

  /**
   * The same for what no answer waits for: the record leaves with the next one that somebody waits for, or after a
   * moment, so that it seldom needs a commit of its own.
   */
  recordSoon<const F extends AuditFields>(event: AuditEvent<F>, entry: AuditEntry<F>): Promise<void> {
    return this.write(event, entry, () => {
      this.gathering ??= setTimeout(() => {
        // While others are being written it leaves after them, and the next ones get a moment of their own.
        this.gathering = undefined;
        this.flushNow();
      }, SOON);
    });
  }

  /**
   * Carries out a change and writes its record in one statement: neither is there without the other.
   *
   * @example
   * const moved = await audit.changing(SignInCompleted, entry)({ name, sql: 'update … returning 1', values });
   */
  changing<const F extends AuditFields>(event: AuditEvent<F>, entry: AuditEntry<F>): RecordedChange {
    return this.changingWith([this.later(event, entry)]);
  }

  /** The same with several records, in their order. */
  changingWith(records: readonly LaterRecord[]): RecordedChange {
    return async (change) => {
      const drafts = records.map((draft) => draft());
      const rows = await this.written(async () => {
        const closed = await this.closed(drafts);
        const sql = withRecords(change, drafts.length);
        return this.database.prepared(`audit.${change.name}`, sql, [...change.values, ...closed.flat()]);
      });
      return rows.length > 0;
    };
  }

  /** A record for {@link changingWith}, of the moment at which it is written. */
  later<const F extends AuditFields>(event: AuditEvent<F>, entry: AuditEntry<F>): LaterRecord {
    return () => draftRecord(event, entry, this.clock.now());
  }

  /**
   * Records in a transaction, which has to commit to disk: whoever holds rows locked may not wait for another connection.
   */
  async recordIn<const F extends AuditFields>(
    tx: Queryable,
    event: AuditEvent<F>,
    entry: AuditEntry<F>,
  ): Promise<void> {
    const draft = draftRecord(event, entry, this.clock.now());
    await this.written(async () => {
      const [record] = await this.closed([draft], tx);
      return tx.prepared('audit.insert-one', INSERT_ONE, record);
    });
  }

  private async written(write: () => Promise<unknown[]>): Promise<unknown[]> {
    try {
      return await write();
    } catch (cause) {
      this.lost += 1;
      throw new AuditUnavailableError('The audit record could not be written.', { cause });
    }
  }

  private async write<const F extends AuditFields>(
    event: AuditEvent<F>,
    entry: AuditEntry<F>,
    begin: () => void,
  ): Promise<void> {
    const draft = draftRecord(event, entry, this.clock.now());
    if (this.queue.length >= this.waiting) {
      this.lost += 1;
      throw new AuditUnavailableError('Too many audit records are waiting.');
    }
    await new Promise<void>((resolve, reject) => {
      this.queue.push({ draft, written: resolve, refused: reject });
      begin();
    });
  }

  /** Records that could not be written since the process began, and whose requests were refused for it: an alarm. */
  get refusals(): number {
    return this.lost;
  }

  /** Resolves when nothing waits any more; for a graceful stop. */
  async drain(): Promise<void> {
    if (this.queue.length > 0) this.flushNow();
    await this.flushing;
  }

  private flushNow(): void {
    this.flushing ??= this.flush();
  }

  private async flush(): Promise<void> {
    // Lets the requests of this turn of the event loop join.
    await new Promise(setImmediate);
    clearTimeout(this.gathering);
    this.gathering = undefined;
    while (this.queue.length > 0) await this.writeOrRefuse(this.queue.splice(0, this.batch));
    this.flushing = undefined;
  }

  private async writeOrRefuse(records: readonly Pending[]): Promise<void> {
    try {
      await this.insert(records);
      for (const { written } of records) written();
    } catch (cause) {
      if (records.length > 1 && isDataError(cause)) {
        // One bad record must not take the others with it.
        for (const record of records) await this.writeOrRefuse([record]);
        return;
      }
      this.lost += records.length;
      for (const { refused } of records) {
        refused(new AuditUnavailableError('The audit record could not be written.', { cause }));
      }
    }
  }

  private async insert(records: readonly Pending[]): Promise<void> {
    const rows = await this.closed(records.map(({ draft }) => draft));
    const columns = Array.from({ length: COLUMNS }, (_, at) => rows.map((values) => values[at]));
    await this.database.prepared('audit.insert', INSERT_MANY, columns);
  }

  /** Values of the columns, their people closed away. */
  private async closed(drafts: readonly DraftRecord[], tx?: Queryable) {
    const persons = [...new Set(drafts.flatMap((draft) => draft.persons))];
    const keys = await this.keys.of(persons, tx);
    return drafts.map((draft) => draft.values(keys));
  }
}
