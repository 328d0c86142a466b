import { createHash, randomBytes } from 'node:crypto';
import {
  AgenciesStore,
  ApplicationsStore,
  type ApplicationEnvironment,
  type ServiceContacts,
} from '#libs/agencies';
import type { Database, Queryable } from '#libs/database';
import type { Trace } from '#libs/digital-keys';
import { systemClock, type Clock, type EnterpriseNumber, type FedId } from '#libs/kernel';
import type { Approvals, RequestOutcome } from '../approvals/approvals.service.js';
import { checklist, missingToSubmit, type ChecklistItem, type ChecklistLine } from './dossier/checklist.js';
import { productionKind, reviewKind } from './dossier/dossier-kinds.js';
import { hasSigned, moveDossier } from './dossier/dossier-moves.js';
import type { Dossier } from './dossier/dossier.js';
import { DossierStore } from './dossier/dossier.store.js';
import { canHappen, type DossierEvent } from './dossier/transitions.js';
import { selfTest, type SelfTest } from './self-test.js';

export type StepOutcome =
  | { readonly kind: 'moved'; readonly from: Dossier; readonly to: Dossier }
  | { readonly kind: 'not-now' }
  | { readonly kind: 'missing'; readonly items: readonly ChecklistItem[] }
  /** Somebody else asked, and the question still waits. */
  | { readonly kind: 'waiting' };

export interface Asker {
  readonly by: FedId;
  readonly reason: string;
  readonly trace: Trace;
}

export interface ServicesParts {
  readonly database: Database;
  readonly approvals: Approvals;
  readonly contacts: ServiceContacts;
  /** Takes addresses without TLS in production too: for the demo on one machine. */
  readonly plainAddresses: boolean;
  readonly clock?: Clock;
}

/** What happens to online services of agencies on their way into use. */
export class ServicesService {
  readonly store: DossierStore;
  private readonly clock: Clock;

  constructor(private readonly the: ServicesParts) {
    this.store = new DossierStore(the.database);
    this.clock = the.clock ?? systemClock;
  }

  get plainAddresses(): boolean {
    return this.the.plainAddresses;
  }

  async checklist(dossier: Dossier): Promise<readonly ChecklistLine[]> {
    const { database } = this.the;
    const [contacts, agreementSigned, covered] = await Promise.all([
      this.the.contacts.ofService(dossier.id),
      hasSigned(database, dossier),
      this.covered(dossier),
    ]);
    return checklist({ dossier, contacts, agreementSigned, covered });
  }

  bases(agency: EnterpriseNumber) {
    return new AgenciesStore(this.the.database).legalBases(agency);
  }

  selfTest(dossier: Dossier): Promise<SelfTest> {
    return selfTest(this.the.database, dossier);
  }

  /** Sends the description in; the service desk decides whether the service comes into test. */
  async submit(id: string, asker: Asker): Promise<StepOutcome> {
    const dossier = await this.store.find(id);
    if (dossier === undefined || !canHappen(dossier.state, 'submit')) return { kind: 'not-now' };
    const items = missingToSubmit(await this.checklist(dossier));
    if (items.length > 0) return { kind: 'missing', items };
    const settings = dossier.environments.INT?.settings ?? null;
    return this.ask(dossier, 'submit', () =>
      this.the.approvals.request(
        {
          kind: reviewKind,
          subject: id,
          after: { details: dossier.details, settings, admitted: true },
          agency: dossier.agency,
          reason: asker.reason,
          by: asker.by,
        },
        asker.trace,
      ),
    );
  }

  /** Asks for production; the same people as for test decide. */
  async requestProduction(id: string, asker: Asker): Promise<StepOutcome> {
    const dossier = await this.store.find(id);
    if (dossier === undefined || !canHappen(dossier.state, 'request-production')) return { kind: 'not-now' };
    const settings = dossier.environments.PROD?.settings;
    if (settings === undefined) return { kind: 'missing', items: ['prod-settings'] };
    return this.ask(dossier, 'request-production', () =>
      this.the.approvals.request(
        {
          kind: productionKind,
          subject: id,
          after: { details: dossier.details, settings, admitted: true },
          agency: dossier.agency,
          reason: asker.reason,
          by: asker.by,
        },
        asker.trace,
      ),
    );
  }

  async passSelfTest(id: string): Promise<StepOutcome> {
    const dossier = await this.store.find(id);
    if (dossier === undefined || !canHappen(dossier.state, 'pass-self-test')) return { kind: 'not-now' };
    const { passed } = await this.selfTest(dossier);
    return passed ? this.step(dossier, 'pass-self-test') : { kind: 'missing', items: ['self-test'] };
  }

  /** Takes back what was sent in, or what was refused, to change it. */
  async takeBack(id: string, { by, reason, trace }: Asker): Promise<StepOutcome> {
    const dossier = await this.store.find(id);
    if (dossier === undefined || !canHappen(dossier.state, 'take-back')) return { kind: 'not-now' };
    const kind = dossier.state === 'submitted' ? reviewKind : productionKind;
    const waiting = await this.the.approvals.waitingFor(kind, id);
    if (waiting !== undefined) {
      const outcome = await this.the.approvals.decide(waiting.id, 'withdraw', { by, reason, trace });
      if (outcome.kind !== 'done') return { kind: 'waiting' };
    }
    return this.step(dossier, 'take-back');
  }

  /** Stops, lets go on, or ends a service in every environment at once. */
  async setUse(id: string, event: 'suspend' | 'resume' | 'end'): Promise<StepOutcome> {
    const dossier = await this.store.find(id);
    if (dossier === undefined || !canHappen(dossier.state, event)) return { kind: 'not-now' };
    const state = ({ suspend: 'suspended', resume: 'active', end: 'ended' } as const)[event];
    return this.step(dossier, event, async (tx) => {
      const applications = new ApplicationsStore(tx);
      for (const { application } of Object.values(dossier.environments)) {
        if (application !== undefined) await applications.setState(application, state);
      }
    });
  }

  /**
   * A new client secret, for the only time that it can be read.
   *
   * @param overlap milliseconds that the one before still counts; 0 when it leaked
   */
  async renewSecret(
    dossier: Dossier,
    environment: ApplicationEnvironment,
    overlap: number,
  ): Promise<string | undefined> {
    const place = dossier.environments[environment];
    if (
      place?.application === undefined ||
      place.settings?.tokenEndpointAuthMethod !== 'client_secret_basic'
    ) {
      return undefined;
    }
    const secret = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(secret).digest('hex');
    const until = overlap > 0 ? new Date(this.clock.now().getTime() + overlap) : undefined;
    await new ApplicationsStore(this.the.database).replaceClientSecret(place.application, hash, until);
    return secret;
  }

  /** Services that waited for the agreement go on. */
  async agreementSigned(agency: EnterpriseNumber): Promise<void> {
    for (const { id, state } of await this.store.ofAgency(agency)) {
      if (state !== 'reviewed') continue;
      await this.the.database.transaction((tx) => moveDossier(tx, id, 'sign-agreement'));
    }
  }

  /** The state goes first, so that what is asked cannot change while it waits. */
  private async ask(
    dossier: Dossier,
    event: DossierEvent,
    request: () => Promise<RequestOutcome>,
  ): Promise<StepOutcome> {
    const outcome = await this.step(dossier, event);
    if (outcome.kind !== 'moved') return outcome;
    return (await request()).kind === 'waiting' ? { kind: 'waiting' } : outcome;
  }

  private async step(
    from: Dossier,
    event: DossierEvent,
    also: (tx: Queryable) => Promise<void> = async () => undefined,
  ): Promise<StepOutcome> {
    const to = await this.the.database.transaction(async (tx) => {
      const moved = await moveDossier(tx, from.id, event);
      if (moved !== undefined) await also(tx);
      return moved;
    });
    return to === undefined ? { kind: 'not-now' } : { kind: 'moved', from, to };
  }

  /** Attributes that the chosen legal basis covers today. */
  private async covered({ agency, details }: Dossier): Promise<readonly string[]> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const basis = (await this.bases(agency)).find(({ id }) => id === details.authorisation);
    if (basis === undefined || basis.validFrom > today) return [];
    return basis.validUntil !== undefined && basis.validUntil < today ? [] : basis.attributes;
  }
}
