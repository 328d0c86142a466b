import type { AuditRecord, AuditSearch } from '#libs/audit';
import { parseReference } from '#libs/http';
import { days } from '#libs/kernel';
import { belgianMoment } from '../../operations/belgian-moment.js';
import { belgianDay } from '../period.js';
import { isTrailKind, NAMES_OF, type TrailKind } from './trail-kinds.js';

/** What somebody asks of the trail, as it was typed where it was wrong. */
export interface TrailQuery {
  readonly reference: string;
  readonly kind: TrailKind | '';
  /** Belgian days, YYYY-MM-DD; both are in it. */
  readonly from: string;
  readonly until: string;
  readonly oldestFirst?: boolean;
  readonly before?: Pick<AuditRecord, 'id' | 'occurredAt'>;
}

export type TrailProblem = 'referenceWrong' | 'fromWrong' | 'untilWrong' | 'orderWrong';

export type ReadTrail =
  | { readonly kind: 'valid'; readonly query: TrailQuery; readonly search: AuditSearch }
  | {
      readonly kind: 'invalid';
      readonly query: TrailQuery;
      readonly problems: Readonly<Record<string, TrailProblem | undefined>>;
    };

/** So far back without being asked: long enough to find what somebody calls about. */
const USUAL = days(7);
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const textOf = (asked: unknown, name: string): string => {
  const value: unknown = typeof asked === 'object' && asked !== null ? Reflect.get(asked, name) : undefined;
  return typeof value === 'string' ? value.trim().slice(0, 60) : '';
};

/** Reads what is asked in an address. A reference is looked for in all the time that is kept. */
export function readTrail(asked: unknown, now: Date): ReadTrail {
  const query = queryOf(asked, now);
  const reference = parseReference(query.reference);
  const times = timesOf(query);
  const wrong = query.reference !== '' && reference === undefined;
  if (times.kind === 'valid' && !wrong) {
    const when = reference === undefined ? times.stretch : { from: new Date(0), until: now, reference };
    return { kind: 'valid', query, search: { ...when, ...narrowed(query) } };
  }
  const problems = {
    reference: wrong ? ('referenceWrong' as const) : undefined,
    ...(times.kind === 'invalid' && times.problems),
  };
  return { kind: 'invalid', query, problems };
}

const narrowed = ({ kind, before, oldestFirst }: TrailQuery) => ({
  ...(oldestFirst && { oldestFirst }),
  ...(kind !== '' && { names: NAMES_OF[kind] }),
  ...(before && { before }),
});

function queryOf(asked: unknown, now: Date): TrailQuery {
  const kind = textOf(asked, 'kind');
  const before = cursorOf(textOf(asked, 'before'));
  return {
    reference: textOf(asked, 'reference'),
    kind: isTrailKind(kind) ? kind : '',
    from: textOf(asked, 'from') || belgianDay(new Date(now.getTime() - USUAL)),
    until: textOf(asked, 'until') || belgianDay(now),
    ...(textOf(asked, 'order') === 'up' && { oldestFirst: true }),
    ...(before && { before }),
  };
}

type Times =
  | { readonly kind: 'valid'; readonly stretch: Pick<AuditSearch, 'from' | 'until'> }
  | { readonly kind: 'invalid'; readonly problems: Readonly<Record<string, TrailProblem | undefined>> };

/** Both days are in it. */
export function timesOf({ from: first, until: last }: Pick<TrailQuery, 'from' | 'until'>): Times {
  const [from, until] = [startOf(first), endOf(last)];
  if (from !== undefined && until !== undefined && from < until)
    return { kind: 'valid', stretch: { from, until } };
  const order = from !== undefined && until !== undefined ? ('orderWrong' as const) : undefined;
  return {
    kind: 'invalid',
    problems: {
      from: from === undefined ? 'fromWrong' : undefined,
      until: until === undefined ? 'untilWrong' : order,
    },
  };
}

const startOf = (day: string): Date | undefined => belgianMoment(`${day} 00:00`);

function endOf(day: string): Date | undefined {
  const start = startOf(day);
  // Days have 23 to 25 hours: the start of the day in which the 26th hour lies.
  return start && startOf(belgianDay(new Date(start.getTime() + days(1) + 7_200_000)));
}

type Cursor = Pick<AuditRecord, 'id' | 'occurredAt'>;

/** The last record that was seen, as it stands in an address; undefined when it is none. */
export function cursorOf(text: string): Cursor | undefined {
  const [moment = '', id = ''] = text.split('_');
  const occurredAt = new Date(Number(moment));
  if (!/^\d{1,15}$/.test(moment) || !UUID.test(id) || Number.isNaN(occurredAt.getTime())) return undefined;
  return { occurredAt, id };
}

export const cursorText = ({ occurredAt, id }: Cursor): string => `${occurredAt.getTime()}_${id}`;

/** The same query as parameters of an address, further on. */
export function trailParameters(query: TrailQuery, after?: Pick<AuditRecord, 'id' | 'occurredAt'>): string {
  const { reference, kind, from, until, oldestFirst } = query;
  return new URLSearchParams({
    ...(reference !== '' && { reference }),
    ...(kind !== '' && { kind }),
    from,
    until,
    ...(oldestFirst && { order: 'up' }),
    ...(after && { before: cursorText(after) }),
  }).toString();
}
