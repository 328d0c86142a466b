import type { KeyKind } from '#libs/loa';
import type { NameIdKind } from '../authn-request/checks/name-id-policy.js';
import type { ReturnPoint } from '../authn-request/received-request.js';

/** What is kept with the journey to answer a request; its return address is verified. */
export interface SamlProtocolState extends ReturnPoint {
  readonly requestId: string;
  readonly nameId: NameIdKind;
  /** A persistent NameID may be given to somebody who has none yet. */
  readonly mayCreate: boolean;
  /** Given back octet for octet. */
  readonly relayState?: string;
  /** The NameID of the only person who will do. */
  readonly subject?: string;
  /** The relying party chose the key. */
  readonly straightTo?: KeyKind;
}
