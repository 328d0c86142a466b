import type { Element } from '@xmldom/xmldom';
import { decodeXmlBase64 } from '../binding/strict-base64.js';
import { refused, type Refused } from '../outcome.js';
import { NAMESPACE } from '../saml-names.js';
import {
  attributeOf,
  childElements,
  childNodes,
  childrenNamed,
  isElement,
  isNamed,
  textOf,
} from '../xml/read-element.js';
import {
  digestAlgorithm,
  signatureAlgorithm,
  type DigestAlgorithm,
  type SignatureAlgorithm,
} from './algorithms.js';
import type { SignatureRefusal } from './signature-refusal.js';

/** A signature that has the one shape SAML Core section 5.4 leaves us; its values are not yet checked. */
export interface SignatureShape {
  readonly kind: 'shape';
  readonly signedInfo: Element;
  readonly signedInfoPrefixes: readonly string[];
  readonly algorithm: SignatureAlgorithm;
  readonly value: Buffer;
  readonly reference: {
    readonly uri: string;
    readonly prefixes: readonly string[];
    readonly digest: DigestAlgorithm;
    readonly digestValue: Buffer;
  };
}

type Part<Value> = Value | Refused<SignatureRefusal>;

const ENVELOPED = `${NAMESPACE.signature}enveloped-signature`;

export function readSignatureShape(signature: Element, allowSha1 = false): Part<SignatureShape> {
  const children =
    exactly(signature, ['SignedInfo', 'SignatureValue', 'KeyInfo']) ??
    exactly(signature, ['SignedInfo', 'SignatureValue']);
  const value = children && base64In(children.SignatureValue);
  if (!children || !value) return malformed('Signature');
  const info = readSignedInfo(children.SignedInfo, allowSha1);
  return 'reason' in info ? info : { kind: 'shape', signedInfo: children.SignedInfo, value, ...info };
}

type SignedInfoParts = Pick<SignatureShape, 'signedInfoPrefixes' | 'algorithm' | 'reference'>;

function readSignedInfo(signedInfo: Element, allowSha1: boolean): Part<SignedInfoParts> {
  const references = childrenNamed(signedInfo, NAMESPACE.signature, 'Reference');
  if (references.length !== 1) return refused('reference', 'exactly one is allowed');
  const children = exactly(signedInfo, ['CanonicalizationMethod', 'SignatureMethod', 'Reference']);
  if (!children) return malformed('SignedInfo');
  const signedInfoPrefixes = readExclusive(children.CanonicalizationMethod);
  if (!signedInfoPrefixes) return refused('transform', 'CanonicalizationMethod');
  const algorithm = signatureAlgorithm(bareAlgorithm(children.SignatureMethod), allowSha1);
  if (!algorithm) return refused('algorithm', 'SignatureMethod');
  const reference = readReference(children.Reference, allowSha1);
  return 'reason' in reference ? reference : { signedInfoPrefixes, algorithm, reference };
}

function readReference(reference: Element, allowSha1: boolean): Part<SignatureShape['reference']> {
  const children = exactly(reference, ['Transforms', 'DigestMethod', 'DigestValue']);
  const digestValue = children && base64In(children.DigestValue);
  if (!children || !digestValue) return malformed('Reference');
  const uri = attributeOf(reference, 'URI');
  if (uri === undefined || reference.attributes.length !== 1)
    return refused('reference', 'URI alone is allowed');
  const prefixes = readTransforms(children.Transforms);
  if (!prefixes) return refused('transform');
  const digest = digestAlgorithm(bareAlgorithm(children.DigestMethod), allowSha1);
  return digest ? { uri, prefixes, digest, digestValue } : refused('algorithm', 'DigestMethod');
}

/** Exactly two: the enveloped signature out, then exclusive canonical form (Core 5.4.4). Gives the prefix list. */
function readTransforms(transforms: Element): readonly string[] | undefined {
  const [enveloped, exclusive, ...rest] = childElements(transforms);
  if (!isDs(enveloped, 'Transform') || !isDs(exclusive, 'Transform') || rest.length > 0) return undefined;
  if (bareAlgorithm(enveloped) !== ENVELOPED || hasStrayText(transforms)) return undefined;
  return readExclusive(exclusive);
}

/** The `InclusiveNamespaces PrefixList` of an exclusive c14n method; undefined when it is any other method. */
function readExclusive(method: Element): readonly string[] | undefined {
  if (attributeOf(method, 'Algorithm') !== NAMESPACE.canonical || hasStrayText(method)) return undefined;
  const [inclusive, ...rest] = childElements(method);
  if (!inclusive) return [];
  return rest.length === 0 ? readPrefixList(inclusive) : undefined;
}

const PREFIX = /^(?:#default|[A-Za-z_][A-Za-z0-9_.-]*)$/;
const PREFIX_LIMIT = 16;

function readPrefixList(inclusive: Element): readonly string[] | undefined {
  const isList =
    isNamed(inclusive, NAMESPACE.canonical, 'InclusiveNamespaces') && childNodes(inclusive).length === 0;
  const list = attributeOf(inclusive, 'PrefixList') ?? '';
  const prefixes = list.split(/[ \t\r\n]+/).filter((prefix) => prefix !== '');
  const fits = prefixes.length <= PREFIX_LIMIT && prefixes.every((prefix) => PREFIX.test(prefix));
  return isList && fits ? prefixes : undefined;
}

function isDs(element: Element | undefined, localName: string): element is Element {
  return element !== undefined && isNamed(element, NAMESPACE.signature, localName);
}

/** The children by name, when they are exactly these, in this order, with nothing but white space in between. */
function exactly<Name extends string>(
  parent: Element,
  names: readonly Name[],
): Record<Name, Element> | undefined {
  const children = childElements(parent);
  const inOrder =
    children.length === names.length && names.every((name, index) => isDs(children[index], name));
  if (!inOrder || hasStrayText(parent)) return undefined;
  return Object.fromEntries(children.map((child, index) => [names[index], child])) as Record<Name, Element>;
}

/** The algorithm of a method without parameters; the empty text when it has any (such as HMACOutputLength). */
function bareAlgorithm(method: Element): string {
  return childNodes(method).length === 0 ? (attributeOf(method, 'Algorithm') ?? '') : '';
}

/** Only white space may stand between the elements of a signature; a comment there is refused with the rest. */
function hasStrayText(element: Element): boolean {
  return childNodes(element).some(
    (node) =>
      !isElement(node) && (node.nodeType !== node.TEXT_NODE || /[^ \t\r\n]/.test(node.nodeValue ?? '')),
  );
}

function base64In(element: Element): Buffer | undefined {
  const text = textOf(element);
  return text === undefined ? undefined : decodeXmlBase64(text);
}

function malformed(element: string): Refused<SignatureRefusal> {
  return refused('malformed-signature', element);
}
