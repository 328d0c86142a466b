import type { GivenAttribute } from '../attributes/attribute-release.js';
import type { ChosenEnterprise } from '#libs/attributes';
import type { FedId } from '#libs/kernel';
import type { Context, KeyKind, Level } from '#libs/loa';

/** Why a person comes back without being signed in. */
export type RefusalReason =
  | 'cancelled'
  | 'interaction-needed'
  | 'sign-in-needed'
  | 'level-not-met'
  | 'level-impossible'
  | 'attribute-unavailable'
  | 'other-person';

/** A person who is signed in: what the front door puts in its answer. */
export interface Authenticated {
  readonly kind: 'authenticated';
  readonly fedId: FedId;
  /** Identifier of the sign-in session; a front door derives what it tells a relying party from it. */
  readonly sessionUid: string;
  readonly context: Context;
  /** In enterprise context: the one for which the person signed in. */
  readonly enterprise?: ChosenEnterprise;
  readonly key: KeyKind;
  readonly level: Level;
  /** The class that was really reached, for acr and AuthnContextClassRef. */
  readonly classReference: string;
  /** Method and level URN. */
  readonly amr: readonly string[];
  /** When the key was proven, ISO UTC. */
  readonly authenticatedAt: string;
  readonly attributes: readonly GivenAttribute[];
  /** Optional attributes whose source did not answer. */
  readonly unavailable: readonly string[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
}

export type AuthenticationResult = Authenticated | Refused;
