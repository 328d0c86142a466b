import { sign } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { MessageParameter } from '../binding/saml-message.js';
import { algorithmForKey } from '../signature/algorithms.js';
import type { SigningKey } from '../signature/sign-message.js';

const deflate = promisify(deflateRaw);
const signInThreadPool = promisify(sign);

/**
 * The address that carries a message by the Redirect binding, with its detached signature (Bindings 3.4.4.1).
 *
 * @param location address from metadata; what it has of a query is kept
 */
export async function signedRedirect(
  location: string,
  message: { readonly parameter: MessageParameter; readonly xml: string; readonly relayState?: string },
  { privateKey }: Pick<SigningKey, 'privateKey'>,
): Promise<string> {
  const algorithm = algorithmForKey(privateKey);
  const parameters = [
    [message.parameter, (await deflate(message.xml)).toString('base64')],
    ...(message.relayState === undefined ? [] : [['RelayState', message.relayState]]),
    ['SigAlg', algorithm.uri],
  ];
  const octets = parameters
    .map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const value = await signInThreadPool(algorithm.hash, Buffer.from(octets), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  const separator = location.includes('?') ? '&' : '?';
  return `${location}${separator}${octets}&Signature=${encodeURIComponent(value.toString('base64'))}`;
}
