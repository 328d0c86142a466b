import type { X509Certificate } from 'node:crypto';
import { XMLSerializer, type Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import * as ns from './namespaces.js';
import { idOf, securedEnvelope, type SecuredEnvelope } from './security-header.js';
import { fault, type Faulted } from './soap-fault.js';
import { elementsIn, onlyChild, parseRoot, textOf } from '../xml/xml.js';

export interface RequestPolicy {
  /** Certificates of the consumers that joined the service. */
  readonly consumers: readonly X509Certificate[];
  readonly now: Date;
}

export type VerifiedRequest =
  | {
      readonly kind: 'verified';
      /** The Body, read from the octets that were signed. */
      readonly body: Element;
      readonly header: Element;
      readonly consumer: string;
    }
  | Faulted;

const MINUTE = 60_000;
const CLOCK_SKEW = MINUTE;
const LONGEST_LIFE = 5 * MINUTE;

/** Lets a request through that a registered consumer signed, Body and Timestamp, within its five minutes. */
export function verifyRequest(xml: string, policy: RequestPolicy): VerifiedRequest {
  const root = parseRoot(xml);
  if (root === undefined)
    return fault('soapenv:Client', 'Not a well-formed XML document, or one with a DOCTYPE');
  const secured = securedEnvelope(root);
  if (secured.kind === 'fault') return secured;
  const { envelope } = secured;
  const refusal =
    tokenProblem(envelope.certificate, policy) ??
    timestampProblem(envelope.timestamp, policy.now) ??
    signatureProblem(root, envelope);
  if (refusal !== undefined) return refusal;
  const body = signedBody(xml, envelope);
  if (body === undefined) return fault('wsse:FailedCheck', 'The signature does not hold');
  return { kind: 'verified', body, header: envelope.header, consumer: envelope.certificate.subject };
}

function tokenProblem(certificate: X509Certificate, { consumers, now }: RequestPolicy): Faulted | undefined {
  const registered = consumers.some((consumer) => consumer.raw.equals(certificate.raw));
  if (!registered) return fault('wsse:FailedAuthentication', 'The certificate is not registered');
  const inTime = Date.parse(certificate.validFrom) <= +now && +now <= Date.parse(certificate.validTo);
  return inTime ? undefined : fault('wsse:InvalidSecurityToken', 'The certificate is not valid today');
}

function timestampProblem(timestamp: Element, now: Date): Faulted | undefined {
  const created = Date.parse(textOf(onlyChild(timestamp, ns.WSU, 'Created')) ?? '');
  const expires = Date.parse(textOf(onlyChild(timestamp, ns.WSU, 'Expires')) ?? '');
  const fits =
    created <= +now + CLOCK_SKEW &&
    +now - CLOCK_SKEW < expires &&
    expires > created &&
    expires - created <= LONGEST_LIFE;
  return fits
    ? undefined
    : fault('wsse:InvalidSecurity', 'The timestamp has expired, lies ahead or lasts too long');
}

/** What is signed and how, before the mathematics: no other algorithm, no other element, no second id (wrapping). */
function signatureProblem(root: Element, envelope: SecuredEnvelope): Faulted | undefined {
  const signedInfo = onlyChild(envelope.signature, ns.DS, 'SignedInfo');
  if (
    algorithmOf(signedInfo, 'CanonicalizationMethod') !== ns.EXCLUSIVE_C14N ||
    algorithmOf(signedInfo, 'SignatureMethod') !== ns.RSA_SHA256
  ) {
    return fault('wsse:InvalidSecurity', 'Exclusive canonicalisation and rsa-sha256 are expected');
  }
  const references = signedInfo ? elementsIn(signedInfo).slice(2) : [];
  if (!references.every(isPlainReference))
    return fault('wsse:InvalidSecurity', 'A reference of another form');
  const wanted = [envelope.body, envelope.timestamp].map((part) => `#${idOf(part)}`);
  const signed = references.map((reference) => reference.getAttribute('URI'));
  if (!wanted.every((uri) => signed.includes(uri)))
    return fault('wsse:InvalidSecurity', 'Body and Timestamp must be signed');
  const ids = Array.from(root.getElementsByTagName('*')).flatMap((element) => idOf(element) ?? []);
  if (new Set(ids).size !== ids.length) return fault('wsse:InvalidSecurity', 'Two elements have one id');
  return keyReference(envelope.signature) === `#${envelope.tokenId}`
    ? undefined
    : fault('wsse:InvalidSecurity', 'KeyInfo must refer to the BinarySecurityToken');
}

const algorithmOf = (parent: Element | undefined, name: string): string | null | undefined =>
  onlyChild(parent, ns.DS, name)?.getAttribute('Algorithm');

function isPlainReference(reference: Element): boolean {
  const transforms = onlyChild(reference, ns.DS, 'Transforms');
  return (
    algorithmOf(reference, 'DigestMethod') === ns.SHA256 &&
    algorithmOf(transforms, 'Transform') === ns.EXCLUSIVE_C14N
  );
}

function keyReference(signature: Element): string | null | undefined {
  const reference = onlyChild(onlyChild(signature, ns.DS, 'KeyInfo'), ns.WSSE, 'SecurityTokenReference');
  return onlyChild(reference, ns.WSSE, 'Reference')?.getAttribute('URI');
}

function signedBody(xml: string, { signature, certificate, body }: SecuredEnvelope): Element | undefined {
  const verifier = new SignedXml({
    idMode: 'wssecurity',
    publicCert: certificate.toString(),
    getCertFromKeyInfo: () => null,
  });
  try {
    verifier.loadSignature(new XMLSerializer().serializeToString(signature));
    if (!verifier.checkSignature(xml)) return undefined;
  } catch {
    return undefined;
  }
  return verifier
    .getSignedReferences()
    .map(parseRoot)
    .find((root) => root !== undefined && root.localName === 'Body' && idOf(root) === idOf(body));
}
