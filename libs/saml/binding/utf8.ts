/**
 * Strict UTF-8: no overlong forms, no UTF-16, no byte order mark. XML 1.0 would allow other encodings; SAML
 * messages have no use for them and two readers that guess differently are a hole.
 */
export function decodeUtf8(octets: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
    return text.startsWith('\uFEFF') ? undefined : text;
  } catch {
    return undefined;
  }
}
