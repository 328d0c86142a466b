import type { RecordKey } from '../record-keys/record-key.js';
import { open } from '../record-keys/record-key.js';
import { closedPlaces } from '../record-keys/open-record.js';
import { canonical, type StoredRecord } from './canonical-record.js';

/** What a record says of one person, with the key by which anybody opens it in the sealed record themselves. */
export interface OpenedPlace {
  /** base64url; of this place in this record only. */
  readonly key: string;
  readonly content: unknown;
}

/** By place: `subject`, `actor` or a field of the data. `erased`: nobody can open it any more. */
export type OpenedPlaces = Readonly<Record<string, OpenedPlace | 'erased'>>;

/** @throws when what is closed was altered: nothing is proven of it then */
export function openedPlaces(
  record: StoredRecord,
  keys: ReadonlyMap<string, RecordKey>,
): OpenedPlaces | undefined {
  const places = closedPlaces(record).map(({ place, alias, closed }) => {
    const key = keys.get(alias)?.forRecord(record.id, place);
    return [place, key === undefined ? ('erased' as const) : openedWith(key, closed, record.id)] as const;
  });
  return places.length === 0 ? undefined : Object.fromEntries(places);
}

function openedWith(key: Buffer, closed: string, id: string): OpenedPlace {
  const text = open(key, closed);
  if (text === undefined)
    throw new Error(`Record ${id} was altered: it does not open under the key of its person.`);
  return { key: key.toString('base64url'), content: JSON.parse(text) as unknown };
}

/** Whether everything that is said to stand in the record does, and nothing is passed over. */
export function openingsHold(record: StoredRecord, opened: OpenedPlaces = {}): boolean {
  const closed = closedPlaces(record);
  const places = closed.map(({ place }) => place);
  if (Object.keys(opened).toSorted().join() !== places.toSorted().join()) return false;
  return closed.every(({ place, closed: text }) => {
    const said = opened[place];
    if (said === undefined || said === 'erased') return said === 'erased';
    const inside = open(Buffer.from(said.key, 'base64url'), text);
    return inside !== undefined && canonical(JSON.parse(inside)) === canonical(said.content);
  });
}
