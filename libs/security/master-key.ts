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

/** Of 32 random bytes fewer than these differ once in 10^12 keys; of a word that was repeated they do. */
const LEAST_DIFFERENT_BYTES = 16;

/**
 * Reads the key from a file that holds it in hexadecimal or base64.
 *
 * @throws with the name of the file when it cannot be read, holds something else, or no random secret
 */
export function masterKeyFromFile(path: string): MasterKey {
  try {
    const secret = decoded(readFileSync(path, 'utf8').replaceAll(/\s/g, ''));
    if (secret === undefined) throw new Error('It holds neither hexadecimal nor base64.');
    const key = MasterKey.fromSecret(secret);
    if (new Set(secret).size < LEAST_DIFFERENT_BYTES) throw new Error('It is not random.');
    return key;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The master key in ${path} cannot be used. ${why}`, { cause: error });
  }
}

function decoded(text: string): Buffer | undefined {
  if (/^([0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}
