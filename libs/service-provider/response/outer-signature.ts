import type { Element } from '@xmldom/xmldom';
import { NAMESPACE } from '#libs/saml';
import { attributeOf, childElements, isNamed, textOf, withDescendants } from './elements.js';
import { refuse, type ResponseRefusal } from './response-refusal.js';

const ENVELOPED = `${NAMESPACE.signature}enveloped-signature`;
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';

/** The ones that passport-saml computes, SHA-256 and better (SDP-ALG01); its own list begins at SHA-1. */
const SIGNATURE_METHODS = [`${MORE}rsa-sha256`, `${MORE}rsa-sha512`];
const DIGEST_METHODS = [`${NAMESPACE.encryption}sha256`, `${NAMESPACE.encryption}sha512`];

/** SHA-256 of nothing: what a canonicaliser that gave up leaves to be signed. */
const DIGEST_OF_NOTHING = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/**
 * Whether the signature over the whole response has the one shape that leaves nothing to interpret. Its value is
 * computed by passport-saml, which by itself would take SHA-1, other transforms and ambiguous identifiers.
 */
export function checkOuterSignature(response: Element, signature: Element): ResponseRefusal | undefined {
  const id = unambiguousId(response);
  if (id === undefined) return refuse('ambiguous-id');
  const [signedInfo] = [
    ...children(signature, ['SignedInfo', 'SignatureValue', 'KeyInfo']),
    ...children(signature, ['SignedInfo', 'SignatureValue']),
  ];
  const parts = children(signedInfo, ['CanonicalizationMethod', 'SignatureMethod', 'Reference']);
  const [canonicalisation, method, reference] = parts;
  if (!canonicalisation || !method || !reference) return refuse('malformed-signature');
  if (!isExclusive(canonicalisation)) return refuse('transform');
  if (!SIGNATURE_METHODS.includes(algorithmOf(method))) return refuse('algorithm', 'SignatureMethod');
  return attributeOf(reference, 'URI') === `#${id}` ? checkReference(reference) : refuse('reference');
}

function checkReference(reference: Element): ResponseRefusal | undefined {
  const [transforms, method, value] = children(reference, ['Transforms', 'DigestMethod', 'DigestValue']);
  if (!areTheTwoTransforms(transforms)) return refuse('transform');
  if (!DIGEST_METHODS.includes(algorithmOf(method))) return refuse('algorithm', 'DigestMethod');
  const digest = textOf(value)?.trim() ?? DIGEST_OF_NOTHING;
  return digest === DIGEST_OF_NOTHING ? refuse('empty-digest') : undefined;
}

/** Core 5.4.4: the signature out, then exclusive canonical form. */
function areTheTwoTransforms(transforms: Element | undefined): boolean {
  const [enveloped, exclusive] = children(transforms, ['Transform', 'Transform']);
  return (
    enveloped !== undefined &&
    exclusive !== undefined &&
    algorithmOf(enveloped) === ENVELOPED &&
    isExclusive(exclusive)
  );
}

/** The children when they are exactly these, in this order; otherwise none. */
function children(parent: Element | undefined, names: readonly string[]): Element[] {
  const found = parent ? childElements(parent) : [];
  const asExpected =
    found.length === names.length &&
    found.every((element, index) => isNamed(element, NAMESPACE.signature, names[index] ?? ''));
  return asExpected ? found : [];
}

/** The algorithm of a method without parameters; the empty text when it has any (HMACOutputLength, XPath). */
function algorithmOf(method: Element | undefined): string {
  return method?.firstChild ? '' : (attributeOf(method, 'Algorithm') ?? '');
}

/** Exclusive canonical form without comments; a list of prefixes may stand in it, as Java libraries write it. */
function isExclusive(method: Element): boolean {
  const parameters = childElements(method);
  return (
    attributeOf(method, 'Algorithm') === NAMESPACE.canonical &&
    parameters.length <= 1 &&
    parameters.every((parameter) => isNamed(parameter, NAMESPACE.canonical, 'InclusiveNamespaces'))
  );
}

/** The response's ID, when nothing else in the document could be taken for it, whatever its prefix or case. */
function unambiguousId(response: Element): string | undefined {
  const id = attributeOf(response, 'ID');
  const ids = withDescendants(response)
    .flatMap((element) => [...element.attributes])
    .filter(({ localName }) => /^id$/i.test(localName ?? ''))
    .map(({ value }) => value);
  return id !== undefined && new Set(ids).size === ids.length ? id : undefined;
}
