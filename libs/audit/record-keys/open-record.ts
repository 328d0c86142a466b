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
  const opened: Opened = { ...record, data: clear };
  const erased: string[] = [];
  for (const closed of closedPlaces(record)) {
    const content = contentOf(record.id, closed, keys.get(closed.alias));
    if (content === 'erased') erased.push(closed.place);
    if (content !== 'altered') putBack(opened, closed, content === 'erased' ? {} : content);
  }
  return { ...whoOf(opened), data: opened.data, ...(erased.length > 0 && { erased }) };
}

const whoOf = ({ subject, actor, address }: Opened) => ({
  subject: subject ?? undefined,
  actor: actor ?? undefined,
  address: address ?? undefined,
});

interface Opened {
  subject: string | null;
  actor: string | null;
  address: string | null;
  data: Readonly<Record<string, unknown>>;
}

/** Puts what was closed in its place; an erased person, of whom nothing is known, leaves it empty. */
function putBack(opened: Opened, { place, alias }: ClosedPlace, content: Partial<ClosedContent>): void {
  const { fedId } = content;
  if (place === 'subject' || place === 'actor') opened[place] = fedId ?? null;
  else {
    const text = fedId && String(opened.data[place]).replace(alias, fedId);
    opened.data = { ...opened.data, [place]: text };
  }
  opened.data = { ...opened.data, ...content.data };
  opened.address ??= content.address ?? null;
}

function contentOf(
  id: string,
  { place, closed }: ClosedPlace,
  key: RecordKey | undefined,
): ClosedContent | 'erased' | 'altered' {
  if (key === undefined) return 'erased';
  const text = open(key.forRecord(id, place), closed);
  return text === undefined ? 'altered' : (JSON.parse(text) as ClosedContent);
}
