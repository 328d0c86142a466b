import type { Queryable } from '#libs/database';
import type { FieldCipher } from '#libs/security';
import { newKeyPair } from './new-key-pair.js';

/** What an app signs its requests with. */
export interface ServiceProviderKey {
  /** PKCS#8, PEM. */
  readonly privateKey: string;
  /** Self-signed, PEM: the public half as it stands in the metadata. */
  readonly certificate: string;
}

interface KeyRow {
  private_key: string;
  certificate: string;
}

const contextOf = (provider: string) => `service_provider.key.private_key:${provider}`;

/** The key of this app, made at the first need; processes that start at once end with the same one. */
export async function ensureServiceProviderKey(
  database: Queryable,
  cipher: FieldCipher,
  provider: string,
): Promise<ServiceProviderKey> {
  const known = await find(database, cipher, provider);
  if (known !== undefined) return known;
  const { privateKey, certificate } = await newKeyPair(`CSAM ${provider}`);
  await database.query(
    `insert into service_provider.key (provider, private_key, certificate) values ($1, $2, $3)
     on conflict (provider) do nothing`,
    [provider, cipher.encrypt(privateKey, contextOf(provider)), certificate],
  );
  const stored = await find(database, cipher, provider);
  if (stored === undefined) throw new Error(`The key of ${provider} was not stored.`);
  return stored;
}

async function find(
  database: Queryable,
  cipher: FieldCipher,
  provider: string,
): Promise<ServiceProviderKey | undefined> {
  const [row] = await database.query<KeyRow>(
    'select private_key, certificate from service_provider.key where provider = $1',
    [provider],
  );
  return (
    row && {
      privateKey: cipher.decrypt(row.private_key, contextOf(provider)),
      certificate: row.certificate,
    }
  );
}
