import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { MasterKey } from './master-key.js';
import { randomPool } from './random-pool.js';

const FORMAT = 'v1';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The stored value was changed, moved to another place, or written under a key that is not here. */
export class FieldCipherError extends Error {
  override readonly name = 'FieldCipherError';
}

/**
 * Encrypts single values for storage (AES-256-GCM, NIST SP 800-38D, random 96-bit nonce).
 *
 * A value is bound to its context (for example `people.person.national_number:<fedId>`): copied to another
 * row or column it does not decrypt. Stored form: `v1.<key id>.<base64url of nonce, ciphertext and tag>`.
 */
export class FieldCipher {
  private readonly keys: ReadonlyMap<string, Buffer>;

  /** @param older earlier master keys, which may still read but no longer write */
  constructor(
    private readonly current: MasterKey,
    older: readonly MasterKey[] = [],
  ) {
    this.keys = new Map([...older, current].map((key) => [key.id, key.derive('field-cipher')]));
  }

  encrypt(plain: string, context: string): string {
    const keyId = this.current.id;
    const nonce = randomPool.take(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key(keyId), nonce);
    cipher.setAAD(associatedData(keyId, context));
    const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${FORMAT}.${keyId}.${sealed.toString('base64url')}`;
  }

  /** Throws `FieldCipherError` when the value is not exactly what was written for this context. */
  decrypt(stored: string, context: string): string {
    const [format, keyId, body] = stored.split('.');
    if (format !== FORMAT || keyId === undefined || body === undefined) {
      throw new FieldCipherError('Not an encrypted value.');
    }
    const sealed = Buffer.from(body, 'base64url');
    if (sealed.length < NONCE_BYTES + TAG_BYTES)
      throw new FieldCipherError('The encrypted value is cut off.');
    const decipher = createDecipheriv(ALGORITHM, this.key(keyId), sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(associatedData(keyId, context));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return (
        decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    } catch (cause) {
      throw new FieldCipherError('The encrypted value does not belong to this place.', { cause });
    }
  }

  /** True when the value was written under an older key and should be written again. */
  isStale(stored: string): boolean {
    return stored.split('.')[1] !== this.current.id;
  }

  private key(keyId: string): Buffer {
    const key = this.keys.get(keyId);
    if (key === undefined) throw new FieldCipherError(`The key ${keyId} is not available.`);
    return key;
  }
}

const associatedData = (keyId: string, context: string) =>
  Buffer.from(`${FORMAT}.${keyId}.${context}`, 'utf8');
