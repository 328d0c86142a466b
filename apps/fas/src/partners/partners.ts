import type { AuditWriter } from '#libs/audit';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import type { Clock } from '#libs/kernel';
import type { FieldCipher, SigningKeyRing } from '#libs/security';
import { ensureServiceProviderKey, PostedAnswers, StoredSignInState } from '#libs/service-provider';
import type { KeyStatus } from '../status/key-status.js';
import { LoginStates } from './answer/login-memory.js';
import { OidcPartner } from './oidc-partner.js';
import { PartnerKeys } from './partner-keys.js';
import { PartnerWatch } from './partner-watch.js';
import { partnersIn, type HubPartner, type SamlRow } from './partner.js';
import { FollowedServices } from './saml/followed-services.js';
import { SamlPartner } from './saml/saml-partner.js';
import { describedService, FollowedService, type DescribedService } from './saml/service-description.js';
import { SuspendedServices } from './suspended-services.js';

export const PARTNERS = Symbol('Partners');

/** The hub of recognised identity services. */
export interface Partners {
  readonly list: readonly HubPartner[];
  /** Those of the list that speak SAML. */
  readonly saml: readonly SamlPartner[];
  readonly keys: PartnerKeys;
  readonly states: LoginStates;
  readonly audit: AuditWriter;
  readonly watch: PartnerWatch;
}

export interface PartnerSurroundings {
  readonly config: Config;
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly ring: SigningKeyRing;
  readonly audit: AuditWriter;
  readonly status: KeyStatus;
  readonly clock: Clock;
}

/** Makes the services of the configuration; a row that is not recognised is suspended from the start. */
export async function openPartners(of: PartnerSurroundings): Promise<Partners> {
  const { config, clock, status, audit } = of;
  const keys = new PartnerKeys(of.ring);
  const states = new LoginStates(of.cipher);
  const rows = partnersIn(config.identityServices);
  const parts = { keys, states, clock, fasAddress: config.baseUrl.fas };
  const oidc = rows.oidc.map((row) => new OidcPartner(row, parts));
  const followed = new FollowedServices(of.database);
  const saml = await samlPartners(rows.saml, of, followed);
  const list = [...oidc, ...saml];
  for (const { key } of config.identityServices)
    status.suspend(key, !list.some((partner) => partner.key === key));
  if (oidc.length > 0) await keys.ensure();
  const news = { suspended: new SuspendedServices(of.database), followed };
  const watch = new PartnerWatch(list, news, status, clock);
  return { list, saml, keys, states, audit, watch };
}

/** Name of FAS as a service provider; what waits for one service is kept under a name of its own. */
const APP = 'fas';

async function samlPartners(
  rows: readonly SamlRow[],
  of: PartnerSurroundings,
  followed: FollowedServices,
): Promise<SamlPartner[]> {
  if (rows.length === 0) return [];
  const { database, cipher, clock, config } = of;
  const key = await ensureServiceProviderKey(database, cipher, APP);
  return rows.map((row) => {
    const name = `${APP}:${row.key}`;
    return new SamlPartner(row, {
      service: serviceOf(row, clock, followed),
      key,
      state: new StoredSignInState(database, name),
      answers: new PostedAnswers(database, cipher, name),
      clock,
      fasAddress: config.baseUrl.fas,
    });
  });
}

function serviceOf(row: SamlRow, clock: Clock, followed: FollowedServices): DescribedService {
  if (row.metadataUrl === undefined) return describedService(row, clock.now());
  const service = new FollowedService(row, () => clock.now());
  followed.add(row.key, service);
  return service;
}
