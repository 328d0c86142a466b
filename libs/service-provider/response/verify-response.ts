import type { Element } from '@xmldom/xmldom';
import { NAMESPACE, isNamed, verifyEnvelopedSignature, withDescendants, type Trust } from '#libs/saml';
import { onlyChild } from './elements.js';
import { refuse, type ResponseRefusal } from './response-refusal.js';

/** Both are parsed anew from the octets that were digested. */
export interface VerifiedResponse {
  readonly kind: 'verified';
  readonly response: Element;
  /** Absent when the answer is an error. */
  readonly assertion?: Element;
}

/**
 * Admits two documents and no others: an error under the identity provider's signature, and a response with one
 * assertion where each carries its own signature. Anything that could be taken for a second assertion or signature,
 * wherever it stands, is refused before a value is read (ACCEPTANCE SX-1 to SX-19).
 */
export function verifyResponse(root: Element, trust: Trust): VerifiedResponse | ResponseRefusal {
  if (!isNamed(root, NAMESPACE.protocol, 'Response')) return refuse('not-a-response', root.tagName);
  const elements = withDescendants(root);
  const count = (name: string, namespace: string = NAMESPACE.assertion) =>
    elements.filter((element) => isNamed(element, namespace, name)).length;
  if (count('EncryptedAssertion') > 0) return refuse('encrypted-assertion');
  if (count('Assertion') === 0) return verifyError(root, trust);
  const assertion = onlyChild(root, 'Assertion');
  if (count('Assertion') > 1 || assertion === undefined) return refuse('assertion-count');
  if (count('Signature', NAMESPACE.signature) !== 2) return refuse('signature-count');
  return verifyBoth(root, assertion, trust);
}

function verifyError(response: Element, trust: Trust): VerifiedResponse | ResponseRefusal {
  const outcome = verifyEnvelopedSignature(response, trust);
  return outcome.kind === 'verified' ? { kind: 'verified', response: outcome.root } : outcome;
}

/** The assertion is taken from what the outer signature covered, and its own signature is verified there. */
function verifyBoth(root: Element, signed: Element, trust: Trust): VerifiedResponse | ResponseRefusal {
  const outer = verifyEnvelopedSignature(root, trust, [signed]);
  if (outer.kind === 'refused') return outer;
  const assertion = onlyChild(outer.root, 'Assertion');
  if (assertion === undefined) return refuse('assertion-count');
  const inner = verifyEnvelopedSignature(assertion, trust);
  if (inner.kind === 'refused') return inner;
  return { kind: 'verified', response: outer.root, assertion: inner.root };
}
