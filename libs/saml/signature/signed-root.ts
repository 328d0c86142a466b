import type { Element } from '@xmldom/xmldom';
import { isMessageId } from '../message-id.js';
import { refused, type Refused } from '../outcome.js';
import { NAMESPACE } from '../saml-names.js';
import { attributeOf, isNamed, withDescendants } from '../xml/read-element.js';
import type { SignatureRefusal } from './signature-refusal.js';

/**
 * The one signature over the root. Wrapping attacks need a second signature, or a signature that stands elsewhere than
 * in the root; both are refused before anything is computed.
 *
 * @param signedParts elements of the content that carry a signature of their own, such as the assertion of a response
 */
export function soleSignature(
  root: Element,
  signedParts: readonly Element[] = [],
): Element | Refused<SignatureRefusal> {
  const ofParts = signedParts.flatMap(signaturesIn);
  const [signature, ...others] = signaturesIn(root).filter((one) => !ofParts.includes(one));
  if (!signature) return refused('no-signature');
  if (others.length > 0) return refused('several-signatures');
  return signature.parentNode === root ? signature : refused('misplaced-signature');
}

export function hasSignature(root: Element): boolean {
  return signaturesIn(root).length > 0;
}

function signaturesIn(root: Element): Element[] {
  return withDescendants(root).filter((element) => isNamed(element, NAMESPACE.signature, 'Signature'));
}

/**
 * The root's ID, when nothing else in the document could be taken for it: whatever its prefix or case, no other
 * attribute that ends in "id" has the value, and no two attributes named "id" agree (CVE-2025-23369 and its kin).
 */
export function unambiguousId(root: Element): string | Refused<SignatureRefusal> {
  const id = attributeOf(root, 'ID');
  if (id === undefined || !isMessageId(id)) return refused('ambiguous-id', 'root without usable ID');
  const attributes = withDescendants(root).flatMap((element) => [...element.attributes]);
  const ids = attributes.filter(({ localName }) => /^id$/i.test(localName ?? '')).map(({ value }) => value);
  const sameValue = attributes.filter(({ localName, value }) => /id$/i.test(localName ?? '') && value === id);
  const onRoot = [...root.attributes].filter(({ localName }) => /^id$/i.test(localName ?? ''));
  const alone = new Set(ids).size === ids.length && sameValue.length === 1 && onRoot.length === 1;
  return alone ? id : refused('ambiguous-id');
}
