import { randomBytes } from 'node:crypto';
import {
  AgenciesStore,
  ApplicationsStore,
  amendApplication,
  parseApplicationFile,
  registerApplication,
  type ApplicationEnvironment,
  type ApplicationFile,
} from '#libs/agencies';
import type { Queryable } from '#libs/database';
import { expectMessages } from '#libs/operations';
import { clientIdOf } from './client-id.js';
import type { Dossier, EnvironmentSettings } from './dossier.js';
import { DossierStore } from './dossier.store.js';
import { scopesFor } from './scopes.js';

/** Thrown when a service cannot be registered as it is described; says why, for who described it. */
export class CannotRegister extends Error {
  override readonly name = 'CannotRegister';
}

/**
 * Registers the service in one environment, so that it can sign people in from now on; what is registered already is
 * changed to what the description says. Its client secret, if it has one, is known to nobody until somebody of the
 * agency has one made.
 *
 * @throws CannotRegister
 */
export async function activate(
  tx: Queryable,
  dossier: Dossier,
  environment: ApplicationEnvironment,
): Promise<string> {
  const place = dossier.environments[environment];
  const settings = place?.settings;
  if (settings === undefined) throw new CannotRegister(`no settings for ${environment}`);
  const file = await fileOf(tx, dossier, environment, settings);
  const outcome =
    place?.application === undefined
      ? await registerApplication(tx, file, settings.metadata)
      : await amendApplication(tx, place.application, file, settings.metadata);
  if (outcome.kind === 'refused') throw new CannotRegister(outcome.problem);
  await new ApplicationsStore(tx).belongsTo(outcome.id, dossier.id);
  await capMessages(tx, dossier, outcome.id);
  await new DossierStore(tx).saveEnvironment(dossier.id, environment, { settings, application: outcome.id });
  return outcome.id;
}

/** What the agency expects and pays is from where it is warned. */
async function capMessages(
  tx: Queryable,
  { agency, createdBy, details: { keys, smsPerMonth: messages } }: Dossier,
  application: string,
): Promise<void> {
  if (!keys.includes('sms') || messages === undefined || messages < 1) return;
  await expectMessages(tx, { application, agency, messages }, createdBy);
}

async function fileOf(
  tx: Queryable,
  dossier: Dossier,
  environment: ApplicationEnvironment,
  settings: EnvironmentSettings,
): Promise<ApplicationFile> {
  const { name, minimumLevel, keys, contexts, attributes } = dossier.details;
  const basis = await basisOf(tx, dossier);
  const parsed = parseApplicationFile({
    agency: dossier.agency,
    environment,
    name,
    minimumLevel,
    keys,
    contexts,
    attributes: attributes.map((attribute) => attribute.name),
    ...(basis && { legalBasis: basis }),
    ...protocolOf(dossier, settings, environment),
  });
  if (parsed.kind === 'invalid') throw new CannotRegister(parsed.problems.join('; '));
  return parsed.file;
}

async function basisOf(tx: Queryable, { agency, details }: Dossier) {
  if (details.authorisation === undefined || details.attributes.length === 0) return undefined;
  const bases = await new AgenciesStore(tx).legalBases(agency);
  const found = bases.find(({ id }) => id === details.authorisation);
  if (found === undefined) return undefined;
  const { kind, reference, validFrom, validUntil } = found;
  return { kind, reference, validFrom, ...(validUntil !== undefined && { validUntil }) };
}

const samlPart = ({ metadataUrl, metadataSigner }: EnvironmentSettings) =>
  metadataUrl === undefined ? { metadataFile: 'metadata.xml' } : { metadataUrl, metadataSigner };

function protocolOf(
  { id, details }: Dossier,
  settings: EnvironmentSettings,
  environment: ApplicationEnvironment,
) {
  if (settings.protocol === 'saml') return { saml: samlPart(settings) };
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
