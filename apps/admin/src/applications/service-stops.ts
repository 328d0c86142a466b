import type { ApplicationEnvironment } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { AgencyNotices } from '../agencies/standing/agency-notices.js';
import type { Approvals } from '../approvals/approvals.service.js';
import { ClientSecrets } from './client-secrets.js';
import type { Dossier } from './dossier/dossier.js';
import { DossierStore } from './dossier/dossier.store.js';
import { serviceRestoreKind, serviceResumeKind, setUse, useOf } from './dossier/service-use.js';
import { canBeRestored } from './dossier/restoring.js';
import { canHappen } from './dossier/transitions.js';
import type { Asker, StepOutcome } from './services.service.js';

export interface ServiceStopsParts {
  readonly database: Database;
  readonly approvals: Approvals;
  readonly notices: AgencyNotices;
}

const COMES_BACK = {
  resume: { kind: serviceResumeKind, possible: ({ state }: Dossier) => canHappen(state, 'resume') },
  restore: {
    kind: serviceRestoreKind,
    possible: (dossier: Dossier) => canBeRestored(dossier, new Date()),
  },
} as const;

/** Stops services and what they prove themselves with, and lets them go on. */
export class ServiceStops {
  private readonly store: DossierStore;

  constructor(private readonly the: ServiceStopsParts) {
    this.store = new DossierStore(the.database);
  }

  /** Stops or ends a service in every environment at once. */
  async setUse(id: string, event: 'suspend' | 'end', { by, reason }: Asker): Promise<StepOutcome> {
    const from = await this.store.find(id);
    if (from === undefined) return { kind: 'not-now' };
    const { agency, details } = from;
    const to = await this.the.database.transaction(async (tx) => {
      const moved = await setUse(tx, id, event, reason);
      if (moved !== undefined && event === 'suspend') {
        const told = { agency, reason, name: details.name, path: `/services/${id}`, by };
        await this.the.notices.tell(tx, { ...told, what: 'service-suspended' });
      }
      return moved;
    });
    return to === undefined ? { kind: 'not-now' } : { kind: 'moved', from, to };
  }

  /** Lets no client secret count any more, and tells the managers; false when the service has none there. */
  withdrawSecret(
    { id, agency, details, environments }: Dossier,
    environment: ApplicationEnvironment,
    { by, reason }: Pick<Asker, 'by' | 'reason'>,
  ): Promise<boolean> {
    return this.the.database.transaction(async (tx) => {
      if (!(await new ClientSecrets(tx).withdraw({ environments }, environment))) return false;
      const told = { agency, reason, name: details.name, path: `/services/${id}`, by };
      await this.the.notices.tell(tx, { ...told, what: 'secret-withdrawn' });
      return true;
    });
  }

  /** Lets a service go on, or undoes its end; in production a second person decides. */
  async comeBack(
    id: string,
    event: keyof typeof COMES_BACK,
    { trace, ...asker }: Asker,
  ): Promise<StepOutcome> {
    const { kind, possible } = COMES_BACK[event];
    const from = await this.store.find(id);
    if (from === undefined || !possible(from)) return { kind: 'not-now' };
    const { agency } = from;
    const after = { ...useOf(from), suspended: false };
    const outcome = await this.the.approvals.request({ kind, subject: id, after, agency, ...asker }, trace);
    if (outcome.kind !== 'made') return { kind: outcome.kind === 'waiting' ? 'waiting' : 'asked' };
    return { kind: 'moved', from, to: (await this.store.find(id)) ?? from };
  }
}
