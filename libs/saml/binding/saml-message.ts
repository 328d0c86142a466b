import type { Refused } from '../outcome.js';

export type MessageParameter = 'SAMLRequest' | 'SAMLResponse';

/** The detached signature of the Redirect binding: what was signed is kept as it came over the line. */
export interface DetachedSignature {
  readonly algorithm: string;
  readonly value: Buffer;
  /** `SAMLRequest=…&RelayState=…&SigAlg=…`, with the original percent-encoding (Bindings 3.4.4.1). */
  readonly octets: Buffer;
}

/** A message taken out of its binding; its XML is not yet parsed and nothing in it is believed. */
export interface SamlMessage {
  readonly kind: 'decoded';
  readonly binding: 'redirect' | 'post';
  readonly parameter: MessageParameter;
  readonly xml: string;
  readonly relayState?: string;
  readonly detached?: DetachedSignature;
}

export type BindingRefusal =
  | 'duplicate-parameter'
  | 'missing-message'
  | 'request-and-response'
  | 'unknown-encoding'
  | 'percent-encoding'
  | 'base64'
  | 'deflate'
  | 'too-large'
  | 'character-encoding'
  | 'incomplete-signature';

export type DecodeOutcome = SamlMessage | Refused<BindingRefusal>;

/** Largest message in octets, after inflating and before any parser sees it. */
export const MESSAGE_LIMIT = 256 * 1024;
