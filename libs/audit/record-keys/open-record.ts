import { open, type RecordKey } from './record-key.js';
import { CLOSED, lastPart, type ClosedContent } from './closed-record.js';

/** What opening needs of a record. */
export interface ClosedRecord {
  readonly id: string;
  readonly subject: string | null;
  readonly actor: string | null;
  readonly address: string | null;
  readonly data: unknown;
}

/** One person in a record, closed away. */
export interface ClosedPlace {
  readonly place: string;
  readonly alias: string;
  readonly closed: string;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** The people of a record; none in a record of before they were closed away. */
export function closedPlaces({ subject, actor, data }: Omit<ClosedRecord, 'id'>): ClosedPlace[] {
  const fields = fieldsOf(data);
  const aliases: Readonly<Record<string, unknown>> = { ...fields, subject, actor };
  return Object.entries(fieldsOf(fields[CLOSED])).flatMap(([place, closed]) => {
    const alias = aliases[place];
    return typeof alias === 'string' && typeof closed === 'string'
      ? [{ place, alias: lastPart(alias), closed }]
      : [];
  });
}

/** A record as people read it. */
export interface OpenedRecord {
  readonly subject: string | undefined;
  readonly actor: string | undefined;
  readonly address: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  /** Places of people who were erased: `subject`, `actor` or a field of the data. */
  readonly erased?: readonly string[];
}

/** Opens what can be opened. Who was erased is left out; what was altered stays as it stands. */
export function openRecord(record: ClosedRecord, keys: ReadonlyMap<string, RecordKey>): OpenedRecord {
  const { [CLOSED]: _, ...clear } = fieldsOf(record.data);
  const people: Record<string, unknown> = { subject: record.subject, actor: record.actor };
  let [data, address] = [clear, record.address];
  const erased: string[] = [];
  for (const { place, alias, closed } of closedPlaces(record)) {
    const content = contentOf(record.id, place, closed, keys.get(alias));
    if (content === 'erased') erased.push(place);
    if (content === 'altered') continue;
    const { fedId, ...theirs }: Partial<ClosedContent> = content === 'erased' ? {} : content;
    if (place in people) people[place] = fedId;
    else data = { ...data, [place]: fedId && String(data[place]).replace(alias, fedId) };
    data = { ...data, ...theirs.data };
    address ??= theirs.address ?? null;
  }
  return {
    subject: textOf(people['subject']),
    actor: textOf(people['actor']),
    address: textOf(address),
    data,
    ...(erased.length > 0 && { erased }),
  };
}

function contentOf(
  id: string,
  place: string,
  closed: string,
  key: RecordKey | undefined,
): ClosedContent | 'erased' | 'altered' {
  if (key === undefined) return 'erased';
  const text = open(key.forRecord(id, place), closed);
  return text === undefined ? 'altered' : (JSON.parse(text) as ClosedContent);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
