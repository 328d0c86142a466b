import type { Database } from '#libs/database';
import { days, seconds, systemClock, type Clock } from '#libs/kernel';
import type { JsonWebKey } from 'node:crypto';
import type { FieldCipher } from './field-cipher.js';
import { generateKeyMaterial, selfSignedCertificate, type KeyAlgorithm } from './key-material.js';
import {
  SigningKeyStore,
  type SigningKey,
  type SigningKeyInfo,
  type SigningKeyUse,
} from './signing-key.store.js';

export interface SigningKeyRingOptions {
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly clock?: Clock;
  /** Common name of the certificates for SAML. */
  readonly commonName?: string;
  /** How long a retired key stays published, in milliseconds: at least the longest life of what it signed. */
  readonly publishRetiredFor?: number;
  /** How long a certificate is valid, in milliseconds. */
  readonly certificateValidity?: number;
}

/** What changed elsewhere is seen at the latest after this time, also when the announcement was lost. */
const REFRESH_AFTER = seconds(30);

const DEFAULT_ALGORITHM: KeyAlgorithm = 'RS256';

/**
 * The keys that sign for us. Each use has one active key per algorithm and a next one that is published ahead,
 * so that everybody knows it before it signs; after a rotation the old one stays published for a while.
 */
export class SigningKeyRing {
  private readonly store: SigningKeyStore;
  private readonly clock: Clock;
  private readonly options: Required<
    Pick<SigningKeyRingOptions, 'commonName' | 'publishRetiredFor' | 'certificateValidity'>
  >;
  private keys: readonly SigningKey[] = [];
  private loadedAt = Number.NEGATIVE_INFINITY;
  private loading: Promise<void> | undefined;
  private stopListening: (() => Promise<void>) | undefined;

  constructor({ database, cipher, clock = systemClock, ...options }: SigningKeyRingOptions) {
    this.store = new SigningKeyStore(database, cipher);
    this.clock = clock;
    this.options = {
      commonName: options.commonName ?? 'CSAM',
      publishRetiredFor: options.publishRetiredFor ?? days(30),
      certificateValidity: options.certificateValidity ?? days(3 * 365),
    };
  }

  /** Loads the keys and follows rotations done by other processes. */
  async start(): Promise<void> {
    this.stopListening ??= await this.store.onChange(() => {
      this.refresh().catch(() => undefined);
    });
    await this.refresh();
  }

  async stop(): Promise<void> {
    await this.stopListening?.();
    this.stopListening = undefined;
  }

  /** Makes the first active and next key when there are none; safe when several processes start at once. */
  async ensure(use: SigningKeyUse, algorithm: KeyAlgorithm = DEFAULT_ALGORITHM): Promise<void> {
    await this.store.exclusively(use, algorithm, async (keys) => {
      const { active, next } = await keys.current();
      if (active === undefined) await keys.insert(await this.make(use, algorithm, 'active'));
      if (next === undefined) await keys.insert(await this.make(use, algorithm, 'next'));
    });
    await this.refresh();
  }

  /** The key that signs now. Throws when `ensure` was never called for this use. */
  async active(use: SigningKeyUse, algorithm: KeyAlgorithm = DEFAULT_ALGORITHM): Promise<SigningKey> {
    const signer = (await this.current()).find(
      (key) => key.state === 'active' && key.use === use && key.algorithm === algorithm,
    );
    if (signer === undefined) throw new Error(`There is no active ${algorithm} key for ${use}.`);
    return signer;
  }

  /** All keys with which a signature of ours may be checked: active, next and recently retired ones. */
  async publishedKeys(use: SigningKeyUse): Promise<readonly SigningKey[]> {
    const since = this.clock.now().getTime() - this.options.publishRetiredFor;
    const order = { active: 0, next: 1, retired: 2 };
    return (await this.current())
      .filter((key) => key.use === use && (key.retiredAt === undefined || key.retiredAt.getTime() >= since))
      .toSorted((one, other) => order[one.state] - order[other.state]);
  }

  /** The same as a JWK set (RFC 7517). */
  async published(use: SigningKeyUse): Promise<{ keys: JsonWebKey[] }> {
    return { keys: (await this.publishedKeys(use)).map(({ publicJwk }) => publicJwk) };
  }

  /** The next key begins to sign, the active one retires, and a new next one is made. Returns the new signer. */
  async rotate(use: SigningKeyUse, algorithm: KeyAlgorithm = DEFAULT_ALGORITHM): Promise<SigningKeyInfo> {
    const fresh = await this.make(use, algorithm, 'next');
    await this.store.exclusively(use, algorithm, async (keys) => {
      const { active, next } = await keys.current();
      const now = this.clock.now();
      if (active !== undefined) await keys.setState(active, 'retired', now);
      const signer = next ?? (await keys.insert(await this.make(use, algorithm, 'next')));
      await keys.setState(signer, 'active', now);
      await keys.insert(fresh);
    });
    await this.refresh();
    return this.active(use, algorithm);
  }

  /** Every key with its state, for the operator; without secrets. */
  async list(): Promise<readonly SigningKeyInfo[]> {
    return this.store.list();
  }

  private async make(use: SigningKeyUse, algorithm: KeyAlgorithm, state: 'active' | 'next') {
    const material = await generateKeyMaterial(algorithm);
    const now = this.clock.now();
    const until = new Date(now.getTime() + this.options.certificateValidity);
    const certificate =
      (use === 'saml' || use === 'saml-encryption') && algorithm !== 'RSA-OAEP-256'
        ? await selfSignedCertificate(material, algorithm, {
            commonName: this.options.commonName,
            from: now,
            until,
          })
        : undefined;
    return { ...material, use, algorithm, state, certificate, createdAt: now };
  }

  private async current(): Promise<readonly SigningKey[]> {
    const age = performance.now() - this.loadedAt;
    if (this.keys.length === 0) await this.refresh();
    // What is known serves meanwhile: a slow or absent database must not stop signing.
    else if (age > REFRESH_AFTER) this.refresh().catch(() => undefined);
    return this.keys;
  }

  private refresh(): Promise<void> {
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async load(): Promise<void> {
    this.keys = await this.store.load(this.keys);
    this.loadedAt = performance.now();
  }
}
