import type { IncomingHttpHeaders } from 'node:http';
import type { CardReading } from '#libs/digital-keys';
import { constantTimeEqual } from '#libs/security';

export type ProxyReading = CardReading | { readonly kind: 'foreign' };

/** Carries the secret that only the proxy knows. */
const SECRET_HEADER = 'csam-proxy-secret';

const BYTES = /^:([A-Za-z0-9+/=]+):$/;

/**
 * The certificate that a proxy saw in its TLS handshake, in the headers Client-Cert and Client-Cert-Chain (RFC 9440).
 * Only the proxy is believed: whoever does not know the secret is foreign, whatever else the request says.
 */
export function presentedByProxy(headers: IncomingHttpHeaders, secret: string): ProxyReading {
  if (!constantTimeEqual(textOf(headers[SECRET_HEADER]), secret)) return { kind: 'foreign' };
  const certificate = bytesOf(textOf(headers['client-cert']));
  if (certificate === undefined) return { kind: 'none' };
  const others = textOf(headers['client-cert-chain'])
    .split(',')
    .map((item) => bytesOf(item))
    .filter((der) => der !== undefined);
  return { kind: 'certificate', presented: { certificate, others } };
}

/** A byte sequence of structured headers (RFC 9651 3.3.5). */
function bytesOf(item: string): Buffer | undefined {
  const base64 = BYTES.exec(item.trim())?.[1];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}

const textOf = (header: string | string[] | undefined): string =>
  Array.isArray(header) ? header.join(',') : (header ?? '');
