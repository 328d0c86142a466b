import { join } from 'node:path';
import { AuditReader, RecordKeys, type AuditRecord } from '#libs/audit';
import { Database, type Queryable } from '#libs/database';
import { masterKeyFromFile } from '#libs/security';
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

/** Reads the audit trail of the stack as its own apps do, people opened. */
export async function auditReader(): Promise<AuditReader> {
  const opened = await database();
  const master = masterKeyFromFile(join(stack().dataFolder, 'master.key'));
  return new AuditReader(opened, RecordKeys.under(master, opened));
}

/** What the audit trail holds about one request, by the reference that the answer carried. */
export async function auditEvents(reference: string | null): Promise<AuditRecord[]> {
  return (await auditReader()).byReference(reference ?? '');
}

/** The same, once the record of an answer that does not wait for it has been written. */
export async function recordedEvents(reference: string | null): Promise<AuditRecord[]> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const events = await auditEvents(reference);
    if (events.length > 0) return events;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
}
