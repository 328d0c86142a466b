import type { AuditSearch } from '#libs/audit';
import { parseReference } from '#libs/http';
import { days } from '#libs/kernel';
import { readReason, type ReasonProblem } from '../frame/form/reason.js';
import { Problems, type Typed } from '../frame/form/typed.js';
import { belgianDay } from '../reports/period.js';
import { NAMES_OF, TRAIL_KINDS } from '../reports/trail/trail-kinds.js';
import { timesOf } from '../reports/trail/trail-query.js';

/** For whom the record is read. */
export const GROUNDS = ['agency', 'court-order', 'supervision'] as const;
export type Ground = (typeof GROUNDS)[number];

/** What was searched, as it is kept for an hour. */
export type Criteria = Omit<AuditSearch, 'limit' | 'before' | 'name' | 'application' | 'agency'>;

export type AuditSearchProblem =
  ReasonProblem | 'groundMissing' | 'referenceWrong' | 'fromWrong' | 'untilWrong' | 'orderWrong';

export interface WantedSearch {
  readonly criteria: Criteria;
  /** An agency by its number or an application by its identifier; empty: all of them. */
  readonly of: string;
  readonly ground: Ground;
  readonly reason: string;
}

export type ReadAuditSearch =
  | { readonly kind: 'valid'; readonly wanted: WantedSearch }
  | { readonly kind: 'invalid'; readonly problems: Problems<AuditSearchProblem> };

/** So far back without being asked. */
const USUAL = days(30);

/** Days that the form begins with. */
export const usualDays = (now: Date): Readonly<Record<'from' | 'until', string>> => ({
  from: belgianDay(new Date(now.getTime() - USUAL)),
  until: belgianDay(now),
});

/** Reads what somebody searches, and why: without a reason nothing is searched. */
export function readAuditSearch(typed: Typed, now: Date): ReadAuditSearch {
  const times = timesOf({ from: typed.text('from'), until: typed.text('until') });
  const reason = readReason(typed.text('reason'), now);
  const ground = typed.oneOf('ground', GROUNDS);
  const problems = new Problems<AuditSearchProblem>({
    reference: referenceProblem(typed),
    ...(times.kind === 'invalid' && times.problems),
    ground: ground === undefined ? 'groundMissing' : undefined,
    reason: reason.kind === 'invalid' ? reason.problem : undefined,
  });
  if (problems.any || times.kind === 'invalid' || reason.kind === 'invalid' || ground === undefined)
    return { kind: 'invalid', problems };
  const criteria = criteriaOf(typed, times.stretch, now);
  return { kind: 'valid', wanted: { criteria, of: typed.text('of'), ground, reason: reason.reason } };
}

function referenceProblem(typed: Typed): AuditSearchProblem | undefined {
  const text = typed.text('reference');
  return text !== '' && parseReference(text) === undefined ? 'referenceWrong' : undefined;
}

function criteriaOf(typed: Typed, stretch: Pick<Criteria, 'from' | 'until'>, now: Date): Criteria {
  const reference = parseReference(typed.text('reference'));
  const kind = typed.oneOf('kind', TRAIL_KINDS);
  return {
    ...(reference === undefined ? stretch : { from: new Date(0), until: now, reference }),
    ...(kind && { names: NAMES_OF[kind] }),
  };
}
