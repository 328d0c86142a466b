import type { DetachedSignature } from '../binding/saml-message.js';
import { refused, type Refused } from '../outcome.js';
import { signatureAlgorithm } from './algorithms.js';
import type { SignatureRefusal } from './signature-refusal.js';
import { isSignedByOneOf, type Trust } from './verification-key.js';

/** Verifies the detached signature of the Redirect binding over the octets as they came (Bindings 3.4.4.1). */
export function verifyRedirectSignature(
  detached: DetachedSignature,
  trust: Trust,
): { readonly kind: 'verified' } | Refused<SignatureRefusal> {
  if (trust.keys.length === 0) return refused('no-key');
  const algorithm = signatureAlgorithm(detached.algorithm, trust.allowSha1);
  if (!algorithm) return refused('algorithm', detached.algorithm);
  return isSignedByOneOf(trust.keys, algorithm, detached) ? { kind: 'verified' } : refused('signature');
}
