import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const ALIAS_BYTES = 16;
const COMMITMENT_BYTES = 16;
const TAG_BYTES = 16;
const COMMITMENT = Buffer.from('csam/audit/commitment');
const ALGORITHM = 'aes-256-gcm';

/** Every place of every record has a key of its own, which encrypts once: the nonce need not differ. */
const NONCE = Buffer.alloc(12);

/**
 * The secret of one person in the audit record: what a record says of them stands there encrypted under keys that are
 * derived from it. Once it is gone, nobody opens these any more.
 */
export class RecordKey {
  /** By what the record knows the person: the same in all their records, and leads nowhere without the secret. */
  readonly alias: string;

  constructor(readonly secret: Buffer) {
    if (secret.length !== SECRET_BYTES) throw new RangeError(`A record key has ${SECRET_BYTES} bytes.`);
    this.alias = this.expand('alias').subarray(0, ALIAS_BYTES).toString('base64url');
  }

  static random(): RecordKey {
    return new RecordKey(randomBytes(SECRET_BYTES));
  }

  /** The key of one place in one record. It may be given away: it opens that place and nothing else. */
  forRecord(id: string, place: string): Buffer {
    return this.expand(`record:${id}:${place}`);
  }

  /** One step of HKDF-Expand (RFC 5869 section 2.3); the secret is random, so that nothing is left to extract. */
  private expand(info: string): Buffer {
    return createHmac('sha256', this.secret).update(`csam/audit/${info}\u0001`).digest();
  }
}

/** AES-GCM alone would let who wrote a value find two keys that both open it, each to something else. */
const commitment = (key: Buffer): Buffer =>
  hash('sha256', Buffer.concat([COMMITMENT, key]), 'buffer').subarray(0, COMMITMENT_BYTES);

/** Encrypts under a key that is used for nothing else; base64url of the commitment to it, ciphertext and tag. */
export function close(key: Buffer, content: string): string {
  const cipher = createCipheriv(ALGORITHM, key, NONCE);
  const parts = [commitment(key), cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64url');
}

/** Undefined when it is not exactly what was closed under this key. */
export function open(key: Buffer, closed: string): string | undefined {
  const bytes = Buffer.from(closed, 'base64url');
  if (key.length !== SECRET_BYTES || bytes.length < COMMITMENT_BYTES + TAG_BYTES) return undefined;
  if (!bytes.subarray(0, COMMITMENT_BYTES).equals(commitment(key))) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, NONCE, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const inside = bytes.subarray(COMMITMENT_BYTES, -TAG_BYTES);
    return decipher.update(inside, undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
