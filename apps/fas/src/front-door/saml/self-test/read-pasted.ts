import { decodePost, decodeRedirect, type DecodeOutcome } from '#libs/saml';

/**
 * Makes a message of what somebody pastes: the address of a request by Redirect or its query, the value of a form field
 * by POST, a deflated value without its address, or the XML itself.
 */
export function readPasted(text: string): DecodeOutcome {
  const pasted = text.trim();
  const query = /(?:^|[?&])(?:SAMLRequest|SAMLResponse)=/.test(pasted);
  if (query) return decodeRedirect(pasted.replace(/^[^?]*\?/, '').replace(/#.*$/s, ''));
  if (pasted.startsWith('<'))
    return decodePost({ SAMLRequest: Buffer.from(pasted, 'utf8').toString('base64') });
  const value = pasted.replaceAll(/\s/g, '');
  return isXml(value)
    ? decodePost({ SAMLRequest: value })
    : decodeRedirect(`SAMLRequest=${encodeURIComponent(value)}`);
}

const isXml = (base64: string): boolean =>
  Buffer.from(base64.slice(0, 200), 'base64').toString('latin1').trimStart().startsWith('<');
