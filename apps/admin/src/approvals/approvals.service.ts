import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import type { Trace } from '#libs/digital-keys';
import { systemClock, type Actor, type Clock, type EnterpriseNumber, type Language } from '#libs/kernel';
import { ApprovalsLog } from './approvals.log.js';
import { ApprovalsStore, type RequestFilter } from './approvals.store.js';
import type { ChangedLine, ChangeKind, WantedChange } from './change-kind.js';
import {
  decisionProblem,
  REQUEST_LIFE,
  type ChangeRequest,
  type Decision,
  type DecisionProblem,
  type RequestState,
} from './change-request.js';
import { needsSecondPerson, sameState, touchedAspects, type Aspect } from './sensitive.js';

export type RequestOutcome =
  /** It takes no second person, and is so now. */
  | { readonly kind: 'made' }
  | { readonly kind: 'requested'; readonly id: string; readonly aspects: readonly Aspect[] }
  /** Another request for the same thing waits. */
  | { readonly kind: 'waiting' };

export type DecisionOutcome =
  | { readonly kind: 'done'; readonly request: ChangeRequest }
  | { readonly kind: 'refused'; readonly problem: DecisionProblem }
  | { readonly kind: 'unknown' };

export interface Decider {
  readonly by: Actor;
  readonly reason: string;
  readonly trace: Trace;
  /** Manages this agency, and so may take back what anybody of it asked. */
  readonly forAgency?: EnterpriseNumber;
}

export interface ApprovalsParts {
  readonly database: Database;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly kinds: readonly ChangeKind[];
  readonly clock?: Clock;
}

const STATES: Readonly<Record<Exclude<Decision, 'undo'>, RequestState>> = {
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

/** Changes, and the second person whom some of them take. */
export class Approvals {
  private readonly store: ApprovalsStore;
  private readonly log: ApprovalsLog;
  private readonly clock: Clock;

  constructor(private readonly the: ApprovalsParts) {
    this.store = new ApprovalsStore(the.database);
    this.log = new ApprovalsLog(the.audit);
    this.clock = the.clock ?? systemClock;
  }

  /** Makes the change, or keeps it as a request when it touches what takes two people. */
  async request<S>(wanted: WantedChange<S>, trace: Trace): Promise<RequestOutcome> {
    const outcome = await this.the.database.transaction((tx) => this.makeOrAsk(tx, wanted));
    await this.log.requested(outcome, wanted, trace);
    return outcome;
  }

  /** Approves, refuses or withdraws. Approving makes the change in the same transaction. */
  async decide(id: string, decision: Exclude<Decision, 'undo'>, decider: Decider): Promise<DecisionOutcome> {
    const now = this.clock.now();
    const outcome = await this.the.database.transaction<DecisionOutcome>(async (tx) => {
      const store = this.store.within(tx);
      const request = await store.lock(id, now);
      if (request === undefined) return { kind: 'unknown' };
      const problem =
        decisionProblem(decision, request, { ...decider, now }) ??
        (decision === 'approve' ? await this.make(tx, request, decider.by) : undefined);
      if (problem !== undefined) return { kind: 'refused', problem };
      const state = STATES[decision];
      await store.decide(id, { state, by: decider.by, at: now, reason: decider.reason });
      return { kind: 'done', request: { ...request, state } };
    });
    await this.log.decided(id, decision, decider, outcome);
    return outcome;
  }

  /** Asks for the opposite of what was approved: that takes two people again. */
  async undo(id: string, { by, reason, trace }: Decider): Promise<RequestOutcome | DecisionOutcome> {
    const now = this.clock.now();
    const request = await this.store.find(id, now);
    if (request === undefined) return { kind: 'unknown' };
    const kind = this.kindOf(request);
    const problem = decisionProblem('undo', request, { by, now }) ?? (await this.moved(kind, request));
    if (problem !== undefined) {
      const outcome = { kind: 'refused', problem } as const;
      await this.log.decided(id, 'undo', { by, reason, trace }, outcome);
      return outcome;
    }
    const { subject, agency, before } = request;
    const wanted = { kind, subject, after: before ?? undefined, reason, by, ...(agency && { agency }) };
    const outcome = await this.the.database.transaction((tx) => this.makeOrAsk(tx, wanted, id));
    await this.log.requested(outcome, wanted, trace, id);
    return outcome;
  }

  find(id: string): Promise<ChangeRequest | undefined> {
    return this.store.find(id, this.clock.now());
  }

  list(filter: RequestFilter = {}): Promise<ChangeRequest[]> {
    return this.store.list(filter, this.clock.now());
  }

  /** The request that waits for this thing, if any. */
  waitingFor(kind: Pick<ChangeKind, 'name'>, subject: string): Promise<ChangeRequest | undefined> {
    return this.store.waitingFor(kind.name, subject, this.clock.now());
  }

  kindOf({ kind }: Pick<ChangeRequest, 'kind'>): ChangeKind {
    const found = this.the.kinds.find(({ name }) => name === kind);
    if (found === undefined) throw new Error(`no kind of change is called ${kind}`);
    return found;
  }

  /** Before and after of a request, in words. */
  async linesOf(request: ChangeRequest, language: Language): Promise<readonly ChangedLine[]> {
    const kind = this.kindOf(request);
    const { before, after } = request;
    const states = [before, after].filter((state) => state !== undefined && state !== null);
    const words = await kind.words?.(this.the.database, states, language);
    return kind.lines(before ?? undefined, after ?? undefined, language, words);
  }

  private async makeOrAsk<S>(
    tx: Queryable,
    wanted: WantedChange<S>,
    undoes?: string,
  ): Promise<RequestOutcome> {
    const { kind, subject, after, by: requestedBy, reason, agency, responsible } = wanted;
    const before = await kind.current(tx, subject);
    const of = (state: S | undefined) => (state === undefined ? {} : kind.sensitive(state));
    const aspects = touchedAspects(of(before), of(after));
    if (!needsSecondPerson(aspects)) {
      await kind.apply(tx, { subject, before, after, requestedBy });
      return { kind: 'made' };
    }
    const requestedAt = this.clock.now();
    const id = await this.store.within(tx).add({
      kind: kind.name,
      subject,
      aspects,
      before,
      after,
      reason,
      requestedBy,
      requestedAt,
      expiresAt: new Date(requestedAt.getTime() + REQUEST_LIFE),
      ...(agency !== undefined && { agency }),
      ...(responsible !== undefined && { responsible }),
      ...(undoes !== undefined && { undoes }),
    });
    return id === undefined ? { kind: 'waiting' } : { kind: 'requested', id, aspects };
  }

  /** Only what was shown is approved: when it changed meanwhile, somebody has to look again. */
  private async make(
    tx: Queryable,
    request: ChangeRequest,
    approvedBy: Actor,
  ): Promise<DecisionProblem | undefined> {
    const { subject, requestedBy } = request;
    const kind = this.kindOf(request);
    const before = await kind.current(tx, subject);
    if (!sameState(before, request.before)) return 'changed-meanwhile';
    await kind.apply(tx, { subject, before, after: request.after ?? undefined, requestedBy, approvedBy });
    return undefined;
  }

  private async moved(
    kind: ChangeKind,
    { subject, after }: ChangeRequest,
  ): Promise<DecisionProblem | undefined> {
    const current = await this.the.database.transaction((tx) => kind.current(tx, subject));
    return sameState(current, after) ? undefined : 'changed-meanwhile';
  }
}
