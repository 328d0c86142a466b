/** Undoes quoted-printable (RFC 2045 section 6.7); the text holds one character per byte. */
export function fromQuotedPrintable(text: string): Buffer {
  return fromHexEscapes(text.replaceAll(/[ \t]+$/gmu, '').replaceAll(/=\r?\n/gu, ''));
}

/** `=C3=A9` and the like (RFC 2045 section 6.7 rule 1, RFC 2047 section 4.2). */
function fromHexEscapes(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-Fa-f]{2})/gu, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );
}

/** Content of a part as bytes, by its Content-Transfer-Encoding. */
export function decodeTransfer(content: string, encoding: string): Buffer {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(content, 'base64');
    case 'quoted-printable':
      return fromQuotedPrintable(content);
    default:
      return Buffer.from(content, 'latin1');
  }
}

export function decodeCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

const ENCODED_WORD = /=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/giu;

/** Text of a header field: encoded words (RFC 2047) decoded, white space between two of them dropped. */
export function decodeHeader(value: string): string {
  const bare = Buffer.from(value, 'latin1').toString('utf8');
  return bare
    .replaceAll(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[bq]\?)/giu, '$1')
    .replaceAll(ENCODED_WORD, (_whole, charset: string, kind: string, content: string) => {
      const base64 = kind.toLowerCase() === 'b';
      const bytes = base64 ? Buffer.from(content, 'base64') : fromHexEscapes(content.replaceAll('_', ' '));
      return decodeCharset(bytes, charset);
    });
}
