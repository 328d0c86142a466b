import { generateKeyPairSync } from 'node:crypto';
import type { FedId } from '#libs/kernel';
import type { BlindIndex } from '#libs/security';
import type { CredentialDescriptor } from './passkey.store.js';

/** Lengths in bytes of the identifiers that devices on the market give, with how browsers reach such a device. */
const LOOKS: readonly { readonly bytes: number; readonly transports: readonly string[] }[] = [
  { bytes: 16, transports: ['internal', 'hybrid'] },
  { bytes: 20, transports: ['internal', 'hybrid'] },
  { bytes: 32, transports: ['internal'] },
  { bytes: 48, transports: ['nfc', 'usb'] },
];

export interface Decoy {
  /** A person who does not exist: no passkey is theirs. */
  readonly fedId: FedId;
  readonly credentials: readonly CredentialDescriptor[];
}

/**
 * What is answered for a username that nobody has, or whose owner has no passkey: always the same for the same name,
 * and not to be told from the answer for others (WebAuthn 14.6.2).
 */
export function decoyFor(username: string, index: BlindIndex): Decoy {
  const hex = index.of(username, 'passkey-decoy') + index.of(username, 'passkey-decoy-more');
  const look = LOOKS[Number.parseInt(hex.slice(-2), 16) % LOOKS.length] ?? LOOKS[0];
  const id = Buffer.from(hex, 'hex').subarray(0, look?.bytes ?? 16);
  return {
    fedId: index.of(username, 'passkey-decoy-person').slice(0, 40) as FedId,
    credentials: [{ id: id.toString('base64url'), transports: look?.transports ?? [] }],
  };
}

/** Nobody holds the private half: the answer of an unknown passkey is verified as any other, and costs the same. */
export const NOBODYS_KEY: Uint8Array<ArrayBuffer> = nobodysKey();

/** COSE_Key of an EC2 key on P-256 for ES256 (RFC 9053 section 7.1.1). */
function nobodysKey(): Uint8Array<ArrayBuffer> {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  });
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]),
  );
}
