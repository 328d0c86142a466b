import { createHash, sign, type KeyObject, type X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import * as ns from './namespaces.js';

export interface RequestSigner {
  readonly certificate: X509Certificate;
  readonly privateKey: KeyObject;
}

export interface EnvelopeParts {
  /** Header blocks of the service, before the security header; empty when it has none. */
  readonly header: string;
  /** Content of the Body, in canonical form. */
  readonly content: string;
}

const signInThreadPool = promisify(sign);

/** WS-Security timestamp: five minutes, as the service bus has it. */
export const TIMESTAMP_LIFETIME = 5 * 60_000;

/** `dateTime` without fractions, which every WS-Security stack reads. */
const dateTime = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

const digest = (canonical: string) => createHash('sha256').update(canonical, 'utf8').digest('base64');

/**
 * A signed SOAP 1.1 envelope (WS-Security 1.0, X.509 token profile, Body and Timestamp signed).
 *
 * Every signed part is written in the form that exclusive canonicalisation would give it (namespaces where first
 * used, attributes in order, no empty-element tags), so its digest is that of the text itself.
 */
export async function signedEnvelope(
  { header, content }: EnvelopeParts,
  { certificate, privateKey }: RequestSigner,
  now: Date,
): Promise<string> {
  const timestamp = timestampOf(now);
  const body = `<soapenv:Body xmlns:soapenv="${ns.SOAP}" xmlns:wsu="${ns.WSU}" wsu:Id="Body-1">${content}</soapenv:Body>`;
  const signedInfo = signedInfoOf({ 'TS-1': timestamp, 'Body-1': body });
  const signature = await signInThreadPool('sha256', Buffer.from(signedInfo, 'utf8'), privateKey);
  return (
    `<soapenv:Envelope xmlns:soapenv="${ns.SOAP}"><soapenv:Header>${header}` +
    `<wsse:Security xmlns:wsse="${ns.WSSE}" soapenv:mustUnderstand="1">` +
    `<wsse:BinarySecurityToken xmlns:wsu="${ns.WSU}" EncodingType="${ns.BASE64}" ValueType="${ns.X509V3}" wsu:Id="X509-1">` +
    `${certificate.raw.toString('base64')}</wsse:BinarySecurityToken>${timestamp}` +
    `<ds:Signature xmlns:ds="${ns.DS}">${signedInfo}` +
    `<ds:SignatureValue>${signature.toString('base64')}</ds:SignatureValue>` +
    `<ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI="#X509-1" ValueType="${ns.X509V3}"/>` +
    `</wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>` +
    `</wsse:Security></soapenv:Header>${body}</soapenv:Envelope>`
  );
}

const timestampOf = (now: Date) =>
  `<wsu:Timestamp xmlns:wsu="${ns.WSU}" wsu:Id="TS-1"><wsu:Created>${dateTime(now)}</wsu:Created>` +
  `<wsu:Expires>${dateTime(new Date(now.getTime() + TIMESTAMP_LIFETIME))}</wsu:Expires></wsu:Timestamp>`;

function signedInfoOf(parts: Readonly<Record<string, string>>): string {
  const references = Object.entries(parts).map(
    ([id, canonical]) =>
      `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${ns.EXC_C14N}"></ds:Transform></ds:Transforms>` +
      `<ds:DigestMethod Algorithm="${ns.SHA256}"></ds:DigestMethod><ds:DigestValue>${digest(canonical)}</ds:DigestValue></ds:Reference>`,
  );
  return (
    `<ds:SignedInfo xmlns:ds="${ns.DS}"><ds:CanonicalizationMethod Algorithm="${ns.EXC_C14N}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${ns.RSA_SHA256}"></ds:SignatureMethod>${references.join('')}</ds:SignedInfo>`
  );
}
