import { leafHash } from './merkle.js';

/** A record as it stands in the table; the moment with its microseconds, as text. */
export interface StoredRecord {
  readonly id: string;
  readonly occurred_at: string;
  readonly name: string;
  readonly reference: string;
  readonly subject: string | null;
  readonly actor: string | null;
  readonly application: string | null;
  readonly agency: string | null;
  readonly address: string | null;
  readonly data: unknown;
}

/** Columns that make a {@link StoredRecord}; every one of them is sealed. */
export const RECORD_COLUMNS = `id, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at,
  name, reference, subject, actor, application, agency, address::text as address, data`;

/** The same text for the same content, whatever the order in which a database or a program gives it (RFC 8785). */
export function canonicalRecord(record: StoredRecord): string {
  const { id, occurred_at, name, reference, subject, actor, application, agency, address, data } = record;
  return canonical({
    id,
    occurred_at,
    name,
    reference,
    subject,
    actor,
    application,
    agency,
    address,
    data,
  });
}

export const recordHash = (record: StoredRecord): Buffer => leafHash(canonicalRecord(record));

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.join(',')}}`;
}
