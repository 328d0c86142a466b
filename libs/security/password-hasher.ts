import { hash, parseOptions, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { MasterKey } from './master-key.js';
import { normalisePassword } from './password-rules.js';
import { OverloadedError, WorkLimit } from './work-limit.js';

export type PasswordOutcome =
  | { readonly kind: 'match'; /** store a new hash: cost or pepper changed */ readonly rehash: boolean }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'busy' };

export interface PasswordCost {
  /** KiB of memory per hash. */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

export interface PasswordHasherOptions {
  readonly masterKey: MasterKey;
  readonly olderMasterKeys?: readonly MasterKey[];
  readonly cost?: PasswordCost;
  /** Hashes computed at once. */
  readonly concurrency?: number;
  /** Hashes that may wait for their turn. */
  readonly waiting?: number;
}

/** OWASP's first choice for argon2id. */
const DEFAULT_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const HASH_BYTES = 32;

/** No password that we accepted is longer, in UTF-16 units before normalisation. */
const LONGEST_INPUT = 2_048;

// libuv has four worker threads; one stays free for signatures.
const DEFAULT_CONCURRENCY = Math.min(3, Math.max(1, availableParallelism() - 1));

/**
 * Password hashes by argon2id (RFC 9106), peppered with a key that is not in the database.
 * Stored form: `<master key id>:<PHC string>`.
 *
 * Hashing is done in a few worker threads with a bounded line, so that a storm of logins can neither starve
 * the event loop nor pile up memory.
 */
export class PasswordHasher {
  private readonly cost: PasswordCost;
  private readonly limit: WorkLimit;
  private readonly keyId: string;
  private readonly peppers: ReadonlyMap<string, Buffer>;
  private readonly nobody: string;

  constructor({ masterKey, olderMasterKeys = [], ...options }: PasswordHasherOptions) {
    this.cost = options.cost ?? DEFAULT_COST;
    this.limit = new WorkLimit(options.concurrency ?? DEFAULT_CONCURRENCY, options.waiting ?? 64);
    this.keyId = masterKey.id;
    this.peppers = new Map(
      [...olderMasterKeys, masterKey].map((key) => [key.id, key.derive('password-pepper')]),
    );
    this.nobody = this.unmatchable();
  }

  /** Throws `OverloadedError` when too many hashes wait already. */
  async hash(plain: string): Promise<string> {
    const password = normalisePassword(plain);
    const phc = await this.limit.run(() =>
      hash(password, { ...this.cost, outputLen: HASH_BYTES, secret: this.pepper(this.keyId) }),
    );
    return `${this.keyId}:${phc}`;
  }

  /** An absent user (`stored` undefined) costs the same work as a present one and never matches. */
  async verify(stored: string | undefined, plain: string): Promise<PasswordOutcome> {
    const usable = stored !== undefined && plain.length <= LONGEST_INPUT;
    const { keyId, phc } = split(usable ? stored : this.nobody);
    const password = normalisePassword(plain.slice(0, LONGEST_INPUT));
    try {
      const matches = await this.limit.run(() => verify(phc, password, { secret: this.pepper(keyId) }));
      return matches && usable ? { kind: 'match', rehash: this.needsRehash(stored) } : { kind: 'mismatch' };
    } catch (error) {
      if (error instanceof OverloadedError) return { kind: 'busy' };
      throw error;
    }
  }

  needsRehash(stored: string): boolean {
    const { keyId, phc } = split(stored);
    const used = parseOptions(phc);
    return (
      keyId !== this.keyId ||
      used.memoryCost !== this.cost.memoryCost ||
      used.timeCost !== this.cost.timeCost ||
      used.parallelism !== this.cost.parallelism
    );
  }

  private pepper(keyId: string): Buffer {
    const pepper = this.peppers.get(keyId);
    if (pepper === undefined)
      throw new Error(`The password was hashed under the key ${keyId}, which is not here.`);
    return pepper;
  }

  /** A hash of nothing, of the same cost as a real one. */
  private unmatchable(): string {
    const { memoryCost, timeCost, parallelism } = this.cost;
    return `${this.keyId}:$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${randomField(16)}$${randomField(HASH_BYTES)}`;
  }
}

const randomField = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');

function split(stored: string): { keyId: string; phc: string } {
  const at = stored.indexOf(':');
  return { keyId: stored.slice(0, at), phc: stored.slice(at + 1) };
}
