import type { ApplicationEnvironment } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { Approvals } from '../approvals/approvals.service.js';
import {
  ENVIRONMENTS,
  type Dossier,
  type DossierDetails,
  type DossierState,
  type EnvironmentSettings,
} from './dossier/dossier.js';
import { DossierStore } from './dossier/dossier.store.js';
import { serviceChangeKind, serviceInUse, type ServiceInUse } from './dossier/service-change.js';
import type { SettingsRules } from './dossier/settings-form.js';
import { problemOfRegistering } from './dossier/try-out.js';
import type { MetadataReading } from './metadata/metadata-reading.js';
import type { Asker } from './services.service.js';

export type EditOutcome =
  | { readonly kind: 'saved' }
  /** A second person decides. */
  | { readonly kind: 'requested'; readonly id: string }
  | { readonly kind: 'waiting' }
  /** Somebody saved something else at the same moment. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'cannot'; readonly problem: string };

const IN_USE: readonly DossierState[] = ['int-active', 'self-test-passed', 'prod-active'];

/** Whether the description is changed by a request, because the service is in use already. */
export const isInUse = ({ state }: Pick<Dossier, 'state'>): boolean => IN_USE.includes(state);

export const canBeEdited = (dossier: Pick<Dossier, 'state'>): boolean =>
  dossier.state === 'draft' || isInUse(dossier);

/** Environments whose connection can be filled in or changed now. */
function editableEnvironments(dossier: Pick<Dossier, 'state'>): readonly ApplicationEnvironment[] {
  if (dossier.state === 'draft') return ['INT'];
  return isInUse(dossier) ? ['INT', 'ACC', 'PROD'] : [];
}

/**
 * Environments whose connection somebody can change now: the agency any of them, the service desk for it what is in use
 * already, where a second person looks along. A key that leaked can be replaced while the service is suspended.
 */
export function connectable(dossier: Dossier, manages: boolean): readonly ApplicationEnvironment[] {
  const all = dossier.state === 'suspended' ? ENVIRONMENTS : editableEnvironments(dossier);
  const inUse = !manages || dossier.state === 'suspended';
  return inUse ? all.filter((environment) => isAdmitted(dossier, environment)) : all;
}

/** Whether a change of the connection touches what is registered. */
export const isAdmitted = ({ environments }: Pick<Dossier, 'environments'>, one: ApplicationEnvironment) =>
  environments[one]?.application !== undefined;

export interface ServiceEditingParts {
  readonly database: Database;
  readonly approvals: Approvals;
  /** Takes addresses of this machine without TLS in production too: for the demo. */
  readonly plainAddresses: boolean;
  /** Milliseconds that metadata from an address may be valid ahead. */
  readonly longestValidity: number;
  readonly reading: MetadataReading;
}

/** Changes the description and the connections of a service: directly as long as nothing leans on them. */
export class ServiceEditing {
  private readonly store: DossierStore;

  constructor(private readonly the: ServiceEditingParts) {
    this.store = new DossierStore(the.database);
  }

  /** For metadata of which only the address is given. */
  get reading(): MetadataReading {
    return this.the.reading;
  }

  /** How a connection of this environment is judged. */
  rulesFor(environment: ApplicationEnvironment): SettingsRules {
    const { plainAddresses, longestValidity } = this.the;
    return {
      plainAllowed: plainAddresses || environment === 'INT',
      moment: { now: new Date(), longestValidity },
    };
  }

  async describe(dossier: Dossier, details: DossierDetails, asker: Asker): Promise<EditOutcome> {
    if (isInUse(dossier)) return this.change(dossier, { ...serviceInUse(dossier), details }, asker);
    return savedOr(await this.store.saveDetails(dossier.id, details, dossier.updatedAt));
  }

  async connect(
    dossier: Dossier,
    environment: ApplicationEnvironment,
    settings: EnvironmentSettings,
    asker: Asker,
  ): Promise<EditOutcome> {
    if (isAdmitted(dossier, environment)) {
      const now = serviceInUse(dossier);
      const after = { ...now, settings: { ...now.settings, [environment]: settings } };
      return this.change(dossier, after, asker);
    }
    const { id, updatedAt } = dossier;
    return savedOr(await this.store.saveEnvironment(id, environment, { settings }, updatedAt));
  }

  private async change(
    dossier: Dossier,
    after: ServiceInUse,
    { trace, ...asker }: Asker,
  ): Promise<EditOutcome> {
    const admitted = (Object.keys(after.settings) as ApplicationEnvironment[]).filter((one) =>
      isAdmitted(dossier, one),
    );
    const environments = Object.fromEntries(
      admitted.map((one) => [one, { ...dossier.environments[one], settings: after.settings[one] }]),
    );
    const wanted = { ...dossier, details: after.details, environments };
    const problem = await problemOfRegistering(this.the.database, wanted, admitted);
    if (problem !== undefined) return { kind: 'cannot', problem };
    const { id: subject, agency } = dossier;
    const change = { kind: serviceChangeKind, subject, after, agency, ...asker };
    const outcome = await this.the.approvals.request(change, trace);
    return outcome.kind === 'made' ? { kind: 'saved' } : outcome;
  }
}

const savedOr = (saved: boolean): EditOutcome => ({ kind: saved ? 'saved' : 'stale' });
