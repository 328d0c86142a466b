import type { JsonWebKey } from 'node:crypto';
import type { ApiRight } from '#libs/agencies';
import { days } from '#libs/kernel';
import { readReason } from '../../frame/form/reason.js';
import { Problems, type Typed } from '../../frame/form/typed.js';
import { belgianMoment } from '../../operations/belgian-moment.js';
import { readPublicKey } from './public-key.js';

export const RIGHTS = ['read', 'write'] as const;
export const PROOFS = ['secret', 'key'] as const;

export type ClientMessage =
  | 'nameWrong'
  | 'rightMissing'
  | 'proofMissing'
  | 'keyWrong'
  | 'keyWeak'
  | 'keyPrivate'
  | 'endWrong'
  | 'endPast'
  | 'endFar'
  | 'reasonWrong';

export interface ClientWish {
  readonly name: string;
  readonly rights: readonly ApiRight[];
  /** Absent: it gets a secret. */
  readonly jwk?: JsonWebKey;
  readonly endsAt: Date;
  readonly reason: string;
}

export type ReadClient =
  | { readonly kind: 'valid'; readonly wish: ClientWish }
  | { readonly kind: 'invalid'; readonly problems: Problems<ClientMessage> };

/** A program that nobody looks after for two years is better made anew. */
const LONGEST = days(731);

const isName = (name: string): boolean => name.length >= 2 && name.length <= 80 && /\p{L}/u.test(name);

/** Judges the API client that a manager wants. */
export function readClient(typed: Typed, now: Date): ReadClient {
  const key = keyOf(typed);
  const end = endOf(typed.text('endsOn'), now);
  const reason = readReason(typed.text('reason'), now);
  const problems = new Problems<ClientMessage>({
    name: unless(isName(typed.text('name')), 'nameWrong'),
    right: unless(typed.oneOf('right', RIGHTS) !== undefined, 'rightMissing'),
    proof: unless(typed.oneOf('proof', PROOFS) !== undefined, 'proofMissing'),
    jwk: key.kind === 'invalid' ? key.problem : undefined,
    endsOn: end.kind === 'invalid' ? end.problem : undefined,
    reason: unless(reason.kind === 'valid', 'reasonWrong'),
  });
  if (problems.any || end.kind === 'invalid' || reason.kind === 'invalid')
    return { kind: 'invalid', problems };
  const wish = {
    name: typed.text('name'),
    rights: rightsOf(typed),
    endsAt: end.endsAt,
    reason: reason.reason,
  };
  return { kind: 'valid', wish: { ...wish, ...(key.kind === 'valid' && { jwk: key.jwk }) } };
}

const unless = (good: boolean, message: ClientMessage): ClientMessage | undefined =>
  good ? undefined : message;

/** Who may write may read what there is to write on. */
const rightsOf = (typed: Typed): ApiRight[] => [
  'read',
  ...(typed.oneOf('right', RIGHTS) === 'write' ? (['write'] as const) : []),
  ...(typed.ticked('audit') ? (['audit'] as const) : []),
];

const keyOf = (typed: Typed) =>
  typed.oneOf('proof', PROOFS) === 'key' ? readPublicKey(typed.text('jwk')) : ({ kind: 'none' } as const);

type End =
  | { readonly kind: 'valid'; readonly endsAt: Date }
  | { readonly kind: 'invalid'; readonly problem: 'endWrong' | 'endPast' | 'endFar' };

/** The last day counts to its end, in Belgium. */
function endOf(day: string, now: Date): End {
  const start = belgianMoment(`${day} 00:00`);
  if (start === undefined) return { kind: 'invalid', problem: 'endWrong' };
  // Days have 23 to 25 hours; noon of the next one is in it whatever.
  const nextDay = new Date(start.getTime() + days(1.5)).toISOString().slice(0, 10);
  const endsAt = belgianMoment(`${nextDay} 00:00`);
  if (endsAt === undefined) return { kind: 'invalid', problem: 'endWrong' };
  if (endsAt <= now) return { kind: 'invalid', problem: 'endPast' };
  const left = endsAt.getTime() - now.getTime();
  return left > LONGEST ? { kind: 'invalid', problem: 'endFar' } : { kind: 'valid', endsAt };
}
