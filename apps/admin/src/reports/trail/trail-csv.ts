import type { AuditRecord } from '#libs/audit';
import { toCsv } from '../../frame/list/csv.js';
import { shownFields } from './event-words.js';

/** The transactions as a file: words of the record, moments in UTC; nothing about persons. */
export function trailCsv(records: readonly AuditRecord[]): string {
  return toCsv(
    ['moment', 'event', 'reference', 'key', 'details', 'record'],
    records.map((record) => [
      record.occurredAt.toISOString(),
      record.name,
      record.reference,
      typeof record.data.key === 'string' ? record.data.key : '',
      shownFields(record)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
      record.id,
    ]),
  );
}
