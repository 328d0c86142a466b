import type { Queryable } from '#libs/database';
import { days } from '#libs/kernel';
import { generateKeyMaterial, selfSignedCertificate, type FieldCipher } from '#libs/security';

/** What an app signs its requests with. */
export interface ServiceProviderKey {
  /** PKCS#8, PEM. */
  readonly privateKey: string;
  /** Self-signed, PEM: the public half as it stands in the metadata. */
  readonly certificate: string;
}

/** Metadata carries keys as certificates and trusts the key alone, so the dates of the certificate decide nothing. */
const VALIDITY = days(10 * 365);

const ALGORITHM = 'RS256';

/** A new RSA key with a certificate around it. */
export async function newServiceProviderKey(commonName: string): Promise<ServiceProviderKey> {
  const material = await generateKeyMaterial(ALGORITHM);
  const now = Date.now();
  const life = { commonName, from: new Date(now - days(1)), until: new Date(now + VALIDITY) };
  return {
    privateKey: material.privateKey,
    certificate: await selfSignedCertificate(material, ALGORITHM, life),
  };
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
  const { privateKey, certificate } = await newServiceProviderKey(`CSAM ${provider}`);
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
