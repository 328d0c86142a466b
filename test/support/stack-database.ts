import { Database, type Queryable } from '#libs/database';
import { stack } from './stack.js';

let opened: Promise<Database> | undefined;

/** Rows of the stack's database: for what only the database can tell, such as the audit trail. */
export async function rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  return (await database()).query<Row>(sql, parameters);
}

/** Work in the stack's database that holds whole or not at all. */
export async function inTransaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
  return (await database()).transaction(work);
}

/** Serves all spec files of this worker, and ends with it. */
function database(): Promise<Database> {
  opened ??= Database.open({ url: stack().databaseUrl, maxConnections: 2, applicationName: 'tests' });
  return opened;
}

export interface AuditEvent {
  readonly name: string;
  readonly subject: string | null;
  readonly application: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the audit trail holds about one request, by the reference that the answer carried. */
export function auditEvents(reference: string | null): Promise<AuditEvent[]> {
  return rows<AuditEvent>(
    'select name, subject, application, data from audit.event where reference = $1 order by id',
    [reference ?? ''],
  );
}

/** The same, once the record of an answer that does not wait for it has been written. */
export async function recordedEvents(reference: string | null): Promise<AuditEvent[]> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const events = await auditEvents(reference);
    if (events.length > 0) return events;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
}
