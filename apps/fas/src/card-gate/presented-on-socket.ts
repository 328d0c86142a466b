import type { Socket } from 'node:net';
import { TLSSocket, type DetailedPeerCertificate } from 'node:tls';
import type { CardReading } from '#libs/digital-keys';

const LONGEST_CHAIN = 6;

/**
 * The certificate that the browser presented in this very handshake; TLS has proven that it holds the key. A resumed
 * session brings a certificate of an earlier handshake, which says nothing about the card in the reader now.
 */
export function presentedOnSocket(socket: Socket): CardReading {
  if (!(socket instanceof TLSSocket) || socket.isSessionReused()) return { kind: 'none' };
  const [certificate, ...others] = chainOf(socket.getPeerCertificate(true));
  return certificate === undefined
    ? { kind: 'none' }
    : { kind: 'certificate', presented: { certificate, others } };
}

/** Without a certificate Node gives an empty object; the last of a chain is its own issuer. */
function chainOf(first: Partial<DetailedPeerCertificate>): Buffer[] {
  const chain: Buffer[] = [];
  let current: Partial<DetailedPeerCertificate> | undefined = first;
  while (current?.raw !== undefined && chain.length < LONGEST_CHAIN) {
    const { raw } = current;
    if (chain.some((der) => der.equals(raw))) break;
    chain.push(raw);
    current = current.issuerCertificate;
  }
  return chain;
}
