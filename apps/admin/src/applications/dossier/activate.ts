import { randomBytes } from 'node:crypto';
import {
  AgenciesStore,
  ApplicationsStore,
  parseApplicationFile,
  registerApplication,
  type ApplicationEnvironment,
} from '#libs/agencies';
import type { Queryable } from '#libs/database';
import { clientIdOf } from './client-id.js';
import type { Dossier, EnvironmentSettings } from './dossier.js';
import { DossierStore } from './dossier.store.js';
import { scopesFor } from './scopes.js';

/**
 * Registers the service in one environment, so that it can sign people in from now on. Its client secret, if it has
 * one, is known to nobody until somebody of the agency has one made.
 *
 * @throws when the registration refuses what was judged before it was sent in
 */
export async function activate(
  tx: Queryable,
  dossier: Dossier,
  environment: ApplicationEnvironment,
): Promise<string> {
  const settings = dossier.environments[environment]?.settings;
  if (settings === undefined) throw new Error(`the service has no settings for ${environment}`);
  const basis = await basisOf(tx, dossier);
  const parsed = parseApplicationFile({
    agency: dossier.agency,
    environment,
    name: dossier.details.name,
    minimumLevel: dossier.details.minimumLevel,
    keys: dossier.details.keys,
    contexts: dossier.details.contexts,
    attributes: dossier.details.attributes.map(({ name }) => name),
    ...(basis && { legalBasis: basis }),
    ...protocolOf(dossier, settings, environment),
  });
  if (parsed.kind === 'invalid')
    throw new Error(`the service cannot be registered: ${parsed.problems.join('; ')}`);
  const outcome = await registerApplication(tx, parsed.file, settings.metadata);
  if (outcome.kind === 'refused') throw new Error(`the service was not registered: ${outcome.reason}`);
  await new ApplicationsStore(tx).belongsTo(outcome.id, dossier.id);
  await new DossierStore(tx).saveEnvironment(dossier.id, environment, { settings, application: outcome.id });
  return outcome.id;
}

async function basisOf(tx: Queryable, { agency, details }: Dossier) {
  if (details.authorisation === undefined || details.attributes.length === 0) return undefined;
  const bases = await new AgenciesStore(tx).legalBases(agency);
  const found = bases.find(({ id }) => id === details.authorisation);
  if (found === undefined) return undefined;
  const { kind, reference, validFrom, validUntil } = found;
  return { kind, reference, validFrom, ...(validUntil !== undefined && { validUntil }) };
}

function protocolOf(
  { id, details }: Dossier,
  settings: EnvironmentSettings,
  environment: ApplicationEnvironment,
) {
  if (settings.protocol === 'saml') return { saml: { metadataFile: 'metadata.xml' } };
  const { redirectUris, postLogoutRedirectUris, backchannelLogoutUri, tokenEndpointAuthMethod, jwksUri } =
    settings;
  return {
    oidc: {
      clientId: clientIdOf(id, environment),
      redirectUris,
      postLogoutRedirectUris,
      tokenEndpointAuthMethod,
      scopes: scopesFor(details.attributes.map(({ name }) => name)),
      ...(tokenEndpointAuthMethod === 'client_secret_basic' && {
        clientSecret: randomBytes(32).toString('base64url'),
      }),
      ...(backchannelLogoutUri !== undefined && { backchannelLogoutUri }),
      ...(jwksUri !== undefined && { jwksUri }),
    },
  };
}
