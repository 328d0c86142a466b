import type { AuditWriter } from '#libs/audit';
import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import type { Clock } from '#libs/kernel';
import type { FieldCipher, SigningKeyRing } from '#libs/security';
import type { KeyStatus } from '../status/key-status.js';
import { LoginStates } from './answer/login-memory.js';
import { OidcPartner } from './oidc-partner.js';
import { PartnerKeys } from './partner-keys.js';
import { PartnerWatch } from './partner-watch.js';
import { partnersIn } from './partner.js';
import { SuspendedServices } from './suspended-services.js';

export const PARTNERS = Symbol('Partners');

/** The hub of recognised identity services. */
export interface Partners {
  readonly list: readonly OidcPartner[];
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
  const list = rows.map((row) => new OidcPartner(row, parts));
  for (const { key } of config.identityServices)
    status.suspend(key, !list.some((partner) => partner.key === key));
  if (list.length > 0) await keys.ensure();
  const watch = new PartnerWatch(list, new SuspendedServices(of.database), status, clock);
  return { list, keys, states, audit, watch };
}
