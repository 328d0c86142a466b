import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Clock } from '#libs/kernel';

export interface FasKeysOptions {
  /** Where FAS publishes its keys. */
  readonly jwksUri: string;
  readonly clock: Clock;
  /** Milliseconds that a published set is used. */
  readonly lifetime?: number;
  /** Milliseconds between two fetches because of a key that is not in the set. */
  readonly pause?: number;
  readonly timeout?: number;
}

export type TokenAlgorithm = 'RS256' | 'ES256';

interface PublishedKey {
  readonly algorithm: TokenAlgorithm;
  readonly key: KeyObject;
}

interface KeySet {
  readonly keys: ReadonlyMap<string, PublishedKey>;
  readonly fetchedAt: number;
}

const MAX_BYTES = 256 * 1024;

/**
 * The public keys of FAS. The set is kept a while and asked anew when a token names a key that is not in it, so a
 * rotation needs no restart; a storm of invented key names does not become a storm of fetches.
 */
export class FasKeys {
  private current: KeySet | undefined;
  private fetching: Promise<KeySet> | undefined;

  constructor(private readonly options: FasKeysOptions) {}

  /** The key of that name, when it is one for that algorithm. Throws when FAS cannot be asked and nothing is known. */
  async find(keyId: string, algorithm: string): Promise<KeyObject | undefined> {
    const set = await this.setWith(keyId);
    const found = set.keys.get(keyId);
    return found?.algorithm === algorithm ? found.key : undefined;
  }

  private async setWith(keyId: string): Promise<KeySet> {
    const { lifetime = 300_000, pause = 5_000, clock } = this.options;
    if (this.current === undefined) return this.refresh();
    const age = clock.now().getTime() - this.current.fetchedAt;
    const isNeeded = age > lifetime || (!this.current.keys.has(keyId) && age > pause);
    return isNeeded ? this.refresh() : this.current;
  }

  /** One fetch at a time; everybody waits for the same. */
  private refresh(): Promise<KeySet> {
    this.fetching ??= this.fetchSet().finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async fetchSet(): Promise<KeySet> {
    const response = await fetch(this.options.jwksUri, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(this.options.timeout ?? 2_000),
    });
    if (!response.ok) throw new Error(`FAS answered ${response.status} for its keys.`);
    const keys = readKeys(JSON.parse(await textOf(response)));
    this.current = { keys, fetchedAt: this.options.clock.now().getTime() };
    return this.current;
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error('The key set of FAS is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readKeys(document: unknown): KeySet['keys'] {
  const list = typeof document === 'object' && document !== null && 'keys' in document ? document.keys : [];
  const published = Array.isArray(list) ? (list as JsonWebKey[]) : [];
  return new Map(published.flatMap((jwk) => readKey(jwk)));
}

/** A key that we do not use (for encryption, of another kind) is passed over. */
function readKey(jwk: JsonWebKey): [string, PublishedKey][] {
  const { kid, use } = jwk;
  const algorithm = algorithmOf(jwk);
  if (typeof kid !== 'string' || algorithm === undefined || use === 'enc') return [];
  return [[kid, { algorithm, key: createPublicKey({ key: publicPart(jwk), format: 'jwk' }) }]];
}

function algorithmOf({ kty, crv }: JsonWebKey): TokenAlgorithm | undefined {
  if (kty === 'RSA') return 'RS256';
  return kty === 'EC' && crv === 'P-256' ? 'ES256' : undefined;
}

const publicPart = ({ kty, n, e, crv, x, y }: JsonWebKey): JsonWebKey =>
  kty === 'RSA' ? ({ kty, n, e } as JsonWebKey) : ({ kty, crv, x, y } as JsonWebKey);
