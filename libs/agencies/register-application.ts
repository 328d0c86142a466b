import { createHash } from 'node:crypto';
import type { Queryable } from '#libs/database';
import { days, parseEnterpriseNumber, type EnterpriseNumber } from '#libs/kernel';
import { AgenciesStore } from './agencies.store.js';
import type { ApplicationFile } from './application-file.js';
import type { Application, SamlSettings } from './application.js';
import { ApplicationsStore, type NewApplication } from './applications.store.js';
import type { OidcPart } from './oidc-part.js';
import { type OidcSettings } from './oidc-settings.js';
import { followedAlready, samlFromAddress, samlFromFile } from './saml-registration.js';

export interface RegisterRefused {
  readonly kind: 'refused';
  readonly reason: 'unknown-agency' | 'metadata' | 'client-id-taken' | 'entity-id-taken';
  /** A sentence for who registers. */
  readonly problem: string;
}

export type RegisterOutcome = { readonly kind: 'registered'; readonly id: string } | RegisterRefused;

/** How the application speaks with us: one of the two. */
interface Protocol {
  readonly kind: 'usable';
  readonly oidc?: OidcSettings;
  readonly saml?: SamlSettings;
}

/**
 * Registers an application of a known agency. Run it in a transaction.
 *
 * @param metadata the document that `saml.metadataFile` names, or that stands at `saml.metadataUrl` when there is no file,
 *   when the application speaks SAML
 * @param longestValidity milliseconds that a document from an address may be valid ahead
 */
export async function registerApplication(
  database: Queryable,
  file: ApplicationFile,
  metadata: string | undefined,
  longestValidity: number = days(30),
): Promise<RegisterOutcome> {
  const wanted = await wantedApplication(database, file, { metadata, longestValidity });
  if (wanted.kind === 'refused') return wanted;
  return { kind: 'registered', id: await new ApplicationsStore(database).add(wanted.application) };
}

/**
 * Changes a registered application to what the file says; its agency, environment and client secret stay. Run it in a
 * transaction.
 */
export async function amendApplication(
  database: Queryable,
  id: string,
  file: ApplicationFile,
  metadata: string | undefined,
): Promise<RegisterOutcome> {
  const wanted = await wantedApplication(database, file, { metadata, longestValidity: days(30), id });
  if (wanted.kind === 'refused') return wanted;
  await new ApplicationsStore(database).amend(id, wanted.application);
  return { kind: 'registered', id };
}

interface Wanted {
  readonly metadata: string | undefined;
  readonly longestValidity: number;
  /** Of the application that is changed; none for a new one. */
  readonly id?: string;
}

async function wantedApplication(
  database: Queryable,
  file: ApplicationFile,
  { metadata, longestValidity, id }: Wanted,
): Promise<{ readonly kind: 'wanted'; readonly application: NewApplication } | RegisterRefused> {
  const agencies = new AgenciesStore(database);
  const agency = await knownAgency(agencies, file.agency);
  if (agency === undefined) return refused('unknown-agency', `No agency ${file.agency} is known.`);
  const protocol: Protocol | RegisterRefused =
    (await followedAlready(new ApplicationsStore(database), id, file.saml)) ??
    protocolOf(file, metadata, longestValidity);
  if (protocol.kind === 'refused') return protocol;
  const taken = await takenBy(new ApplicationsStore(database), protocol, id);
  if (taken !== undefined) return taken;
  const { name, environment, minimumLevel, keys, contexts } = file;
  const application = {
    agency,
    name: { ...name },
    environment,
    minimumLevel,
    keys,
    contexts,
    attributes: file.attributes.map((attribute) => ({
      name: attribute,
      mandatory: file.mandatoryAttributes.includes(attribute),
    })),
    basis: await basisOf(agencies, agency, file),
    oidc: protocol.oidc,
    saml: protocol.saml,
  };
  return { kind: 'wanted', application };
}

const refused = (reason: RegisterRefused['reason'], problem: string): RegisterRefused => ({
  kind: 'refused',
  reason,
  problem,
});

async function knownAgency(agencies: AgenciesStore, text: string): Promise<EnterpriseNumber | undefined> {
  const parsed = parseEnterpriseNumber(text);
  if (parsed.kind === 'invalid') return undefined;
  return (await agencies.find(parsed.number))?.number;
}

async function takenBy(applications: ApplicationsStore, protocol: Protocol, own: string | undefined) {
  const { oidc, saml } = protocol;
  const byClient = oidc && (await applications.findByClientId(oidc.clientId));
  if (isOther(byClient, own)) {
    return refused('client-id-taken', `The client id ${oidc?.clientId} is taken.`);
  }
  const byEntity = saml && (await applications.findByEntityId(saml.entityId));
  return isOther(byEntity, own)
    ? refused('entity-id-taken', `The entity ${saml?.entityId} is registered already.`)
    : undefined;
}

const isOther = (found: Application | undefined, own: string | undefined): boolean =>
  found !== undefined && found.id !== own;

async function basisOf(agencies: AgenciesStore, agency: EnterpriseNumber, file: ApplicationFile) {
  const { legalBasis, attributes } = file;
  if (legalBasis === undefined) return undefined;
  return { ...legalBasis, id: await agencies.ensureLegalBasis(agency, legalBasis, attributes) };
}

function protocolOf(
  { oidc, saml }: ApplicationFile,
  metadata = '',
  longestValidity: number,
): Protocol | RegisterRefused {
  if (saml !== undefined)
    return saml.metadataFile === undefined
      ? samlFromAddress(saml, metadata, longestValidity)
      : samlFromFile(saml, metadata);
  return { kind: 'usable', oidc: oidc && oidcSettings(oidc) };
}

/**
 * PKCE (RFC 9700 2.1.1) is demanded unless the file says otherwise. The one exception are clients that authenticate
 * with a secret, as the services that there are do: most of them do not know PKCE, and are to work as they are.
 */
function oidcSettings({
  clientSecret,
  jwks,
  requirePkce,
  tokenBinding,
  ...settings
}: OidcPart): OidcSettings {
  const binding = tokenBinding ?? (settings.profile === 'high' ? 'dpop' : undefined);
  return {
    ...settings,
    clientSecretHash: clientSecret && createHash('sha256').update(clientSecret).digest('hex'),
    jwks: jwks?.keys && { keys: jwks.keys },
    requirePkce: requirePkce ?? !usesSecret(settings),
    ...(binding && { tokenBinding: binding }),
  };
}

const usesSecret = ({ tokenEndpointAuthMethod: method, profile }: Omit<OidcPart, 'clientSecret'>): boolean =>
  profile !== 'high' && method.startsWith('client_secret');
