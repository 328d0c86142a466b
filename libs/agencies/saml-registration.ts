import { encryptionRecipient, parseServiceProviderMetadata } from '#libs/saml';
import type { SamlPart } from './application-file.js';
import type { SamlSettings } from './application.js';
import type { ApplicationsStore } from './applications.store.js';
import { acceptMetadata } from './metadata-source/accept-metadata.js';

/** What is registered of a SAML service. */
interface UsableSaml {
  readonly kind: 'usable';
  readonly saml: SamlSettings;
}

interface SamlRefused {
  readonly kind: 'refused';
  readonly reason: 'metadata';
  /** A sentence for who registers. */
  readonly problem: string;
}

const refused = (problem: string): SamlRefused => ({ kind: 'refused', reason: 'metadata', problem });

/** Metadata that is followed stays as it was fetched last, which may be newer than what came along now. */
export async function followedAlready(
  applications: ApplicationsStore,
  id: string | undefined,
  saml: SamlPart | undefined,
): Promise<UsableSaml | undefined> {
  if (id === undefined || saml?.metadataUrl === undefined) return undefined;
  const { metadataFile: _none, ...settings } = saml;
  const known = (await applications.find(id))?.saml;
  if (known === undefined || !isSameSource(known, settings)) return undefined;
  const { entityId, metadata } = known;
  return { kind: 'usable', saml: { ...settings, entityId, metadata } };
}

type Source = Pick<SamlSettings, 'metadataUrl' | 'metadataSigner'>;

const isSameSource = (one: Source, other: Source): boolean =>
  one.metadataUrl === other.metadataUrl && one.metadataSigner === other.metadataSigner;

export function samlFromAddress(
  { metadataFile: _none, ...settings }: SamlPart,
  metadata: string,
  longestValidity: number,
): UsableSaml | SamlRefused {
  const outcome = acceptMetadata(metadata, settings, { now: new Date(), longestValidity });
  if (outcome.kind === 'refused') return refused(`saml.metadataUrl: ${outcome.reason}: ${outcome.problem}`);
  const { value, document } = outcome;
  return { kind: 'usable', saml: { entityId: value.entityId, metadata: document, ...settings } };
}

export function samlFromFile(
  { metadataFile: _file, ...settings }: SamlPart,
  metadata: string,
): UsableSaml | SamlRefused {
  const parsed = parseServiceProviderMetadata(metadata);
  if (parsed.kind !== 'valid') return refused(`saml.metadataFile: ${parsed.reason}`);
  const { wantAssertionsEncrypted, allowCbcEncryption } = settings;
  if (wantAssertionsEncrypted && !encryptionRecipient(parsed.value, allowCbcEncryption)) {
    return refused('saml.metadataFile: no RSA key and method to encrypt assertions with');
  }
  return { kind: 'usable', saml: { entityId: parsed.value.entityId, metadata, ...settings } };
}
