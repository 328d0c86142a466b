const ALPHABET = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Decodes base64 of RFC 4648 section 4 and nothing else: no white space, no URL alphabet, padding present, no
 * spare bits. One text has one meaning, so that no second reader can see other octets than we do.
 */
export function decodeStrictBase64(text: string): Buffer | undefined {
  if (text.length % 4 !== 0 || !ALPHABET.test(text)) return undefined;
  const octets = Buffer.from(text, 'base64');
  return octets.toString('base64') === text ? octets : undefined;
}

/** The same for xs:base64Binary inside XML, where white space may stand between characters. */
export function decodeXmlBase64(text: string): Buffer | undefined {
  return decodeStrictBase64(text.replace(/[ \t\r\n]+/g, ''));
}
