/** A statement that changes something and returns a row when it did. */
export interface Change {
  readonly name: string;
  /** `name as (…)`: what changes along with it, which PostgreSQL takes at the head of a statement only. */
  readonly along?: string;
  readonly sql: string;
  /** `name as (…)`: what changes after it, and only when it did, for which it reads the rows of `change`. */
  readonly after?: string;
  readonly values: readonly unknown[];
}

/** Carries out a change together with its record: both, or neither and false. */
export type RecordedChange = (change: Change) => Promise<boolean>;

const TYPES = [
  'uuid',
  'timestamptz',
  'text',
  'text',
  'text',
  'text',
  'text',
  'text',
  'cidr',
  'jsonb',
  'text',
] as const;

export const COLUMNS = TYPES.length;

// One array per column: the statement stays the same for any number of records, so it is prepared once.
export const INSERT_MANY = `
insert into audit.event (id, occurred_at, name, reference, subject, actor, application, agency, address, data, retention)
select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                     $8::text[], $9::cidr[], $10::jsonb[], $11::text[])`;

const INSERT = `
    insert into audit.event (id, occurred_at, name, reference, subject, actor, application, agency, address, data,
                             retention)`;

/** The values of one record, numbered after so many others. */
const rowAfter = (others: number): string =>
  TYPES.map((type, at) => `$${others + at + 1}::${type}`).join(', ');

export const INSERT_ONE = `${INSERT} values (${rowAfter(0)})`;

/** The change, and after it so many records of it; their values follow those of the change. */
export function withRecords({ along, sql, after, values }: Change, records: number): string {
  const rows = Array.from({ length: records }, (_, at) => `(${rowAfter(values.length + at * TYPES.length)})`);
  const parts = [...(along ? [along] : []), `change as (${sql})`, ...(after ? [after] : [])];
  return `
    with ${parts.join(', ')}
    ${INSERT}
    select * from (values ${rows.join(', ')}) records where exists (select 1 from change)
    returning 1`;
}
