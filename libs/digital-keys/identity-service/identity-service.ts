import type { Language } from '#libs/kernel';
import type { KeyKind, Level } from '#libs/loa';
import type { HolderNumber } from '../key-holders.js';

/** Why a recognised service signed nobody in. */
export type ServiceProblem =
  /** The person refused there, or stopped. */
  | 'refused'
  | 'timed-out'
  /** The service proved less than it was asked to. */
  | 'level-too-low'
  /** The answer is not one that we can trust: signature, addressee, moment, or somebody else's. */
  | 'not-verified'
  /** The service names nobody whom the registers could know. */
  | 'no-number'
  /** The browser came back with an answer that this login never asked for. */
  | 'not-begun';

/** Whom the service named. */
export interface ProvenIdentity extends HolderNumber {
  /** What the service calls the person (sub): a reference for questions to the service, never a key to the person. */
  readonly reference: string;
  /** Level of this very sign-in, from a service that knows several. */
  readonly level?: Level;
}

export type ServiceBegun =
  | {
      readonly kind: 'begun';
      readonly location: string;
      /** Comes back with `complete`; nobody but this login knows it. */
      readonly memory: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'unavailable'; readonly reason: string };

export type ServiceOutcome =
  | { readonly kind: 'identified'; readonly identity: ProvenIdentity }
  /** `reason` is for the record: which check failed. */
  | { readonly kind: 'refused'; readonly problem: ServiceProblem; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface ServiceVisit {
  readonly journeyId: string;
  readonly language: Language;
  readonly now: Date;
  /** What this login needs at least, for a service that knows several levels. */
  readonly minimum?: Level;
}

export interface ServiceReturn {
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly memory: Readonly<Record<string, string>> | undefined;
  readonly now: Date;
}

/** A recognised identity service as its key sees it, whatever protocol it speaks. */
export interface IdentityService {
  readonly key: KeyKind;
  /** Where the browser is sent. */
  readonly origin: string;
  begin(visit: ServiceVisit): Promise<ServiceBegun>;
  complete(back: ServiceReturn): Promise<ServiceOutcome>;
}
