import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import { closedPlaces, openRecord } from './record-keys/open-record.js';
import type { RecordKey } from './record-keys/record-key.js';
import type { RecordKeys } from './record-keys/record-keys.js';

export interface AuditRecord {
  readonly id: string;
  readonly occurredAt: Date;
  readonly name: string;
  readonly reference: string;
  readonly subject?: string;
  readonly actor?: string;
  readonly application?: string;
  readonly agency?: string;
  readonly address?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Places of people who were erased since: `subject`, `actor` or a field of the data. */
  readonly erased?: readonly string[];
}

export interface AuditSearch {
  readonly from: Date;
  /** Not included. */
  readonly until: Date;
  readonly subject?: FedId;
  readonly application?: string;
  /** One of these. */
  readonly applications?: readonly string[];
  readonly agency?: string;
  readonly reference?: string;
  readonly name?: string;
  /** One of these. */
  readonly names?: readonly string[];
  /** The oldest first, instead of the newest. */
  readonly oldestFirst?: boolean;
  /** Continues after the last one already seen. */
  readonly before?: Pick<AuditRecord, 'id' | 'occurredAt'>;
  readonly limit?: number;
}

interface AuditRow {
  id: string;
  occurred_at: Date;
  name: string;
  reference: string;
  subject: string | null;
  actor: string | null;
  application: string | null;
  agency: string | null;
  address: string | null;
  data: Record<string, unknown>;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const COLUMNS = 'id, occurred_at, name, reference, subject, actor, application, agency, address::text, data';

/** Reads the audit record back: for the service desk, and for a person's own history. */
export class AuditReader {
  constructor(
    private readonly database: Queryable,
    private readonly keys: RecordKeys,
  ) {}

  /** What happened under one reference, in order. */
  async byReference(reference: string, limit = 200): Promise<AuditRecord[]> {
    return this.read('where reference = $1 order by occurred_at, id limit $2', [reference, limit]);
  }

  /** What concerns one person, newest first. `before` continues after the oldest one already seen. */
  async bySubject(
    subject: FedId,
    { limit = 50, before }: { limit?: number; before?: Date } = {},
  ): Promise<AuditRecord[]> {
    return this.read(
      `where subject = any($1) and ($3::timestamptz is null or occurred_at < $3) order by occurred_at desc, id desc limit $2`,
      [await this.namesOf(subject), limit, before ?? null],
    );
  }

  /** One record, when it concerns this person. */
  async bySubjectAndId(subject: FedId, id: string): Promise<AuditRecord | undefined> {
    if (!UUID.test(id)) return undefined;
    return (await this.read('where subject = any($1) and id = $2', [await this.namesOf(subject), id]))[0];
  }

  /** What matches every condition given, newest first unless the oldest are asked first; for operators, who say why they look. */
  async search(wanted: AuditSearch): Promise<AuditRecord[]> {
    const { subject, application, agency, reference, from, until, before, limit = 200 } = wanted;
    const [beyond, order] = wanted.oldestFirst === true ? ['>', 'asc'] : ['<', 'desc'];
    const people = subject === undefined ? undefined : await this.namesOf(subject);
    const equal = [people, application, agency, reference].map(orNull);
    const names = wanted.names ?? (wanted.name === undefined ? undefined : [wanted.name]);
    const after = [before?.occurredAt, before?.id].map(orNull);
    return this.read(
      `where occurred_at >= $1 and occurred_at < $2
         and ($3::text[] is null or subject = any($3)) and ($4::text is null or application = $4)
         and ($5::text is null or agency = $5) and ($6::text is null or reference = $6)
         and ($7::text[] is null or name = any($7))
         and ($8::timestamptz is null or (occurred_at, id) ${beyond} ($8, $9::uuid))
         and ($10::text[] is null or application = any($10))
       order by occurred_at ${order}, id ${order} limit $11`,
      [from, until, ...equal, orNull(names), ...after, orNull(wanted.applications), limit],
    );
  }

  private async read(condition: string, params: readonly unknown[]): Promise<AuditRecord[]> {
    const rows = await this.database.query<AuditRow>(
      `select ${COLUMNS} from audit.event ${condition}`,
      params,
    );
    const aliases = new Set(rows.flatMap(closedPlaces).map(({ alias }) => alias));
    const keys = await this.keys.byAlias([...aliases]);
    return rows.map((row) => recordOf(row, keys));
  }

  /** What stands in the record for a person: their alias, and the FedID in records of before there were any. */
  private async namesOf(fedId: FedId): Promise<string[]> {
    const alias = await this.keys.aliasOf(fedId);
    return alias === undefined ? [fedId] : [alias, fedId];
  }
}

const recordOf = (row: AuditRow, keys: ReadonlyMap<string, RecordKey>): AuditRecord => ({
  id: row.id,
  occurredAt: row.occurred_at,
  name: row.name,
  reference: row.reference,
  application: row.application ?? undefined,
  agency: row.agency ?? undefined,
  ...openRecord(row, keys),
});

const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** Makes the partitions of this and the coming months; the worker calls it daily. */
export async function ensureAuditPartitions(database: Queryable, monthsAhead = 2): Promise<void> {
  await database.query('select audit.ensure_partitions($1)', [monthsAhead]);
}
