import type { Element } from '@xmldom/xmldom';
import { NAMESPACE, verifyEnvelopedSignature, type Trust } from '#libs/saml';
import { childrenNamed, isNamed, withDescendants } from './elements.js';
import { refuse, type ResponseRefusal } from './response-refusal.js';
import { checkOuterSignature } from './outer-signature.js';

export interface VerifiedResponse {
  readonly kind: 'verified';
  /** The response, whose own signature covers the whole document. */
  readonly response: Element;
  /** Parsed anew from the octets that were digested; absent when the answer is an error. */
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
  const named = (namespace: string, name: string) =>
    elements.filter((element) => isNamed(element, namespace, name));
  if (named(NAMESPACE.assertion, 'EncryptedAssertion').length > 0) return refuse('encrypted-assertion');
  const assertions = named(NAMESPACE.assertion, 'Assertion');
  const signatures = named(NAMESPACE.signature, 'Signature');
  if (assertions.length === 0) return verifyError(root, trust);
  const [assertion] = childrenNamed(root, NAMESPACE.assertion, 'Assertion');
  if (assertions.length > 1 || assertion === undefined) return refuse('assertion-count');
  const [ofResponse] = signaturesOf(root);
  const [ofAssertion] = signaturesOf(assertion);
  if (!ofResponse || !ofAssertion || signatures.length !== 2) return refuse('signature-count');
  return checkOuterSignature(root, ofResponse) ?? verifyAssertion(root, assertion, trust);
}

const signaturesOf = (element: Element) => childrenNamed(element, NAMESPACE.signature, 'Signature');

function verifyError(response: Element, trust: Trust): VerifiedResponse | ResponseRefusal {
  const outcome = verifyEnvelopedSignature(response, trust);
  return outcome.kind === 'verified' ? { kind: 'verified', response: outcome.root } : outcome;
}

function verifyAssertion(
  response: Element,
  assertion: Element,
  trust: Trust,
): VerifiedResponse | ResponseRefusal {
  const outcome = verifyEnvelopedSignature(assertion, trust);
  return outcome.kind === 'verified' ? { kind: 'verified', response, assertion: outcome.root } : outcome;
}
