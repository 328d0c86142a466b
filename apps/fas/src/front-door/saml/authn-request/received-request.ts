import type { AuthnRequest } from '#libs/saml';
import type { AuthenticationRequest } from '../../../journey/authentication-request.js';
import type { SamlProtocolState } from '../response/protocol-state.js';
import type { ServiceProvider } from '../service-providers.js';
import type { PageRejection, StatusRejection } from './rejection.js';

/** Where, and in which way, an answer goes. */
export interface ReturnPoint {
  readonly acs: string;
  readonly binding: 'post' | 'artifact';
}

/** A request of a known relying party whose return address is verified. */
export interface TrustedRequest {
  readonly party: ServiceProvider;
  readonly request: AuthnRequest;
  readonly returnTo: ReturnPoint;
  readonly relayState?: string;
}

/** A request that all rules let through, in our own words. */
export interface AcceptedRequest {
  readonly request: AuthenticationRequest;
  readonly state: SamlProtocolState;
}

export type ReceivedRequest =
  | { readonly kind: 'accepted'; readonly party: ServiceProvider; readonly accepted: AcceptedRequest }
  | { readonly kind: 'to-page'; readonly rejection: PageRejection; readonly party?: ServiceProvider }
  | { readonly kind: 'to-party'; readonly rejection: StatusRejection; readonly trusted: TrustedRequest };

/** Where and when a message arrived. */
export interface Arrival {
  /** Our own address at which it arrived. */
  readonly endpoint: string;
  readonly now: Date;
  /** Of the sign-in session in the browser that brought it. */
  readonly cookie?: string | undefined;
}
