import { newMessageId } from '../message-id.js';
import { NAMESPACE, STATUS } from '../saml-names.js';
import { signMessage, type SigningKey } from '../signature/sign-message.js';
import { writeText } from '../xml/escape.js';
import { element, startTag } from '../xml/write-element.js';
import { buildAssertion } from './build-assertion.js';
import { encryptAssertion } from './encrypt-assertion.js';
import type { EncryptionRecipient } from './encryption-recipient.js';
import type {
  BuiltResponse,
  ErrorResponse,
  ResponseEnvelope,
  ResponseStatus,
  SuccessResponse,
} from './response-parts.js';

/**
 * A response with one assertion, both signed (SDP-IDP09, eGov-054).
 *
 * @param recipient when given, the signed assertion goes encrypted for this relying party
 */
export async function buildResponse(
  response: SuccessResponse,
  key: SigningKey,
  recipient?: EncryptionRecipient,
): Promise<BuiltResponse> {
  const assertionId = newMessageId();
  const assertion = await signMessage(buildAssertion(assertionId, response), key);
  const content = recipient ? encryptAssertion(assertion, recipient) : assertion;
  const built = await signedEnvelope(response, statusElement({ code: STATUS.success }) + content, key);
  return { ...built, assertionId };
}

/** A response that says why there is no assertion (Core 3.2.2). */
export function buildErrorResponse(response: ErrorResponse, key: SigningKey): Promise<BuiltResponse> {
  return signedEnvelope(response, statusElement(response.status), key);
}

async function signedEnvelope(
  envelope: ResponseEnvelope,
  content: string,
  key: SigningKey,
): Promise<BuiltResponse> {
  const id = newMessageId();
  const attributes = {
    'xmlns:samlp': NAMESPACE.protocol,
    Destination: envelope.destination,
    ID: id,
    InResponseTo: envelope.inResponseTo,
    IssueInstant: envelope.issuedAt.toISOString(),
    Version: '2.0',
  };
  const issuer = element('saml:Issuer', { 'xmlns:saml': NAMESPACE.assertion }, writeText(envelope.issuer));
  const before = startTag('samlp:Response', attributes) + issuer;
  return { id, xml: await signMessage({ id, before, after: `${content}</samlp:Response>` }, key) };
}

/** `<Status>` (Core 3.2.2.1). */
export function statusElement({ code, subCode, message }: ResponseStatus): string {
  const nested = subCode ? element('samlp:StatusCode', { Value: subCode }) : '';
  const text = message ? element('samlp:StatusMessage', {}, writeText(message)) : '';
  return element('samlp:Status', {}, element('samlp:StatusCode', { Value: code }, nested), text);
}
