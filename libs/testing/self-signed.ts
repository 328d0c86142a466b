import 'reflect-metadata';
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** Paths of a private key (PKCS#8 PEM) and its self-signed certificate (PEM). */
export interface KeyFiles {
  readonly keyFile: string;
  readonly certificateFile: string;
}

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const DAY = 86_400_000;

/**
 * Makes key and certificate where they are missing; several processes that start at once end with the same pair.
 *
 * @param hosts names of the server that uses the certificate for https; none for a certificate that signs messages
 */
export async function ensureKeyFiles(
  files: KeyFiles,
  commonName: string,
  hosts: readonly string[] = [],
): Promise<KeyFiles> {
  if (!existsSync(files.keyFile)) placeOnce(files.keyFile, newKey());
  if (!existsSync(files.certificateFile)) {
    placeOnce(
      files.certificateFile,
      await selfSigned(readFileSync(files.keyFile, 'utf8'), commonName, hosts),
    );
  }
  return files;
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A self-signed RSA certificate (PEM) for a private key (PEM), valid for ten years. */
async function selfSigned(keyPem: string, commonName: string, hosts: readonly string[]): Promise<string> {
  const key = createPrivateKey(keyPem);
  const [privateKey, publicKey] = await Promise.all([
    webcrypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), ALGORITHM, true, [
      'sign',
    ]),
    webcrypto.subtle.importKey(
      'spki',
      createPublicKey(keyPem).export({ type: 'spki', format: 'der' }),
      ALGORITHM,
      true,
      ['verify'],
    ),
  ]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    name: `CN=${commonName}, O=CSAM demo, C=BE`,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 3650 * DAY),
    signingAlgorithm: ALGORITHM,
    keys: { privateKey, publicKey },
    extensions: [
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment, true),
      ...(hosts.length > 0
        ? [new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns' as const, value })))]
        : []),
    ],
  });
  return `${certificate.toString('pem')}\n`;
}

/** The file appears whole or not at all, and whoever comes second keeps the first one's. */
function placeOnce(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}
