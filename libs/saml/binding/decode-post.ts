import { refused, type Refused } from '../outcome.js';
import { MESSAGE_LIMIT, type BindingRefusal, type DecodeOutcome } from './saml-message.js';
import { decodeStrictBase64 } from './strict-base64.js';
import { decodeUtf8 } from './utf8.js';

/** The fields of the posted form as a parser of forms hands them over; a doubled field is an array there. */
export interface PostedFields {
  readonly SAMLRequest?: unknown;
  readonly SAMLResponse?: unknown;
  readonly RelayState?: unknown;
}

const BASE64_LIMIT = Math.ceil(MESSAGE_LIMIT / 3) * 4;

/** Takes a message out of the HTTP-POST binding (Bindings 3.5): base64 of the XML itself, never deflated. */
export function decodePost(fields: PostedFields): DecodeOutcome {
  const { SAMLRequest: request, SAMLResponse: response, RelayState: relayState } = fields;
  if (request !== undefined && response !== undefined) return refused('request-and-response');
  if (![request, response, relayState].every(isTextOrAbsent)) return refused('duplicate-parameter');
  const parameter = request === undefined ? 'SAMLResponse' : 'SAMLRequest';
  const xml = decodeXml(fields[parameter]);
  if (typeof xml !== 'string') return xml;
  const envelope = { kind: 'decoded', binding: 'post', parameter, xml } as const;
  return typeof relayState === 'string' ? { ...envelope, relayState } : envelope;
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function decodeXml(encoded: unknown): string | Refused<BindingRefusal> {
  if (typeof encoded !== 'string' || encoded === '') return refused('missing-message');
  if (encoded.length > BASE64_LIMIT) return refused('too-large');
  const octets = decodeStrictBase64(encoded);
  if (!octets) return refused('base64');
  return decodeUtf8(octets) ?? refused('character-encoding');
}
