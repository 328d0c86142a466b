import type { Level } from '#libs/loa';

/** A sign-in that was sent off and waits for its answer. */
export interface PendingRequest {
  /** ID of the AuthnRequest; the answer names it in InResponseTo. */
  readonly requestId: string;
  /** Secret of the browser that began it; only this browser may bring the answer. */
  readonly browser: string;
  /** Path inside the app to go on to. */
  readonly returnTo: string;
  readonly minimum: Level;
  /** A fresh proof was asked (ForceAuthn). */
  readonly forced: boolean;
  readonly createdAt: Date;
}

/** What is remembered of one, found again by the token that travels as RelayState. */
export type StoredRequest = Omit<PendingRequest, 'browser'> & {
  /** Whether this is the browser that began it. */
  readonly isBegunBy: (browser: string | undefined) => boolean;
};

export interface UsedAssertion {
  readonly id: string;
  /** From then on it is refused as too old anyway. */
  readonly expiresAt: Date;
}

/** Where pending requests and used assertions are kept; all processes of an app share it. */
export interface SignInState {
  remember(relayState: string, request: PendingRequest): Promise<void>;
  find(relayState: string): Promise<StoredRequest | undefined>;
  /**
   * Takes the request away for good, together with the assertion that answered it.
   *
   * @returns false when another answer came first, or the assertion was used before
   */
  consume(relayState: string, assertion?: UsedAssertion): Promise<boolean>;
}
