import { createHash, timingSafeEqual, verify, type X509Certificate } from 'node:crypto';
import type { Document, Element } from '@xmldom/xmldom';
import { exclusiveC14n } from './exclusive-c14n.js';
import * as ns from './namespaces.js';
import { childElements, childrenNamed, onlyChild } from './xml.js';

export interface TrustedServer {
  /** Certificates that the register may sign with: the present one and, around a renewal, the next. */
  readonly certificates: readonly X509Certificate[];
  /** Difference of clocks that is borne, in milliseconds. */
  readonly clockSkew: number;
}

export type Verification =
  | { readonly kind: 'verified'; readonly body: Element }
  | { readonly kind: 'not-trusted'; readonly reason: string };

const notTrusted = (reason: string): Verification => ({ kind: 'not-trusted', reason });

/**
 * Checks the WS-Security header of an answer and returns its Body: the very node whose canonical form was
 * digested, so values are read from nothing else. The key comes from our settings and never from the message; exactly the Body and the Timestamp that a reader of
 * the message would take must be signed (against signature wrapping).
 */
export function verifiedBody(document: Document, server: TrustedServer, now: Date): Verification {
  const parts = partsOf(document);
  if (parts === undefined) {
    return notTrusted('not one header with one signature and one timestamp, and one body');
  }
  const problem = problemWith(parts, document, { server, now });
  return problem === undefined ? { kind: 'verified', body: parts.body } : notTrusted(problem);
}

function problemWith(
  { body, timestamp, signature, signedInfo }: Parts,
  document: Document,
  { server, now }: { readonly server: TrustedServer; readonly now: Date },
): string | undefined {
  if (!idsAreUnique(document)) return 'two elements with one id';
  const signed = signedElements(document, signedInfo);
  if (signed === undefined) return 'a reference, transform or digest that is not accepted';
  if (!signed.includes(body) || !signed.includes(timestamp)) return 'body or timestamp not signed';
  const usable = server.certificates.filter((certificate) => isCurrent(certificate, now));
  if (!usable.some((certificate) => isSignedBy(certificate, signature, signedInfo))) {
    return 'not signed by the register';
  }
  return isFresh(timestamp, server.clockSkew, now) ? undefined : 'timestamp expired or in the future';
}

interface Parts {
  readonly body: Element;
  readonly timestamp: Element;
  readonly signature: Element;
  readonly signedInfo: Element;
}

function partsOf(document: Document): Parts | undefined {
  const envelope = document.documentElement;
  if (envelope?.namespaceURI !== ns.SOAP || envelope.localName !== 'Envelope') return undefined;
  const body = onlyChild(envelope, ns.SOAP, 'Body');
  const security = onlyChild(onlyChild(envelope, ns.SOAP, 'Header'), ns.WSSE, 'Security');
  const timestamp = onlyChild(security, ns.WSU, 'Timestamp');
  const signature = onlyChild(security, ns.DS, 'Signature');
  const signedInfo = onlyChild(signature, ns.DS, 'SignedInfo');
  return body && timestamp && signature && signedInfo && { body, timestamp, signature, signedInfo };
}

const allElements = (document: Document): Element[] => Array.from(document.getElementsByTagName('*'));

/** WS-Security names elements by `wsu:Id`; a signature names its own parts by `Id`. */
const idOf = (element: Element): string | null =>
  element.getAttributeNS(ns.WSU, 'Id') ?? element.getAttribute('Id');

function idsAreUnique(document: Document): boolean {
  const ids = allElements(document).flatMap((element) => idOf(element) ?? []);
  return new Set(ids).size === ids.length;
}

/** The elements whose digests hold; undefined as soon as one reference does not. */
function signedElements(document: Document, signedInfo: Element): Element[] | undefined {
  const references = childrenNamed(signedInfo, ns.DS, 'Reference');
  if (references.length === 0 || references.length > 10) return undefined;
  const signed: Element[] = [];
  for (const reference of references) {
    const uri = reference.getAttribute('URI') ?? '';
    const element = allElements(document).find((candidate) => uri === `#${idOf(candidate)}`);
    if (element === undefined || !digestHolds(reference, element)) return undefined;
    signed.push(element);
  }
  return signed;
}

function digestHolds(reference: Element, element: Element): boolean {
  const transform = onlyTransform(reference);
  if (transform === undefined || algorithmOf(reference, 'DigestMethod') !== ns.SHA256) return false;
  const claimed = Buffer.from(onlyChild(reference, ns.DS, 'DigestValue')?.textContent ?? '', 'base64');
  const actual = createHash('sha256')
    .update(exclusiveC14n(element, prefixList(transform)), 'utf8')
    .digest();
  return claimed.length === actual.length && timingSafeEqual(claimed, actual);
}

/** Exactly one transform, and that one exclusive canonicalisation. */
function onlyTransform(reference: Element): Element | undefined {
  const transforms = onlyChild(reference, ns.DS, 'Transforms');
  if (transforms === undefined || childElements(transforms).length !== 1) return undefined;
  return algorithmOf(transforms, 'Transform') === ns.EXC_C14N
    ? onlyChild(transforms, ns.DS, 'Transform')
    : undefined;
}

const algorithmOf = (parent: Element, name: string): string | null | undefined =>
  onlyChild(parent, ns.DS, name)?.getAttribute('Algorithm');

const prefixList = (method: Element): string[] =>
  (onlyChild(method, ns.EXC_C14N, 'InclusiveNamespaces')?.getAttribute('PrefixList') ?? '')
    .split(/\s+/)
    .filter((prefix) => prefix !== '');

function isSignedBy(certificate: X509Certificate, signature: Element, signedInfo: Element): boolean {
  const c14n = onlyChild(signedInfo, ns.DS, 'CanonicalizationMethod');
  if (c14n?.getAttribute('Algorithm') !== ns.EXC_C14N) return false;
  if (algorithmOf(signedInfo, 'SignatureMethod') !== ns.RSA_SHA256) return false;
  const key = certificate.publicKey;
  if (key.asymmetricKeyType !== 'rsa') return false;
  const value = onlyChild(signature, ns.DS, 'SignatureValue')?.textContent ?? '';
  const bytes = Buffer.from(exclusiveC14n(signedInfo, prefixList(c14n)), 'utf8');
  return verify('sha256', bytes, key, Buffer.from(value, 'base64'));
}

const isCurrent = ({ validFrom, validTo }: X509Certificate, now: Date) =>
  Date.parse(validFrom) <= now.getTime() && now.getTime() <= Date.parse(validTo);

function isFresh(timestamp: Element, clockSkew: number, now: Date): boolean {
  const created = Date.parse(onlyChild(timestamp, ns.WSU, 'Created')?.textContent ?? '');
  const expires = Date.parse(onlyChild(timestamp, ns.WSU, 'Expires')?.textContent ?? '');
  return created <= now.getTime() + clockSkew && now.getTime() - clockSkew < expires && created < expires;
}
