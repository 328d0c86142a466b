import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import {
  newPasswordProblem,
  PasswordRecovered,
  recoveryPhase,
  RecoveryRefused,
  RecoveryStarted,
  recoveryWay,
  type AccountNotices,
  type KeyLife,
  type KeyLifeStore,
  type NewPasswordProblem,
  type PasswordService,
  type PasswordStore,
  type RecoveriesStore,
  type Recovery,
  type RecoveryWay,
  type SessionEnder,
  type Trace,
} from '#libs/digital-keys';
import { systemClock, type Clock, type FedId } from '#libs/kernel';
import { defaultLoaPolicy } from '#libs/loa';
import type { PeopleStore } from '#libs/people';
import type { PasswordHasher } from '#libs/security';

export interface RecoveryServiceParts {
  readonly database: Database;
  readonly recoveries: RecoveriesStore;
  readonly people: PeopleStore;
  readonly life: KeyLife;
  readonly lock: KeyLifeStore;
  readonly passwords: PasswordStore;
  readonly hasher: PasswordHasher;
  readonly guesses: Pick<PasswordService, 'startAnew'>;
  readonly notices: AccountNotices;
  readonly ender: SessionEnder;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock?: Clock;
}

export type RecoveryState =
  | { readonly kind: 'over' }
  | { readonly kind: 'asked'; readonly recovery: Recovery }
  | { readonly kind: 'resting'; readonly recovery: Recovery; readonly ripeAt: Date }
  | { readonly kind: 'ripe'; readonly recovery: Recovery; readonly way: RecoveryWay };

export type ChooseOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'over' }
  | { readonly kind: 'problem'; readonly problem: NewPasswordProblem };

/** The road from a forgotten password to a new one. */
export class RecoveryService {
  private readonly clock: Clock;

  constructor(private readonly the: RecoveryServiceParts) {
    this.clock = the.clock ?? systemClock;
  }

  /** Looks only: mail programs open links on their own. */
  async state(token: string): Promise<RecoveryState> {
    const now = this.clock.now();
    const recovery = await this.the.recoveries.byLink(token, now);
    if (recovery === undefined) return { kind: 'over' };
    const { ripeAt, fedId } = recovery;
    const phase = recoveryPhase(ripeAt, now);
    if (phase === 'resting' && ripeAt !== undefined) return { kind: 'resting', recovery, ripeAt };
    if (phase === 'asked') return { kind: 'asked', recovery };
    return { kind: 'ripe', recovery, way: await this.wayOf(fedId) };
  }

  /** The button behind the link: from now on it rests, and everybody who may be the owner hears of it. */
  async start({ id, fedId }: Recovery, trace: Trace): Promise<void> {
    const now = this.clock.now();
    const started = await this.the.database.transaction(async (tx) => {
      if (!(await this.the.recoveries.within(tx).start(id, now))) return false;
      const change = { fedId, what: 'recovery-started', address: trace.address, at: now } as const;
      await this.the.notices.tell(tx, change);
      return true;
    });
    if (started)
      await this.the.audit.record(RecoveryStarted, { ...trace, subject: fedId, data: { recovery: id } });
  }

  /** Whoever proved what is asked beside the link may go on in this browser. */
  givePass({ id }: Recovery): Promise<string> {
    return this.the.recoveries.givePass(id, this.clock.now());
  }

  visitor(pass: string | undefined): Promise<Recovery | undefined> {
    return this.the.recoveries.byPass(pass, this.clock.now());
  }

  async choose(pass: string | undefined, password: string, trace: Trace): Promise<ChooseOutcome> {
    const recovery = await this.visitor(pass);
    if (recovery === undefined) return this.over('no-pass', trace);
    const { fedId } = recovery;
    const username = (await this.the.passwords.usernameOf(fedId)) ?? '';
    const problem = newPasswordProblem(password, [username, ...(await this.mailboxes(fedId))]);
    if (problem !== undefined) return { kind: 'problem', problem };
    const hash = await this.the.hasher.hash(password);
    const keyId = await this.replace(recovery, hash, trace);
    if (keyId === undefined) return this.over('raced', trace, fedId);
    const data = { recovery: recovery.id, keyId };
    await this.the.audit.record(PasswordRecovered, { ...trace, subject: fedId, data });
    await this.the.ender.endAll(fedId);
    return { kind: 'done' };
  }

  async refuse(reason: string, trace: Trace, about: { fedId?: FedId; key?: string } = {}): Promise<void> {
    const { fedId, key } = about;
    const data = { reason, ...(key && { key }) };
    await this.the.audit.record(RecoveryRefused, { ...trace, ...(fedId && { subject: fedId }), data });
  }

  private async over(reason: string, trace: Trace, fedId?: FedId): Promise<ChooseOutcome> {
    await this.refuse(reason, trace, fedId === undefined ? {} : { fedId });
    return { kind: 'over' };
  }

  private async replace({ id, fedId }: Recovery, hash: string, trace: Trace): Promise<string | undefined> {
    const now = this.clock.now();
    return this.the.database.transaction(async (tx) => {
      await this.the.lock.within(tx).lockPerson(fedId);
      const key = (await this.the.life.keysOf(fedId)).find(
        ({ kind, state }) => kind === 'password' && state === 'active',
      );
      if (key === undefined || !(await this.the.recoveries.within(tx).finish(id, now))) return undefined;
      await this.the.passwords.within(tx).choose(key.id, hash);
      const username = await this.the.passwords.usernameOf(fedId);
      if (username !== undefined) await this.the.guesses.startAnew(username, tx);
      const change = { fedId, what: 'password-recovered', key: 'password', keyId: key.id } as const;
      await this.the.notices.tell(tx, { ...change, address: trace.address, at: now });
      return key.id;
    });
  }

  private async wayOf(fedId: FedId): Promise<RecoveryWay> {
    return recoveryWay(await this.the.life.keysOf(fedId), defaultLoaPolicy);
  }

  private async mailboxes(fedId: FedId): Promise<string[]> {
    const contacts = await this.the.people.findContacts(fedId);
    return contacts.flatMap(({ kind, value }) => (kind === 'mail' ? [value.split('@')[0] ?? ''] : []));
  }
}
