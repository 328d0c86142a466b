import type { Element } from '@xmldom/xmldom';
import type { SamlMessage } from '../binding/saml-message.js';
import { refused, type Refused } from '../outcome.js';
import { verifyEnvelopedSignature } from './enveloped-signature.js';
import { verifyRedirectSignature } from './redirect-signature.js';
import type { SignatureRefusal } from './signature-refusal.js';
import { hasSignature } from './signed-root.js';
import type { Trust } from './verification-key.js';

/** `root` is where values may be read from; whether an unsigned message is good enough is the caller's rule. */
export interface AuthenticatedMessage {
  readonly kind: 'signed' | 'unsigned';
  readonly root: Element;
}

/**
 * Finds out who really sent a message. A signature that is there must be right, also where none was asked for
 * (SDP-IDP05); by Redirect it stands beside the message and never inside (Bindings 3.4.4.1).
 *
 * @param root the parsed message, of which so far only the issuer was read, to look up its keys
 */
export function authenticateMessage(
  message: SamlMessage,
  root: Element,
  trust: Trust,
): AuthenticatedMessage | Refused<SignatureRefusal> {
  const enveloped = hasSignature(root);
  if (message.binding === 'redirect') {
    if (enveloped) return refused('misplaced-signature', 'enveloped, by Redirect');
    if (!message.detached) return { kind: 'unsigned', root };
    const outcome = verifyRedirectSignature(message.detached, trust);
    return outcome.kind === 'verified' ? { kind: 'signed', root } : outcome;
  }
  if (!enveloped) return { kind: 'unsigned', root };
  const outcome = verifyEnvelopedSignature(root, trust);
  return outcome.kind === 'verified' ? { kind: 'signed', root: outcome.root } : outcome;
}
