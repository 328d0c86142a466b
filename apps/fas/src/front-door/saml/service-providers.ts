import type { KeyObject } from 'node:crypto';
import type { Application, SamlSettings } from '#libs/agencies';
import type { Clock } from '#libs/kernel';
import {
  encryptionRecipient,
  keyFromCertificate,
  parseServiceProviderMetadata,
  type EncryptionRecipient,
  type ServiceProviderMetadata,
  type Trust,
} from '#libs/saml';
import type { RelyingParties } from '../../relying-parties/relying-parties.js';

/** A relying party as SAML sees it. */
export interface ServiceProvider {
  readonly application: Application;
  readonly entityId: string;
  readonly metadata: ServiceProviderMetadata;
  readonly requestsMustBeSigned: boolean;
  readonly trust: Trust;
  /** Its answers name the identity provider behind us that proved the key. */
  readonly hearsOfPartners: boolean;
  /** Present when its assertions go encrypted. */
  readonly encryption?: EncryptionRecipient;
}

export type FoundServiceProvider =
  | { readonly kind: 'found'; readonly party: ServiceProvider }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unusable'; readonly application: Application; readonly reason: string };

type Read =
  | { readonly kind: 'read'; readonly party: ServiceProvider }
  | { readonly kind: 'unusable'; readonly reason: string };

/** The relying parties that speak SAML, each with its metadata read once per change. */
export class ServiceProviders {
  private readonly known = new WeakMap<Application, Read>();

  constructor(
    private readonly parties: RelyingParties,
    private readonly clock: Clock,
  ) {}

  async find(entityId: string): Promise<FoundServiceProvider> {
    const application = await this.parties.findByEntityId(entityId);
    if (application?.saml === undefined) return { kind: 'unknown' };
    if (application.state !== 'active') return { kind: 'unusable', application, reason: application.state };
    const read = this.known.get(application) ?? readParty(application, application.saml);
    this.known.set(application, read);
    if (read.kind === 'unusable') return { ...read, application };
    const { validUntil } = read.party.metadata;
    const expired = validUntil !== undefined && validUntil <= this.clock.now();
    return expired
      ? { kind: 'unusable', application, reason: 'metadata-expired' }
      : { kind: 'found', party: read.party };
  }
}

const BEGINNING = new Date(0);

function readParty(application: Application, settings: SamlSettings): Read {
  // Whether it has expired is asked at every use, not once.
  const parsed = parseServiceProviderMetadata(settings.metadata, { now: BEGINNING });
  if (parsed.kind === 'invalid') return { kind: 'unusable', reason: 'metadata-invalid' };
  const metadata = parsed.value;
  const encryption = settings.wantAssertionsEncrypted
    ? encryptionRecipient(metadata, settings.allowCbcEncryption)
    : undefined;
  if (settings.wantAssertionsEncrypted && !encryption)
    return { kind: 'unusable', reason: 'no-encryption-key' };
  const party: ServiceProvider = {
    application,
    entityId: settings.entityId,
    metadata,
    requestsMustBeSigned: settings.requireSignedRequests || metadata.authnRequestsSigned,
    trust: { keys: keysOf(metadata.signingCertificates), allowSha1: settings.allowSha1 ?? false },
    hearsOfPartners: settings.nameAuthenticatingAuthority === true,
    ...(encryption && { encryption }),
  };
  return { kind: 'read', party };
}

function keysOf(certificates: readonly string[]): KeyObject[] {
  return certificates.flatMap((certificate) => {
    const read = keyFromCertificate(certificate);
    return read.kind === 'key' ? [read.key] : [];
  });
}
