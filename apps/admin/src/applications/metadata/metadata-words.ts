import { X509Certificate } from 'node:crypto';
import type { Language } from '#libs/kernel';
import { parseServiceProviderMetadata, type ServiceProviderMetadata } from '#libs/saml';
import { formatDate } from '#libs/texts';
import { metadataTexts } from './metadata.texts.js';

/** What a document says, whenever it was valid; undefined when it cannot be read. */
export function understoodIn(document: string): ServiceProviderMetadata | undefined {
  if (document === '') return undefined;
  const parsed = parseServiceProviderMetadata(document, { now: new Date(0) });
  return parsed.kind === 'valid' ? parsed.value : undefined;
}

export interface MetadataLine {
  readonly label: string;
  /** None: there is nothing of it. */
  readonly values: readonly string[];
}

/** What metadata of a service say, in words. */
export function metadataLines(metadata: ServiceProviderMetadata, language: Language): MetadataLine[] {
  const t = metadataTexts.in(language);
  const { validUntil } = metadata;
  const places = (endpoints: readonly { readonly location: string; readonly binding: string }[]) =>
    unique(endpoints.map(({ location, binding }) => `${location} (${binding.split(':').at(-1)})`));
  const certificates = (list: readonly string[]) =>
    unique(list.map((base64) => certificateWords(Buffer.from(base64, 'base64'), language)));
  const yesOrNo = (is: boolean) => [t(is ? 'yes' : 'no')];
  return [
    { label: t('entityId'), values: [metadata.entityId] },
    { label: t('consumers'), values: places(metadata.assertionConsumerServices) },
    { label: t('logout'), values: places(metadata.singleLogoutServices) },
    { label: t('signing'), values: certificates(metadata.signingCertificates) },
    { label: t('encryption'), values: certificates(metadata.encryptionCertificates) },
    { label: t('requestsSigned'), values: yesOrNo(metadata.authnRequestsSigned) },
    { label: t('assertionsSigned'), values: yesOrNo(metadata.wantAssertionsSigned) },
    { label: t('validUntil'), values: [validUntil ? formatDate(validUntil, language) : t('noEnd')] },
  ];
}

/** Each certificate of a text in PEM. */
export const pemWords = (pem: string, language: Language): string[] =>
  unique(
    [...pem.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)].map(([block]) =>
      certificateWords(block, language),
    ),
  );

/** By the fingerprint people compare, in groups of four, and its end. */
function certificateWords(encoded: Buffer | string, language: Language): string {
  const { fingerprint256, validTo } = new X509Certificate(encoded);
  const fingerprint = fingerprint256.replaceAll(':', '').replaceAll(/(.{4})(?=.)/g, '$1 ');
  const end = formatDate(new Date(validTo), language);
  return metadataTexts.in(language)('certificate', { fingerprint, end });
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
