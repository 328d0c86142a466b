import { days, parseApiClientId, type Actor, type EnterpriseNumber, type FedId } from '#libs/kernel';
import type { Aspect } from './sensitive.js';

/** How long a request waits for its second person, and how long what was approved can be taken back. */
export const REQUEST_LIFE = days(30);
export const UNDO_LIFE = days(30);

export type RequestState = 'open' | 'approved' | 'refused' | 'withdrawn' | 'expired';

/** A change that waits, or waited, for a second person. */
export interface ChangeRequest {
  readonly id: string;
  /** Name of the kind of change, see `ChangeKind`. */
  readonly kind: string;
  /** Identifier of what is changed. */
  readonly subject: string;
  readonly agency?: EnterpriseNumber;
  readonly aspects: readonly Aspect[];
  /** null: it is new. */
  readonly before: unknown;
  /** null: it ends. */
  readonly after: unknown;
  readonly reason: string;
  readonly requestedBy: Actor;
  /** When a program asked: who made it. */
  readonly responsible?: FedId;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  /** `open` also after `expiresAt` until somebody looks: see {@link stateAt}. */
  readonly state: RequestState;
  readonly decidedBy?: Actor;
  readonly decidedAt?: Date;
  readonly decisionReason?: string;
  /** The request that this one takes back. */
  readonly undoes?: string;
}

export const stateAt = (
  { state, expiresAt }: Pick<ChangeRequest, 'state' | 'expiresAt'>,
  now: Date,
): RequestState => (state === 'open' && expiresAt <= now ? 'expired' : state);

export const DECISIONS = ['approve', 'refuse', 'withdraw', 'undo'] as const;
export type Decision = (typeof DECISIONS)[number];

export type DecisionProblem =
  /** Four eyes belong to two people. */
  | 'own-request'
  /** Only who asked, or who manages the agency that asked, may take the question back. */
  | 'not-own-request'
  /** It was decided, taken back or became too old meanwhile. */
  | 'over'
  /** What it would change is not any more what was shown. */
  | 'changed-meanwhile'
  /** Another request for the same thing waits. */
  | 'waiting';

/** Why this person, or program, may not do this with this request now; undefined: they may. */
export function decisionProblem(
  decision: Decision,
  request: ChangeRequest,
  { by, now, forAgency }: { readonly by: Actor; readonly now: Date; readonly forAgency?: EnterpriseNumber },
): DecisionProblem | undefined {
  if (decision === 'undo') return canBeUndone(request, now) ? undefined : 'over';
  if (stateAt(request, now) !== 'open') return 'over';
  if (decision === 'withdraw') {
    return isOwn(request, by) || isOf(forAgency, request) ? undefined : 'not-own-request';
  }
  return hasOtherEyes(request, by) ? undefined : 'own-request';
}

/** Neither who asked, nor whose program asked; and a program has no eyes. */
const hasOtherEyes = (request: ChangeRequest, by: Actor): boolean => !isOwn(request, by) && !isProgram(by);

const isOf = (agency: EnterpriseNumber | undefined, request: ChangeRequest): boolean =>
  agency !== undefined && request.agency === agency;

const isOwn = ({ requestedBy, responsible }: ChangeRequest, by: Actor): boolean =>
  requestedBy === by || responsible === by;

const isProgram = (actor: Actor): boolean => parseApiClientId(actor).kind === 'valid';

/** What was approved not too long ago; what was new is closed by other means than taking it back. */
const canBeUndone = ({ state, decidedAt, before }: ChangeRequest, now: Date): boolean =>
  state === 'approved' &&
  before !== null &&
  decidedAt !== undefined &&
  now.getTime() - decidedAt.getTime() < UNDO_LIFE;
