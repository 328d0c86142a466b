import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_AGENCY, ensureServiceProviderKeys } from '#libs/testing';
import type { OidcService, OidcVariant, SamlService, Variant } from '../client/messages.js';

/** Runs a command of the operator's command line. */
export type Csam = (args: readonly string[]) => Promise<string>;

/** Two that APS holds itself: no other source is on the road. */
const ATTRIBUTES = ['fedid', 'mail'];

const VARIANTS: readonly Variant[] = ['plain', 'attributes'];
const OIDC_VARIANTS: readonly OidcVariant[] = [...VARIANTS, 'signed'];
const REDIRECT_URI = 'http://localhost/measured/callback';

export interface Services {
  readonly oidc: Readonly<Record<OidcVariant, OidcService>>;
  readonly saml: Readonly<Record<Variant, SamlService>>;
}

/** Registers the services that send people to sign in. */
export async function registerServices(dataFolder: string, csam: Csam): Promise<Services> {
  const { keyFile, certificateFile } = await ensureServiceProviderKeys(dataFolder);
  const privateKey = readFileSync(keyFile, 'utf8');
  const certificate = readFileSync(certificateFile, 'utf8');
  const services = { oidc: {} as Record<OidcVariant, OidcService>, saml: {} as Record<Variant, SamlService> };
  const add = async (variant: OidcVariant, protocol: string, part: object) => {
    const file = join(dataFolder, `measured-${protocol}-${variant}.json`);
    writeFileSync(file, JSON.stringify({ ...common(variant, protocol), ...part }));
    await csam(['application', 'add', '--file', file]);
  };
  for (const variant of OIDC_VARIANTS) {
    const oidc = oidcService(variant);
    services.oidc[variant] = oidc;
    await add(variant, 'oidc', { oidc: registration(oidc, variant) });
  }
  for (const variant of VARIANTS) {
    const saml = {
      entityId: `http://localhost/measured/${variant}`,
      acs: `http://localhost/measured/${variant}/acs`,
      privateKey,
    };
    const metadataFile = join(dataFolder, `measured-saml-${variant}.xml`);
    writeFileSync(metadataFile, metadataOf(saml, certificate));
    services.saml[variant] = saml;
    await add(variant, 'saml', { saml: { metadataFile, requireSignedRequests: true } });
  }
  return services;
}

const registration = ({ redirectUri, scope, ...client }: OidcService, variant: OidcVariant) => ({
  ...client,
  redirectUris: [redirectUri],
  scopes: scope.split(' '),
  requirePkce: true,
  userinfoFormat: variant === 'signed' ? 'jwt' : 'json',
});

function oidcService(variant: OidcVariant): OidcService {
  return {
    clientId: `measured-${variant}`,
    clientSecret: randomBytes(24).toString('base64url'),
    redirectUri: REDIRECT_URI,
    scope: variant === 'plain' ? 'openid' : 'openid profile',
  };
}

function common(variant: OidcVariant, protocol: string) {
  const name = `Measured service (${protocol}, ${variant})`;
  return {
    agency: DEMO_AGENCY,
    name: { nl: name, fr: name, de: name, en: name },
    environment: 'INT',
    minimumLevel: 200,
    keys: ['totp', 'password'],
    contexts: ['citizen'],
    ...(variant === 'plain'
      ? { attributes: [] }
      : {
          attributes: ATTRIBUTES,
          legalBasis: { kind: 'RR_21_2015', reference: 'RR 21/2015', validFrom: '2026-01-01' },
        }),
  };
}

function metadataOf({ entityId, acs }: SamlService, certificate: string): string {
  const base64 = certificate.replaceAll(/-----[A-Z ]+-----|\s/gu, '');
  return (
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">` +
    `<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" AuthnRequestsSigned="true">` +
    `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>` +
    `<ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>` +
    `<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${acs}" index="0" isDefault="true"/>` +
    `</md:SPSSODescriptor></md:EntityDescriptor>`
  );
}
