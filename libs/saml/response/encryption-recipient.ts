import type { KeyObject } from 'node:crypto';
import type { ServiceProviderMetadata } from '../metadata/service-provider.js';
import { NAMESPACE } from '../saml-names.js';
import { keyFromCertificate } from '../signature/verification-key.js';

/** How the assertion itself is encrypted (XML Encryption 1.1 section 5.2). */
export interface DataCipher {
  readonly uri: string;
  readonly cipher: 'aes-256-gcm' | 'aes-128-gcm' | 'aes-256-cbc' | 'aes-128-cbc';
  readonly keyOctets: 16 | 32;
  readonly ivOctets: 12 | 16;
}

/** How its key is encrypted (XML Encryption 1.1 section 5.5.2): RSA-OAEP, never PKCS#1 v1.5. */
export interface KeyCipher {
  readonly uri: string;
  /** The hash of OAEP and of its mask. */
  readonly hash: 'sha1' | 'sha256';
}

/** Whom an assertion is encrypted for, and in which way. */
export interface EncryptionRecipient {
  readonly key: KeyObject;
  readonly data: DataCipher;
  readonly wrap: KeyCipher;
}

const { encryption, encryption11 } = NAMESPACE;
const GCM: readonly DataCipher[] = [
  { uri: `${encryption11}aes256-gcm`, cipher: 'aes-256-gcm', keyOctets: 32, ivOctets: 12 },
  { uri: `${encryption11}aes128-gcm`, cipher: 'aes-128-gcm', keyOctets: 16, ivOctets: 12 },
];
const CBC: readonly DataCipher[] = [
  { uri: `${encryption}aes256-cbc`, cipher: 'aes-256-cbc', keyOctets: 32, ivOctets: 16 },
  { uri: `${encryption}aes128-cbc`, cipher: 'aes-128-cbc', keyOctets: 16, ivOctets: 16 },
];
/**
 * SHA-1 serves the first only as OAEP's hash, where its weakness does not matter; every relying party understands it.
 */
const WRAPS: readonly KeyCipher[] = [
  { uri: `${encryption}rsa-oaep-mgf1p`, hash: 'sha1' },
  { uri: `${encryption11}rsa-oaep`, hash: 'sha256' },
];

export type RecipientMetadata = Pick<ServiceProviderMetadata, 'encryptionCertificates' | 'encryptionMethods'>;

/**
 * The recipient that a service provider's metadata describes (Metadata 2.4.1.1): its first RSA key, and the strongest of
 * the methods that it lists, or of ours when it lists none.
 *
 * @param allowCbc an operator's setting for one old client: CBC says nothing about changes on the way (SDP-ALG, IIP-ALG06)
 * @returns undefined when there is no such key, or no method that both sides know
 */
export function encryptionRecipient(
  { encryptionCertificates, encryptionMethods }: RecipientMetadata,
  allowCbc = false,
): EncryptionRecipient | undefined {
  const key = firstRsaKey(encryptionCertificates);
  const data = preferred([...GCM, ...CBC], allowCbc ? [...GCM, ...CBC] : GCM, encryptionMethods);
  const wrap = preferred(WRAPS, WRAPS, encryptionMethods);
  return key && data && wrap && { key, data, wrap };
}

/** A list that names no algorithm of a kind leaves that kind open. */
function preferred<Method extends { readonly uri: string }>(
  known: readonly Method[],
  usable: readonly Method[],
  listed: readonly string[],
): Method | undefined {
  const isOpen = !known.some(({ uri }) => listed.includes(uri));
  return isOpen ? usable[0] : usable.find(({ uri }) => listed.includes(uri));
}

function firstRsaKey(certificates: readonly string[]): KeyObject | undefined {
  for (const certificate of certificates) {
    const read = keyFromCertificate(certificate);
    if (read.kind === 'key' && read.key.asymmetricKeyType === 'rsa') return read.key;
  }
  return undefined;
}
