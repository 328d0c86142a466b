import { newMessageId } from '../message-id.js';
import { NAMESPACE } from '../saml-names.js';
import { signMessage, type SigningKey, type UnsignedMessage } from '../signature/sign-message.js';
import { writeText } from '../xml/escape.js';
import { element, startTag } from '../xml/write-element.js';
import type { NewLogoutRequest, NewLogoutResponse } from './logout-message.js';

/** Writes a `<LogoutRequest>` (Core 3.7.1) in canonical form; sign it for its binding. */
export function logoutRequest(request: NewLogoutRequest): UnsignedMessage {
  const { id, issuedAt, notOnOrAfter, destination, subject } = request;
  const tag = startTag('samlp:LogoutRequest', {
    'xmlns:samlp': NAMESPACE.protocol,
    Destination: destination,
    ID: id,
    IssueInstant: issuedAt.toISOString(),
    NotOnOrAfter: notOnOrAfter.toISOString(),
    Version: '2.0',
  });
  const nameId = element(
    'saml:NameID',
    {
      'xmlns:saml': NAMESPACE.assertion,
      Format: subject.format,
      NameQualifier: subject.nameQualifier,
      SPNameQualifier: subject.spNameQualifier,
    },
    writeText(subject.value),
  );
  const index = element('samlp:SessionIndex', {}, writeText(request.sessionIndex));
  return {
    id,
    before: tag + issuerElement(request.issuer),
    after: `${nameId}${index}</samlp:LogoutRequest>`,
  };
}

/** Writes a `<LogoutResponse>` (Core 3.7.2) in canonical form; sign it for its binding. */
export function logoutResponse(response: NewLogoutResponse): UnsignedMessage {
  const id = newMessageId();
  const tag = startTag('samlp:LogoutResponse', {
    'xmlns:samlp': NAMESPACE.protocol,
    Destination: response.destination,
    ID: id,
    InResponseTo: response.inResponseTo,
    IssueInstant: response.issuedAt.toISOString(),
    Version: '2.0',
  });
  const { code, subCode } = response.status;
  const nested = subCode ? element('samlp:StatusCode', { Value: subCode }) : '';
  const status = element('samlp:Status', {}, element('samlp:StatusCode', { Value: code }, nested));
  return { id, before: tag + issuerElement(response.issuer), after: `${status}</samlp:LogoutResponse>` };
}

/** For POST and SOAP: the signature stands inside (Bindings 3.5.4.1). */
export function signedLogoutXml(message: UnsignedMessage, key: SigningKey): Promise<string> {
  return signMessage(message, key);
}

/** For Redirect, where the signature stands beside it (Bindings 3.4.4.1). */
export const unsignedLogoutXml = ({ before, after }: UnsignedMessage): string => before + after;

const issuerElement = (issuer: string): string =>
  element('saml:Issuer', { 'xmlns:saml': NAMESPACE.assertion }, writeText(issuer));
