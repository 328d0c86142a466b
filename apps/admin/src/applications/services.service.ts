import {
  AgenciesStore,
  MetadataRefreshStore,
  type ApplicationEnvironment,
  type RefreshStanding,
  type ServiceContacts,
} from '#libs/agencies';
import type { Database } from '#libs/database';
import type { Trace } from '#libs/digital-keys';
import { systemClock, type Actor, type Clock, type EnterpriseNumber, type FedId } from '#libs/kernel';
import type { Approvals, RequestOutcome } from '../approvals/approvals.service.js';
import { checklist, missingToSubmit, type ChecklistItem, type ChecklistLine } from './dossier/checklist.js';
import { acceptanceKind, productionKind, reviewKind } from './dossier/dossier-kinds.js';
import { hasSigned, moveDossier } from './dossier/dossier-moves.js';
import type { Dossier } from './dossier/dossier.js';
import { DossierStore } from './dossier/dossier.store.js';
import { canHappen, type DossierEvent } from './dossier/transitions.js';
import { problemOfRegistering } from './dossier/try-out.js';
import { selfTest, type SelfTest } from './self-test.js';

/** The acceptance environment is no part of the road, so it is not on the checklist. */
export type MissingItem = ChecklistItem | 'acc-settings';

export type StepOutcome =
  | { readonly kind: 'moved'; readonly from: Dossier; readonly to: Dossier }
  | { readonly kind: 'not-now' }
  | { readonly kind: 'missing'; readonly items: readonly MissingItem[] }
  /** It cannot be registered as it is described. */
  | { readonly kind: 'cannot'; readonly problem: string }
  /** A second person decides. */
  | { readonly kind: 'asked' }
  /** Somebody else asked, and the question still waits. */
  | { readonly kind: 'waiting' };

export interface Asker {
  readonly by: Actor;
  /** Of a program: who made it. */
  readonly responsible?: FedId;
  readonly reason: string;
  readonly trace: Trace;
}

export interface ServicesParts {
  readonly database: Database;
  readonly approvals: Approvals;
  readonly contacts: ServiceContacts;
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

  /** Of the environments whose metadata is followed. */
  metadataStandings({ environments }: Pick<Dossier, 'environments'>): Promise<RefreshStanding[]> {
    const registered = Object.values(environments).flatMap(({ application }) => application ?? []);
    return new MetadataRefreshStore(this.the.database).standings(registered);
  }

  async checklist(dossier: Dossier): Promise<readonly ChecklistLine[]> {
    const { database } = this.the;
    const [contacts, agreementSigned, covered] = await Promise.all([
      this.the.contacts.reachableOf(dossier.id),
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
    const problem = await this.problemIn(dossier, 'INT');
    if (problem !== undefined) return { kind: 'cannot', problem };
    return this.ask(dossier, 'submit', () => this.admission(reviewKind, 'INT', dossier, asker));
  }

  /** Asks for production; the same people as for test decide. */
  async requestProduction(id: string, asker: Asker): Promise<StepOutcome> {
    const dossier = await this.store.find(id);
    if (dossier === undefined || !canHappen(dossier.state, 'request-production')) return { kind: 'not-now' };
    if (dossier.environments.PROD?.settings === undefined)
      return { kind: 'missing', items: ['prod-settings'] };
    const problem = await this.problemIn(dossier, 'PROD');
    if (problem !== undefined) return { kind: 'cannot', problem };
    return this.ask(dossier, 'request-production', () =>
      this.admission(productionKind, 'PROD', dossier, asker),
    );
  }

  /** Asks for the acceptance environment, beside the road to production. */
  async requestAcceptance(id: string, asker: Asker): Promise<StepOutcome> {
    const dossier = await this.store.find(id);
    if (dossier === undefined || !canHappen(dossier.state, 'activate-acceptance')) return { kind: 'not-now' };
    const place = dossier.environments.ACC;
    if (place?.settings === undefined) return { kind: 'missing', items: ['acc-settings'] };
    if (place.application !== undefined) return { kind: 'not-now' };
    const problem = await this.problemIn(dossier, 'ACC');
    if (problem !== undefined) return { kind: 'cannot', problem };
    const outcome = await this.admission(acceptanceKind, 'ACC', dossier, asker);
    return outcome.kind === 'waiting' ? outcome : { kind: 'moved', from: dossier, to: dossier };
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
      const outcome = await this.the.approvals.decide(waiting.id, 'withdraw', {
        by,
        reason,
        trace,
        forAgency: dossier.agency,
      });
      if (outcome.kind !== 'done') return { kind: 'waiting' };
    }
    return this.step(dossier, 'take-back');
  }

  /** Services that waited for the agreement go on. */
  async agreementSigned(agency: EnterpriseNumber): Promise<void> {
    for (const { id, state } of await this.store.ofAgency(agency)) {
      if (state !== 'reviewed') continue;
      await this.the.database.transaction((tx) => moveDossier(tx, id, 'sign-agreement'));
    }
  }

  private admission(
    kind: typeof reviewKind,
    environment: ApplicationEnvironment,
    { id, agency, details, environments }: Dossier,
    { trace, ...asker }: Asker,
  ): Promise<RequestOutcome> {
    const settings = environments[environment]?.settings ?? null;
    const after = { details, settings, admitted: true };
    return this.the.approvals.request({ kind, subject: id, after, agency, ...asker }, trace);
  }

  private problemIn(dossier: Dossier, environment: ApplicationEnvironment): Promise<string | undefined> {
    return problemOfRegistering(this.the.database, dossier, [environment]);
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

  private async step(from: Dossier, event: DossierEvent): Promise<StepOutcome> {
    const to = await this.the.database.transaction((tx) => moveDossier(tx, from.id, event));
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
