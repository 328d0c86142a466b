import { X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import * as ns from '../national-register/namespaces.js';

export interface Question {
  readonly personNumber: string;
  readonly onBehalfOf?: string;
  readonly created?: Date;
  /** Namespace of getPersonRequest, for the client that gets it wrong. */
  readonly messages?: string;
}

const dateTime = (date: Date) => date.toISOString();

/** A GetPerson request without a signature. */
export function getPersonEnvelope(question: Question, certificate: string): string {
  const { personNumber, onBehalfOf, created = new Date(), messages = ns.MESSAGES } = question;
  const token = new X509Certificate(certificate).raw.toString('base64');
  const behalf =
    onBehalfOf === undefined
      ? ''
      : `<svc:sentOnBehalfOf xmlns:svc="${ns.SERVICE}">${onBehalfOf}</svc:sentOnBehalfOf>`;
  return (
    `<s:Envelope xmlns:s="${ns.SOAP}" xmlns:u="${ns.WSU}"><s:Header>` +
    `<head:fsbHeader xmlns:head="${ns.HEADER}"><head:messageId>question-1</head:messageId></head:fsbHeader>${behalf}` +
    `<o:Security xmlns:o="${ns.WSSE}" s:mustUnderstand="1"><u:Timestamp u:Id="TS"><u:Created>${dateTime(created)}` +
    `</u:Created><u:Expires>${dateTime(new Date(+created + 300_000))}</u:Expires></u:Timestamp>` +
    `<o:BinarySecurityToken u:Id="X509" ValueType="${ns.X509V3}" EncodingType="${ns.BASE64}">${token}` +
    `</o:BinarySecurityToken></o:Security></s:Header>` +
    `<s:Body u:Id="Body"><m:getPersonRequest xmlns:m="${messages}"><c:userContext xmlns:c="${ns.CONTEXT}">` +
    `<c:personNumber>${personNumber}</c:personNumber><c:language>nl</c:language></c:userContext>` +
    `<m:personNumber>${personNumber}</m:personNumber></m:getPersonRequest></s:Body></s:Envelope>`
  );
}

/** Signs parts of an envelope by their ids, as a stock WS-Security client does. */
export function signEnvelope(
  envelope: string,
  key: string,
  parts: readonly string[] = ['TS', 'Body'],
): string {
  const signer = new SignedXml({
    idMode: 'wssecurity',
    privateKey: key,
    signatureAlgorithm: ns.RSA_SHA256,
    canonicalizationAlgorithm: ns.EXCLUSIVE_C14N,
    getKeyInfoContent: () =>
      `<o:SecurityTokenReference xmlns:o="${ns.WSSE}"><o:Reference URI="#X509" ValueType="${ns.X509V3}"/>` +
      `</o:SecurityTokenReference>`,
  });
  for (const id of parts) {
    signer.addReference({
      xpath: `//*[@*[local-name(.)='Id']='${id}']`,
      transforms: [ns.EXCLUSIVE_C14N],
      digestAlgorithm: ns.SHA256,
    });
  }
  signer.computeSignature(envelope, {
    prefix: 'ds',
    location: { reference: `//*[local-name(.)='Security']`, action: 'append' },
  });
  return signer.getSignedXml();
}

/** Whether an answer carries a signature that holds under the certificate; the signed parts by element name. */
export function signedPartsOf(xml: string, certificate: string): string[] {
  const verifier = new SignedXml({
    idMode: 'wssecurity',
    publicCert: certificate,
    getCertFromKeyInfo: () => null,
  });
  const signature = /<ds:Signature [\s\S]*<\/ds:Signature>/u.exec(xml)?.[0];
  if (signature === undefined) return [];
  verifier.loadSignature(signature);
  if (!verifier.checkSignature(xml)) return [];
  return verifier.getSignedReferences().map((part) => /^<(?:\w+:)?(\w+)/u.exec(part)?.[1] ?? '');
}
