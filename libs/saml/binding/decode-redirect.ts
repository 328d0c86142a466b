import { refused, type Refused } from '../outcome.js';
import { DEFLATE_ENCODING } from '../saml-names.js';
import { inflateMessage } from './inflate.js';
import { decodeParameter, readRawParameters, type RawParameters } from './query-parameters.js';
import {
  MESSAGE_LIMIT,
  type BindingRefusal,
  type DecodeOutcome,
  type DetachedSignature,
  type MessageParameter,
} from './saml-message.js';
import { decodeStrictBase64 } from './strict-base64.js';
import { decodeUtf8 } from './utf8.js';

/**
 * Takes a message out of the HTTP-Redirect binding (Bindings 3.4).
 *
 * @param rawQuery the query string as it stood in the request line, without the question mark
 */
export function decodeRedirect(rawQuery: string): DecodeOutcome {
  if (rawQuery.length > MESSAGE_LIMIT) return refused('too-large');
  const raw = readRawParameters(rawQuery);
  if (isRefused(raw)) return raw;
  const parameter = messageParameter(raw);
  if (typeof parameter !== 'string') return parameter;
  if (raw.SAMLEncoding !== undefined && decodeParameter(raw.SAMLEncoding) !== DEFLATE_ENCODING) {
    return refused('unknown-encoding');
  }
  const xml = decodeDeflated(raw[parameter] ?? '');
  if (typeof xml !== 'string') return xml;
  return withEnvelope(raw, parameter, xml);
}

function isRefused(value: RawParameters | Refused<BindingRefusal>): value is Refused<BindingRefusal> {
  return 'kind' in value;
}

function messageParameter(raw: RawParameters): MessageParameter | Refused<BindingRefusal> {
  if (raw.SAMLRequest !== undefined && raw.SAMLResponse !== undefined) return refused('request-and-response');
  if (raw.SAMLRequest) return 'SAMLRequest';
  return raw.SAMLResponse ? 'SAMLResponse' : refused('missing-message');
}

function decodeDeflated(rawValue: string): string | Refused<BindingRefusal> {
  const value = decodeParameter(rawValue);
  if (value === undefined) return refused('percent-encoding');
  const deflated = decodeStrictBase64(value);
  if (!deflated) return refused('base64');
  const octets = inflateMessage(deflated);
  if (!Buffer.isBuffer(octets)) return octets;
  return decodeUtf8(octets) ?? refused('character-encoding');
}

function withEnvelope(raw: RawParameters, parameter: MessageParameter, xml: string): DecodeOutcome {
  const detached = detachedSignature(raw, parameter);
  if (detached?.kind === 'refused') return detached;
  const relayState = raw.RelayState === undefined ? undefined : decodeParameter(raw.RelayState);
  if (raw.RelayState !== undefined && relayState === undefined)
    return refused('percent-encoding', 'RelayState');
  return {
    kind: 'decoded',
    binding: 'redirect',
    parameter,
    xml,
    ...(relayState === undefined ? {} : { relayState }),
    ...(detached === undefined ? {} : { detached: detached.signature }),
  };
}

type DetachedOutcome = { readonly kind: 'signed'; readonly signature: DetachedSignature };

/**
 * A half signature is no unsigned message: who drops or empties one of the two parameters is refused, so that a signed
 * request cannot be brought down to an unsigned one.
 */
function detachedSignature(
  raw: RawParameters,
  parameter: MessageParameter,
): DetachedOutcome | Refused<BindingRefusal> | undefined {
  if (raw.SigAlg === undefined && raw.Signature === undefined) return undefined;
  const algorithm = decodeParameter(raw.SigAlg ?? '');
  const value = decodeStrictBase64(decodeParameter(raw.Signature ?? '') ?? '');
  if (!algorithm || !value) return refused('incomplete-signature');
  return { kind: 'signed', signature: { algorithm, value, octets: signedOctets(raw, parameter) } };
}

function signedOctets(raw: RawParameters, parameter: MessageParameter): Buffer {
  const relayState = raw.RelayState === undefined ? '' : `&RelayState=${raw.RelayState}`;
  return Buffer.from(
    `${parameter}=${raw[parameter] ?? ''}${relayState}&SigAlg=${raw.SigAlg ?? ''}`,
    'latin1',
  );
}
