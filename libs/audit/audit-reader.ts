import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

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
  constructor(private readonly database: Queryable) {}

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
      `where subject = $1 and ($3::timestamptz is null or occurred_at < $3) order by occurred_at desc, id desc limit $2`,
      [subject, limit, before ?? null],
    );
  }

  /** One record, when it concerns this person. */
  async bySubjectAndId(subject: FedId, id: string): Promise<AuditRecord | undefined> {
    if (!UUID.test(id)) return undefined;
    return (await this.read('where subject = $1 and id = $2', [subject, id]))[0];
  }

  /** What matches every condition given, newest first unless the oldest are asked first; for operators, who say why they look. */
  async search(wanted: AuditSearch): Promise<AuditRecord[]> {
    const { subject, application, agency, reference, from, until, before, limit = 200 } = wanted;
    const [beyond, order] = wanted.oldestFirst === true ? ['>', 'asc'] : ['<', 'desc'];
    const equal = [subject, application, agency, reference].map(orNull);
    const names = wanted.names ?? (wanted.name === undefined ? undefined : [wanted.name]);
    const after = [before?.occurredAt, before?.id].map(orNull);
    return this.read(
      `where occurred_at >= $1 and occurred_at < $2
         and ($3::text is null or subject = $3) and ($4::text is null or application = $4)
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
    return rows.map(({ occurred_at: occurredAt, id, name, reference, data, ...optional }) => ({
      id,
      occurredAt,
      name,
      reference,
      data,
      subject: optional.subject ?? undefined,
      actor: optional.actor ?? undefined,
      application: optional.application ?? undefined,
      agency: optional.agency ?? undefined,
      address: optional.address ?? undefined,
    }));
  }
}

const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** Makes the partitions of this and the coming months; the worker calls it daily. */
export async function ensureAuditPartitions(database: Queryable, monthsAhead = 2): Promise<void> {
  await database.query('select audit.ensure_partitions($1)', [monthsAhead]);
}
