import type { AuditSearch } from '#libs/audit';
import type { TrailPage } from '../../reports/trail/trail-desk.js';
import { cursorOf, cursorText, readTrail, type TrailProblem } from '../../reports/trail/trail-query.js';
import { wrongInput } from '../access/input.js';
import type { RecordsOfTimeQuery, RecordsQuery } from './figures.shapes.js';

const MESSAGES: Readonly<Record<TrailProblem, string>> = {
  referenceWrong: 'is no reference',
  fromWrong: 'must be a day such as 2026-03-01',
  untilWrong: 'must be a day such as 2026-03-09',
  orderWrong: 'must not be before `from`',
};

/**
 * What a program asks of records, by the rule of the pages.
 *
 * @throws naming each field that is wrong
 */
export function searchFrom(query: RecordsOfTimeQuery | RecordsQuery, now: Date): AuditSearch {
  if (query.before !== undefined && cursorOf(query.before) === undefined) {
    throw wrongInput([{ field: 'before', message: 'is no cursor of this list' }]);
  }
  const read = readTrail(query, now);
  if (read.kind === 'valid') return read.search;
  throw wrongInput(
    Object.entries(read.problems).flatMap(([field, problem]) =>
      problem === undefined ? [] : [{ field, message: MESSAGES[problem] }],
    ),
  );
}

/** Where the next page begins, when there is one. */
export function nextOf({ records, more }: TrailPage): { readonly next?: string } {
  const last = records.at(-1);
  return more && last !== undefined ? { next: cursorText(last) } : {};
}
