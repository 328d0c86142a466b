import { parseFedId, type FedId } from '#libs/kernel';
import { isPersonal, type AuditEvent, type AuditFields } from '../audit-event.js';
import { close, type RecordKey } from './record-key.js';
import type { KeysOfPersons } from './record-keys.js';

/** The field of a record's data that holds what is closed, by the place of its person. */
export const CLOSED = '_closed';

/** What a record says of one person, as it is encrypted. */
export interface ClosedContent {
  readonly fedId: string;
  /** Network from which they came. */
  readonly address?: string;
  /** Fields of the data that are theirs. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A record before its people are closed away. */
export interface ClearRecord {
  readonly id: string;
  readonly event: AuditEvent;
  readonly subject: string | undefined;
  readonly actor: string | undefined;
  /** Network. */
  readonly address: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

type Columns = Pick<ClearRecord, 'subject' | 'actor' | 'address' | 'data'>;

/** People of a record by place: `subject`, `actor`, or the field of the data that names them. */
export type Places = ReadonlyMap<string, FedId>;

export function placesOf({ event, subject = '', actor = '', data }: ClearRecord): Places {
  const places = new Map<string, FedId>();
  const add = (place: string, text: string) => {
    const parsed = parseFedId(text);
    if (parsed.kind === 'valid') places.set(place, parsed.fedId);
  };
  add('subject', subject);
  add('actor', actor);
  for (const [field, value] of Object.entries(data)) {
    if (isPerson(event.fields, field) && typeof value === 'string') add(field, lastPart(value));
  }
  return places;
}

/** Where a text names a person: all of it, or what follows its last colon. */
export const lastPart = (text: string): string => text.slice(text.lastIndexOf(':') + 1);

const isPerson = (fields: AuditFields, field: string): boolean =>
  fields[field]?.startsWith('person') ?? false;

/** Puts aliases in the place of people, and what is theirs out of sight; what is counted stays as it was. */
export function closeRecord(record: ClearRecord, places: Places, keys: KeysOfPersons): Columns {
  if (places.size === 0) return record;
  const { id, data } = record;
  const whereFrom = whoseAddress(record, places);
  const personal = personalOf(record, places);
  const closed: Record<string, string> = {};
  const shown: Record<string, unknown> = without(data, personal);
  for (const [place, fedId] of places) {
    const key = keyOf(fedId, keys);
    if (place in data) shown[place] = String(data[place]).replace(fedId, key.alias);
    const content: ClosedContent = {
      fedId,
      ...(place === whereFrom && { address: asPrinted(record.address) }),
      ...(place === 'subject' && personal.length > 0 && { data: pick(data, personal) }),
    };
    closed[place] = close(key.forRecord(id, place), JSON.stringify(content));
  }
  const named = (place: 'subject' | 'actor') => {
    const fedId = places.get(place);
    return fedId === undefined ? record[place] : keyOf(fedId, keys).alias;
  };
  const address = whereFrom === undefined ? record.address : undefined;
  return { subject: named('subject'), actor: named('actor'), address, data: { ...shown, [CLOSED]: closed } };
}

function keyOf(fedId: FedId, keys: KeysOfPersons): RecordKey {
  const key = keys.get(fedId);
  if (key === undefined) throw new Error('A person of the record has no key.');
  return key;
}

/** Fields that belong to the person concerned; to nobody when none is known. */
const personalOf = ({ event, data }: ClearRecord, places: Places): string[] =>
  places.has('subject') ? Object.keys(data).filter((field) => isPersonal(event, field)) : [];

/** The network is that of who acted: of the person concerned when nobody else did. */
function whoseAddress({ actor, address }: ClearRecord, places: Places): string | undefined {
  if (address === undefined) return undefined;
  return ['actor', ...(actor === undefined ? ['subject'] : [])].find((place) => places.has(place));
}

/** As PostgreSQL writes a network: without zeros before `::`. */
const asPrinted = (network = ''): string => network.replace(/(?:^0|:0)*::\/48$/, '::/48');

const pick = (data: ClearRecord['data'], fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, data[field]]));

const without = (data: ClearRecord['data'], fields: readonly string[]) =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !fields.includes(field)));
