import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

const MINIMUM_BYTES = 32;

/**
 * The secret from which every other key is derived (HKDF-SHA256, RFC 5869), so that one secret has to be
 * kept outside the database and no two uses ever share a key.
 */
export class MasterKey {
  /** Public name of this key, written beside what it encrypts so that an older key can still be found. */
  readonly id: string;

  private constructor(private readonly secret: Buffer) {
    this.id = this.derive('key-id', 4).toString('hex');
  }

  /** Throws when the secret is shorter than 32 bytes. */
  static fromSecret(secret: Buffer): MasterKey {
    if (secret.length < MINIMUM_BYTES) {
      throw new Error(`The master key must be at least ${MINIMUM_BYTES} bytes; it has ${secret.length}.`);
    }
    return new MasterKey(Buffer.from(secret));
  }

  /** A key for one purpose; the same purpose always gives the same key. */
  derive(purpose: string, bytes = 32): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, Buffer.alloc(0), `csam/${purpose}`, bytes));
  }
}

/** Reads the key from a file that holds it in hexadecimal or base64. Throws when it cannot, or is too short. */
export function masterKeyFromFile(path: string): MasterKey {
  const text = readFileSync(path, 'utf8').trim();
  return MasterKey.fromSecret(Buffer.from(text, /^[0-9a-f]+$/i.test(text) ? 'hex' : 'base64'));
}
