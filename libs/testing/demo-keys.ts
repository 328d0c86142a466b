import { join } from 'node:path';
import { ensureKeyFiles, type KeyFiles } from './self-signed.js';

export interface NationalRegisterKeys {
  /** Signs the requests of APS; its certificate is registered at the stand-in for the Rijksregister. */
  readonly consumer: KeyFiles;
  /** Signs the answers. */
  readonly server: KeyFiles;
}

const pairIn = (folder: string, name: string): KeyFiles => ({
  keyFile: join(folder, `${name}.key`),
  certificateFile: join(folder, `${name}.crt`),
});

/** Key pairs of both sides of the Rijksregister of the demo, in `<dataDirectory>/demo/national-register`. */
export async function ensureNationalRegisterKeys(dataDirectory: string): Promise<NationalRegisterKeys> {
  const folder = nationalRegisterFolder(dataDirectory);
  const [consumer, server] = await Promise.all([
    ensureKeyFiles(pairIn(folder, 'consumer'), 'APS of the demo'),
    ensureKeyFiles(pairIn(folder, 'server'), 'Rijksregister of the demo'),
  ]);
  return { consumer, server };
}

export const nationalRegisterFolder = (dataDirectory: string): string =>
  join(dataDirectory, 'demo', 'national-register');

/** Key pair of the SAML relying party of the demo, in `<dataDirectory>/demo/relying-parties`. */
export function ensureServiceProviderKeys(dataDirectory: string): Promise<KeyFiles> {
  return ensureKeyFiles(
    pairIn(join(dataDirectory, 'demo', 'relying-parties'), 'saml'),
    'SAML service of the demo',
  );
}

/** Key pair with which the European node of the demo signs, in `<dataDirectory>/demo/eidas-node`. */
export function ensureEidasNodeKeys(dataDirectory: string): Promise<KeyFiles> {
  return ensureKeyFiles(
    pairIn(join(dataDirectory, 'demo', 'eidas-node'), 'server'),
    'European node of the demo',
  );
}

/** Key pair with which FAS's certificate listener speaks https in the demo, in `<dataDirectory>/demo/card-gate`. */
export function ensureCardGateKeys(dataDirectory: string, host: string): Promise<KeyFiles> {
  const folder = join(dataDirectory, 'demo', 'card-gate');
  return ensureKeyFiles(pairIn(folder, 'server'), 'Certificate sign-in of the demo', [host]);
}
