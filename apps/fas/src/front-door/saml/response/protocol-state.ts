import type { NameIdKind } from '../authn-request/checks/name-id-policy.js';

/** What is kept with the journey to answer a request; its return address is verified. */
export interface SamlProtocolState {
  readonly requestId: string;
  readonly acs: string;
  readonly nameId: NameIdKind;
  /** Given back octet for octet. */
  readonly relayState?: string;
  /** The NameID of the only person who will do. */
  readonly subject?: string;
}
