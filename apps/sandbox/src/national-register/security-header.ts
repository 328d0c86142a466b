import { X509Certificate } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import * as ns from './namespaces.js';
import { fault, type Faulted } from './soap-fault.js';
import { elementsIn, isNamed, onlyChild, textOf } from '../xml/xml.js';

/** The parts of an envelope that its security depends on. */
export interface SecuredEnvelope {
  readonly header: Element;
  readonly body: Element;
  readonly timestamp: Element;
  readonly signature: Element;
  readonly certificate: X509Certificate;
  readonly tokenId: string;
}

/**
 * Takes an envelope apart: SOAP 1.1, one Header with one `wsse:Security`, in it one BinarySecurityToken, one Timestamp
 * and one Signature (WS-Security 1.0), and one Body.
 */
export function securedEnvelope(
  envelope: Element,
): { kind: 'envelope'; envelope: SecuredEnvelope } | Faulted {
  if (!isNamed(envelope, ns.SOAP, 'Envelope'))
    return fault('soapenv:VersionMismatch', 'A SOAP 1.1 envelope is expected');
  const header = onlyChild(envelope, ns.SOAP, 'Header');
  const body = onlyChild(envelope, ns.SOAP, 'Body');
  if (header === undefined || body === undefined || elementsIn(envelope).length !== 2) {
    return fault('soapenv:Client', 'An envelope has one Header and one Body');
  }
  return withSecurity(header, body);
}

function withSecurity(header: Element, body: Element): ReturnType<typeof securedEnvelope> {
  const security = onlyChild(header, ns.WSSE, 'Security');
  if (security === undefined) return fault('wsse:InvalidSecurity', 'One wsse:Security header is expected');
  const timestamp = onlyChild(security, ns.WSU, 'Timestamp');
  const signature = onlyChild(security, ns.DS, 'Signature');
  const token = onlyChild(security, ns.WSSE, 'BinarySecurityToken');
  if (timestamp === undefined || signature === undefined || token === undefined) {
    return fault(
      'wsse:InvalidSecurity',
      'One BinarySecurityToken, one Timestamp and one Signature are expected',
    );
  }
  const certificate = certificateIn(token);
  if (certificate === undefined)
    return fault('wsse:InvalidSecurityToken', 'The token is not an X.509 v3 certificate');
  const tokenId = idOf(token) ?? '';
  return { kind: 'envelope', envelope: { header, body, timestamp, signature, certificate, tokenId } };
}

export const idOf = (element: Element): string | null => element.getAttributeNS(ns.WSU, 'Id');

/** X.509 token profile 1.0: ValueType and EncodingType are given. */
function certificateIn(token: Element): X509Certificate | undefined {
  if (token.getAttribute('ValueType') !== ns.X509V3 || token.getAttribute('EncodingType') !== ns.BASE64)
    return undefined;
  try {
    return new X509Certificate(Buffer.from(textOf(token) ?? '', 'base64'));
  } catch {
    return undefined;
  }
}
