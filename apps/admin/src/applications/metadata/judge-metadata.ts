import { acceptMetadata, type MetadataMoment, type MetadataRefusal } from '#libs/agencies';
import { parseServiceProviderMetadata, type ServiceProviderMetadata } from '#libs/saml';

/** What is wrong with metadata; the page has the words for it. */
const METADATA_MESSAGES = [
  'metadata',
  'signature',
  'signer',
  'validity',
  'unreachable',
  'notADocument',
  'notRead',
  'otherEntity',
  'noEncryptionKey',
] as const;

export type MetadataMessage = (typeof METADATA_MESSAGES)[number];

export const isOfMetadata = (message: string): message is MetadataMessage =>
  METADATA_MESSAGES.some((one) => one === message);

export interface TypedMetadata {
  readonly document: string;
  /** PEM; empty where the document was handed in, and counts as it is. */
  readonly signer: string;
  readonly url: string;
}

export type JudgedMetadata =
  | {
      readonly kind: 'good';
      readonly value: ServiceProviderMetadata;
      /** As it came, with its signature. */
      readonly document: string;
    }
  | {
      readonly kind: 'wrong';
      readonly field: 'metadata' | 'metadataUrl' | 'metadataSigner';
      readonly message: MetadataMessage;
    };

const MESSAGES: Partial<Record<MetadataRefusal, MetadataMessage>> = {
  signature: 'signature',
  'no-signer': 'signer',
  'valid-until': 'validity',
  'valid-until-missing': 'validity',
  'valid-too-long': 'validity',
  expired: 'validity',
  'other-entity': 'otherEntity',
  'no-encryption-key': 'noEncryptionKey',
};

/** Why a document is not taken over, as the page says it. */
export const acceptMessage = (refusal: string): MetadataMessage =>
  new Map<string, MetadataMessage>(Object.entries(MESSAGES)).get(refusal) ?? 'metadata';

/** Whether metadata can be used: under a signature when it comes from an address, as it is when it was handed in. */
export function judgeMetadata(
  { document, signer, url }: TypedMetadata,
  moment: MetadataMoment,
): JudgedMetadata {
  if (url === '') {
    const parsed = parseServiceProviderMetadata(document);
    return parsed.kind === 'valid'
      ? { kind: 'good', value: parsed.value, document }
      : { kind: 'wrong', field: 'metadata', message: 'metadata' };
  }
  // Nobody has seen yet what stands there.
  if (document === '') return { kind: 'wrong', field: 'metadataUrl', message: 'notRead' };
  const accepted = acceptMetadata(
    document,
    { metadataSigner: signer, wantAssertionsEncrypted: false },
    moment,
  );
  if (accepted.kind === 'accepted') return { kind: 'good', value: accepted.value, document };
  const message = acceptMessage(accepted.reason);
  return { kind: 'wrong', field: message === 'signer' ? 'metadataSigner' : 'metadataUrl', message };
}
