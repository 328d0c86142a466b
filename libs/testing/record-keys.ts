import { AuditReader, RecordKeys, type AuditRecord, type AuditSearch } from '#libs/audit';
import type { Queryable } from '#libs/database';
import { MasterKey } from '#libs/security';

const SPEC_MASTER = MasterKey.fromSecret(Buffer.alloc(32, 7));

/** Keys of people in the audit record of a specification; of an app that was started there, name its master key. */
export const specRecordKeys = (database: Queryable, master = SPEC_MASTER): RecordKeys =>
  RecordKeys.under(master, database);

/** Reads the audit record, people opened: those that were recorded under this master key. */
export const specAuditReader = (database: Queryable, master?: MasterKey): AuditReader =>
  new AuditReader(database, specRecordKeys(database, master));

/** Every record that is wanted, the oldest first and people opened. */
export const everyRecord = (
  reader: AuditReader,
  wanted: Omit<AuditSearch, 'from' | 'until'> = {},
): Promise<AuditRecord[]> =>
  reader.search({
    from: new Date(0),
    until: new Date(Date.now() + 86_400_000),
    oldestFirst: true,
    limit: 10_000,
    ...wanted,
  });
