import type { Database, Queryable } from '#libs/database';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import type { FieldCipher } from './field-cipher.js';
import { readPrivateKey, type KeyMaterial, type KeyAlgorithm } from './key-material.js';

/**
 * `saml-encryption` keys do not sign: services encrypt for them, and rotation works the same way. `partner`: towards
 * recognised identity services, for signing and for decrypting. `audit`: checkpoints of the audit record.
 */
export type SigningKeyUse = 'oidc' | 'saml' | 'saml-encryption' | 'partner' | 'audit';
export type SigningKeyState = 'next' | 'active' | 'retired';

export interface SigningKeyInfo {
  readonly kid: string;
  readonly use: SigningKeyUse;
  readonly algorithm: KeyAlgorithm;
  readonly state: SigningKeyState;
  readonly publicJwk: JsonWebKey;
  /** PEM; only for SAML. */
  readonly certificate?: string;
  readonly createdAt: Date;
  readonly activatedAt?: Date;
  readonly retiredAt?: Date;
}

export interface SigningKey extends SigningKeyInfo {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface NewSigningKey extends KeyMaterial {
  readonly use: SigningKeyUse;
  readonly algorithm: KeyAlgorithm;
  readonly state: 'next' | 'active';
  readonly certificate: string | undefined;
  readonly createdAt: Date;
}

/** The keys of one use and algorithm while nobody else may change them. */
export interface LockedKeys {
  current(): Promise<{ active?: string; next?: string }>;
  insert(key: NewSigningKey): Promise<string>;
  setState(kid: string, state: 'active' | 'retired', at: Date): Promise<void>;
}

interface KeyInfoRow {
  kid: string;
  use: SigningKeyUse;
  algorithm: KeyAlgorithm;
  state: SigningKeyState;
  public_jwk: JsonWebKey;
  certificate: string | null;
  created_at: Date;
  activated_at: Date | null;
  retired_at: Date | null;
}

interface KeyRow extends KeyInfoRow {
  private_key: string;
}

// Some roles may read these and not the private key.
const PUBLIC_COLUMNS =
  'kid, use, algorithm, state, public_jwk, certificate, created_at, activated_at, retired_at';

const CHANNEL = 'security_signing_key';

const contextOf = (kid: string) => `security.signing_key.private_key:${kid}`;

export class SigningKeyStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** @param known keys that were decrypted before and need not be again */
  async load(known: readonly SigningKey[]): Promise<SigningKey[]> {
    const opened = new Map(known.map(({ kid, privateKey, publicKey }) => [kid, { privateKey, publicKey }]));
    const rows = await this.rows();
    return rows.map((row) => ({
      ...infoOf(row),
      ...(opened.get(row.kid) ?? readPrivateKey(this.cipher.decrypt(row.private_key, contextOf(row.kid)))),
    }));
  }

  async list(): Promise<SigningKeyInfo[]> {
    const rows = await this.database.query<KeyInfoRow>(
      `select ${PUBLIC_COLUMNS} from security.signing_key order by use, algorithm, created_at`,
    );
    return rows.map(infoOf);
  }

  onChange(handler: () => void): Promise<() => Promise<void>> {
    return this.database.listen(CHANNEL, handler);
  }

  async exclusively<T>(
    use: SigningKeyUse,
    algorithm: KeyAlgorithm,
    work: (keys: LockedKeys) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `signing-key:${use}:${algorithm}`,
      ]);
      const result = await work(this.locked(tx, use, algorithm));
      await tx.query('select pg_notify($1, $2)', [CHANNEL, use]);
      return result;
    });
  }

  private rows(): Promise<KeyRow[]> {
    return this.database.query<KeyRow>(
      'select * from security.signing_key order by use, algorithm, created_at',
    );
  }

  private locked(tx: Queryable, use: SigningKeyUse, algorithm: KeyAlgorithm): LockedKeys {
    return {
      current: async () => {
        const rows = await tx.query<{ kid: string; state: SigningKeyState }>(
          `select kid, state from security.signing_key where use = $1 and algorithm = $2 and state <> 'retired'`,
          [use, algorithm],
        );
        return Object.fromEntries(rows.map(({ state, kid }) => [state, kid]));
      },
      insert: async (key) => {
        const { kid, state, createdAt } = key;
        await tx.query(
          `insert into security.signing_key
             (kid, use, algorithm, state, private_key, public_jwk, certificate, created_at, activated_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            kid,
            use,
            algorithm,
            state,
            this.cipher.encrypt(key.privateKey, contextOf(kid)),
            JSON.stringify(key.publicJwk),
            key.certificate ?? null,
            createdAt,
            state === 'active' ? createdAt : null,
          ],
        );
        return kid;
      },
      setState: async (kid, state, at) => {
        const moment = state === 'active' ? 'activated_at' : 'retired_at';
        await tx.query(`update security.signing_key set state = $2, ${moment} = $3 where kid = $1`, [
          kid,
          state,
          at,
        ]);
      },
    };
  }
}

function infoOf(row: KeyInfoRow): SigningKeyInfo {
  return {
    kid: row.kid,
    use: row.use,
    algorithm: row.algorithm,
    state: row.state,
    publicJwk: row.public_jwk,
    certificate: row.certificate ?? undefined,
    createdAt: row.created_at,
    activatedAt: row.activated_at ?? undefined,
    retiredAt: row.retired_at ?? undefined,
  };
}
