import type { Refused } from '../outcome.js';

export type AuthnContextComparison = 'exact' | 'minimum' | 'better' | 'maximum';

/** Core 3.3.2.2.1; `classReferences` in the order of preference of the relying party. */
export interface RequestedAuthnContext {
  readonly comparison: AuthnContextComparison;
  readonly classReferences: readonly string[];
  /** Declarations by reference: read so that a request that has only these is answered, not misunderstood. */
  readonly declarationReferences: readonly string[];
}

/** Core 3.4.1.1. */
export interface NameIdPolicy {
  readonly format?: string;
  readonly spNameQualifier?: string;
  readonly allowCreate: boolean;
}

/** Core 3.3.2.1: who the answer must be about. An encrypted or unnamed subject is known to be there, not who it is. */
export type RequestedSubject =
  | {
      readonly kind: 'name-id';
      readonly nameId: string;
      readonly format?: string;
      readonly nameQualifier?: string;
      readonly spNameQualifier?: string;
    }
  | { readonly kind: 'unreadable' };

/** Core 3.4.1.2. */
export interface Scoping {
  readonly proxyCount?: number;
  readonly identityProviders: readonly string[];
  readonly requesterIds: readonly string[];
}

/** An `<AuthnRequest>` as the relying party sent it (Core 3.4.1). Nothing in it has been judged yet. */
export interface AuthnRequest {
  readonly id: string;
  readonly version: string;
  readonly issueInstant: Date;
  readonly issuer: string;
  readonly destination?: string;
  readonly acsUrl?: string;
  readonly acsIndex?: number;
  readonly protocolBinding?: string;
  readonly forceAuthn: boolean;
  readonly isPassive: boolean;
  readonly nameIdPolicy?: NameIdPolicy;
  readonly requestedAuthnContext?: RequestedAuthnContext;
  readonly attributeConsumingServiceIndex?: number;
  readonly subject?: RequestedSubject;
  readonly scoping?: Scoping;
  /** A claim of the sender about its own name; never shown, the registered name is. */
  readonly providerName?: string;
}

export type AuthnRequestRefusal =
  | 'not-an-authn-request'
  | 'id'
  | 'version'
  | 'issue-instant'
  | 'issuer'
  | 'unknown-element'
  | 'repeated-element'
  | 'malformed-value';

export type AuthnRequestOutcome =
  { readonly kind: 'read'; readonly request: AuthnRequest } | Refused<AuthnRequestRefusal>;
