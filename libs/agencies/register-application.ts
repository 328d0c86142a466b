import { createHash } from 'node:crypto';
import type { Queryable } from '#libs/database';
import { parseEnterpriseNumber, type EnterpriseNumber } from '#libs/kernel';
import { parseServiceProviderMetadata } from '#libs/saml';
import { AgenciesStore } from './agencies.store.js';
import type { ApplicationFile } from './application-file.js';
import type { OidcSettings, SamlSettings } from './application.js';
import { ApplicationsStore } from './applications.store.js';

export type RegisterOutcome =
  | { readonly kind: 'registered'; readonly id: string }
  | { readonly kind: 'refused'; readonly problem: string };

/**
 * Registers an application of a known agency. Run it in a transaction.
 *
 * @param metadata the document that `saml.metadataFile` names, when the application speaks SAML
 */
export async function registerApplication(
  database: Queryable,
  file: ApplicationFile,
  metadata: string | undefined,
): Promise<RegisterOutcome> {
  const applications = new ApplicationsStore(database);
  const agencies = new AgenciesStore(database);
  const agency = await knownAgency(agencies, file.agency);
  if (agency === undefined) return refused(`No agency ${file.agency} is known.`);

  const saml = file.saml && samlSettings(file.saml, metadata ?? '');
  if (saml?.kind === 'unusable') return refused(`saml.metadataFile: ${saml.problem}`);
  const oidc = file.oidc && oidcSettings(file.oidc);
  if (oidc && (await applications.findByClientId(oidc.clientId))) {
    return refused(`The client id ${oidc.clientId} is taken.`);
  }
  if (saml && (await applications.findByEntityId(saml.settings.entityId))) {
    return refused(`The entity ${saml.settings.entityId} is registered already.`);
  }

  const basis = file.legalBasis && {
    ...file.legalBasis,
    id: await agencies.ensureLegalBasis(agency, file.legalBasis, file.attributes),
  };
  const mandatory = new Set(file.mandatoryAttributes ?? []);
  const id = await applications.add({
    agency,
    name: { ...file.name },
    environment: file.environment,
    minimumLevel: file.minimumLevel,
    keys: file.keys,
    contexts: file.contexts,
    attributes: file.attributes.map((name) => ({ name, mandatory: mandatory.has(name) })),
    ...(basis && { basis }),
    ...(oidc && { oidc }),
    ...(saml && { saml: saml.settings }),
  });
  return { kind: 'registered', id };
}

const refused = (problem: string): RegisterOutcome => ({ kind: 'refused', problem });

async function knownAgency(agencies: AgenciesStore, text: string): Promise<EnterpriseNumber | undefined> {
  const parsed = parseEnterpriseNumber(text);
  if (parsed.kind === 'invalid') return undefined;
  return (await agencies.find(parsed.number))?.number;
}

function oidcSettings(oidc: NonNullable<ApplicationFile['oidc']>): OidcSettings {
  return {
    clientId: oidc.clientId,
    ...(oidc.clientSecret !== undefined && {
      clientSecretHash: createHash('sha256').update(oidc.clientSecret).digest('hex'),
    }),
    redirectUris: oidc.redirectUris,
    postLogoutRedirectUris: oidc.postLogoutRedirectUris ?? [],
    ...(oidc.backchannelLogoutUri !== undefined && { backchannelLogoutUri: oidc.backchannelLogoutUri }),
    tokenEndpointAuthMethod: oidc.tokenEndpointAuthMethod ?? 'client_secret_basic',
    ...(oidc.jwks?.keys && { jwks: { keys: oidc.jwks.keys } }),
    scopes: oidc.scopes ?? ['openid'],
    subjectType: oidc.subjectType ?? 'pairwise',
    ...(oidc.sectorIdentifier !== undefined && { sectorIdentifier: oidc.sectorIdentifier }),
    userinfoFormat: oidc.userinfoFormat ?? 'jwt',
    requirePkce: oidc.requirePkce ?? oidc.tokenEndpointAuthMethod === 'none',
  };
}

function samlSettings(
  saml: NonNullable<ApplicationFile['saml']>,
  metadata: string,
): { kind: 'usable'; settings: SamlSettings } | { kind: 'unusable'; problem: string } {
  const parsed = parseServiceProviderMetadata(metadata);
  if (parsed.kind !== 'valid') return { kind: 'unusable', problem: parsed.reason };
  return {
    kind: 'usable',
    settings: {
      entityId: parsed.value.entityId,
      metadata,
      wantAssertionsEncrypted: saml.wantAssertionsEncrypted ?? false,
      requireSignedRequests: saml.requireSignedRequests ?? false,
    },
  };
}
