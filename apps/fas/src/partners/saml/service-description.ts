import { readFileSync } from 'node:fs';
import { parseIdentityProviderMetadata } from '#libs/saml';
import type { IdentityProvider } from '#libs/service-provider';
import type { SamlRow } from '../partner.js';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Who a service is and whose signatures are its: from its metadata as the operator put it here, or from the settings
 * in its place. Read once, at start; a mistake stops the start with its place.
 */
export function describedService(row: SamlRow, now: Date): IdentityProvider {
  const { entityId, singleSignOn, certificates } =
    row.metadataFile === undefined ? fromSettings(row) : fromMetadata(row.key, row.metadataFile, now);
  return { entityId, singleSignOn, certificates: () => Promise.resolve(certificates) };
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
