import { readFileSync } from 'node:fs';
import { parseIdentityProviderMetadata, type IdentityProviderDescription } from '#libs/saml';
import type { IdentityProvider } from '#libs/service-provider';
import type { SamlRow } from '../partner.js';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** A service as we know it now. */
export interface DescribedService extends IdentityProvider {
  /** Whether we may ask it anything: not before its metadata was fetched, nor once that has ended. */
  isKnown(now: Date): boolean;
}

/**
 * Who a service is and whose signatures are its, as the operator put it here: its metadata in a file, or the settings in
 * its place. Read once, at start; a mistake stops the start with its place.
 */
export function describedService(row: SamlRow, now: Date): DescribedService {
  const { entityId, singleSignOn, certificates } =
    row.metadataFile === undefined ? fromSettings(row) : fromMetadata(row.key, row.metadataFile, now);
  return { entityId, singleSignOn, certificates: () => Promise.resolve(certificates), isKnown: () => true };
}

interface Described {
  readonly entityId: string;
  readonly singleSignOn: string;
  readonly certificates: readonly string[];
}

function fromMetadata(key: string, file: string, now: Date): Described {
  const parsed = parseIdentityProviderMetadata(readFileSync(file, 'utf8'), { now });
  if (parsed.kind === 'invalid') throw new Error(`identityServices.${key}.metadataFile: ${parsed.reason}`);
  const { entityId, singleSignOn, signingCertificates } = parsed.value;
  return { entityId, singleSignOn, certificates: signingCertificates.map(inPem) };
}

function fromSettings({ key, entityId, singleSignOn, certificatesFile }: SamlRow): Described {
  if (entityId === undefined || singleSignOn === undefined || certificatesFile === undefined)
    throw new Error(`identityServices.${key}: metadataFile is missing, or what stands in its place`);
  const certificates = readFileSync(certificatesFile, 'utf8').match(CERTIFICATE) ?? [];
  if (certificates.length === 0)
    throw new Error(`identityServices.${key}.certificatesFile: there is no certificate in it`);
  return { entityId, singleSignOn, certificates };
}

const inPem = (base64: string): string =>
  `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`;

/** Metadata that was kept is read whatever the hour; whether it still counts is asked at each use. */
const WHENEVER = new Date(0);

/**
 * A service whose metadata the worker fetches from an address: the last good copy counts, until the end that it states
 * itself (Metadata 2.3.2). Its name is the operator's.
 */
export class FollowedService implements DescribedService {
  readonly entityId: string;
  readonly metadataUrl: string;
  private known: IdentityProviderDescription | undefined;

  constructor(
    { entityId = '', metadataUrl = '' }: Pick<SamlRow, 'entityId' | 'metadataUrl'>,
    private readonly now: () => Date,
  ) {
    this.entityId = entityId;
    this.metadataUrl = metadataUrl;
  }

  /** Until something is known nobody is sent there; the address stands in for its site. */
  get singleSignOn(): string {
    return this.known?.singleSignOn ?? this.metadataUrl;
  }

  readonly certificates = (): Promise<readonly string[]> =>
    Promise.resolve(this.isKnown(this.now()) ? (this.known?.signingCertificates ?? []).map(inPem) : []);

  isKnown(now: Date): boolean {
    return this.known !== undefined && (this.known.validUntil ?? now) >= now;
  }

  /** Takes what was kept. What came from another address, or cannot be read, changes nothing. */
  learn({ url, document }: { readonly url: string; readonly document: string }): void {
    const parsed = parseIdentityProviderMetadata(document, { now: WHENEVER });
    if (url === this.metadataUrl && parsed.kind === 'valid' && parsed.value.entityId === this.entityId)
      this.known = parsed.value;
  }
}
