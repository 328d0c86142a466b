import { randomUUID, X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import * as ns from './namespaces.js';
import type { SoapFault } from './soap-fault.js';
import { escapeXml } from '../xml/xml.js';

/** PEM of the private key and the certificate that answers are signed with. */
export interface Signer {
  readonly key: string;
  readonly certificate: string;
}

export interface Answer {
  /** Content of the Body. */
  readonly content: string;
  /** Header blocks of the service, before the security header. */
  readonly header: string;
  readonly now: Date;
}

const LIFE = 5 * 60_000;
const dateTime = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

/** A SOAP 1.1 envelope, Body and Timestamp signed under an X.509 token (WS-Security 1.0, asymmetric binding). */
export function signedEnvelope({ content, header, now }: Answer, signer: Signer): string {
  const token = new X509Certificate(signer.certificate).raw.toString('base64');
  const envelope =
    `<soapenv:Envelope xmlns:soapenv="${ns.SOAP}"><soapenv:Header>${header}` +
    `<wsse:Security xmlns:wsse="${ns.WSSE}" xmlns:wsu="${ns.WSU}" soapenv:mustUnderstand="1">` +
    `<wsu:Timestamp wsu:Id="Timestamp-1"><wsu:Created>${dateTime(now)}</wsu:Created>` +
    `<wsu:Expires>${dateTime(new Date(+now + LIFE))}</wsu:Expires></wsu:Timestamp>` +
    `<wsse:BinarySecurityToken ValueType="${ns.X509V3}" EncodingType="${ns.BASE64}" wsu:Id="Token-1">${token}` +
    `</wsse:BinarySecurityToken></wsse:Security></soapenv:Header>` +
    `<soapenv:Body xmlns:wsu="${ns.WSU}" wsu:Id="Body-1">${content}</soapenv:Body></soapenv:Envelope>`;
  return sign(envelope, signer);
}

function sign(envelope: string, { key }: Signer): string {
  const signer = new SignedXml({
    idMode: 'wssecurity',
    privateKey: key,
    signatureAlgorithm: ns.RSA_SHA256,
    canonicalizationAlgorithm: ns.EXCLUSIVE_C14N,
    getKeyInfoContent: () =>
      `<wsse:SecurityTokenReference xmlns:wsse="${ns.WSSE}"><wsse:Reference URI="#Token-1" ValueType="${ns.X509V3}"/>` +
      `</wsse:SecurityTokenReference>`,
  });
  for (const part of ['Timestamp', 'Body']) {
    signer.addReference({
      xpath: `//*[local-name(.)='${part}' and @*[local-name(.)='Id']='${part}-1']`,
      transforms: [ns.EXCLUSIVE_C14N],
      digestAlgorithm: ns.SHA256,
    });
  }
  const security = `/*/*[local-name(.)='Header']/*[local-name(.)='Security']`;
  signer.computeSignature(envelope, { prefix: 'ds', location: { reference: security, action: 'append' } });
  return signer.getSignedXml();
}

/** The header of the service bus, with a transaction of its own. */
export const fsbHeader = (messageId: string): string =>
  `<head:fsbHeader xmlns:head="${ns.HEADER}"><head:messageId>${escapeXml(messageId)}</head:messageId>` +
  `<head:fsbTransactionId>${randomUUID()}</head:fsbTransactionId></head:fsbHeader>`;

/** Content of the Body for a fault (SOAP 1.1 section 4.4), with the detail that the service bus gives. */
export function faultContent({ faultCode, reason }: SoapFault, messageId: string): string {
  return (
    `<soapenv:Fault xmlns:wsse="${ns.WSSE}"><faultcode>${faultCode}</faultcode><faultstring>${escapeXml(reason)}` +
    `</faultstring><detail><head:messageId xmlns:head="${ns.HEADER}">${escapeXml(messageId)}</head:messageId>` +
    `<mes:error xmlns:mes="${ns.MESSAGES}" xmlns:cod="${ns.CODE}"><mes:code><cod:code>${faultCode}</cod:code>` +
    `<cod:description>${escapeXml(reason)}</cod:description></mes:code></mes:error></detail></soapenv:Fault>`
  );
}
