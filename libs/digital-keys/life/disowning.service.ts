import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import { systemClock, type Clock, type FedId } from '#libs/kernel';
import type { DigitalKey } from '../digital-key.js';
import type { DigitalKeysStore } from '../digital-keys.store.js';
import { KeySuspended } from '../own-keys.audit.js';
import type { RecoveriesStore } from '../recovery/recoveries.store.js';
import type { AccountNotices } from './account-notices.js';
import type { DeskAlert } from './desk-alert.js';
import type { DisownStore } from './disown.store.js';
import { AccountChangeDisowned } from './key-life.audit.js';
import type { SessionEnder, Trace } from './key-life.service.js';
import type { KeyLifeStore } from './key-life.store.js';

export interface DisowningParts {
  readonly database: Database;
  readonly keys: DigitalKeysStore;
  readonly life: KeyLifeStore;
  readonly notices: AccountNotices;
  readonly alert: DeskAlert;
  readonly disown: DisownStore;
  readonly recoveries: RecoveriesStore;
  readonly sessions: SessionEnder;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock?: Clock;
}

/** What its owner says was not their doing. */
export interface Disowned {
  readonly what: string;
  readonly keyId?: string | undefined;
  /** The record in which they read of it, where they did. */
  readonly record?: string;
}

/** A person says: this was not me. What was used is suspended, every session ends, and everybody concerned is told. */
export class Disowning {
  private readonly clock: Clock;

  constructor(private readonly the: DisowningParts) {
    this.clock = the.clock ?? systemClock;
  }

  /** The link of a notice was used: suspends what was changed. Undefined for a dead link. */
  async byLink(token: string, trace: Trace): Promise<{ readonly suspended: number } | undefined> {
    const result = await this.the.database.transaction(async (tx) => {
      const change = await this.the.disown.within(tx).take(token, this.clock.now());
      if (change === undefined) return undefined;
      const { fedId, keyId, what } = change;
      const keys = (await this.the.keys.within(tx).ofPerson(fedId)).filter(isTouched(keyId, what));
      return { change, suspended: await this.stop(tx, fedId, keys, trace) };
    });
    if (result === undefined) return undefined;
    const { change, suspended } = result;
    await this.conclude(change.fedId, { what: change.what, keyId: change.keyId }, suspended, trace);
    return { suspended: suspended.length };
  }

  /** Said in a session of their own, of something in their history; which keys were in it is judged before. */
  async byOwner(
    fedId: FedId,
    disowned: Disowned,
    keys: readonly DigitalKey[],
    trace: Trace,
  ): Promise<{ readonly suspended: number }> {
    const suspended = await this.the.database.transaction((tx) => this.stop(tx, fedId, keys, trace));
    await this.conclude(fedId, disowned, suspended, trace);
    return { suspended: suspended.length };
  }

  /** @returns the keys that were active until now */
  private async stop(
    tx: Queryable,
    fedId: FedId,
    keys: readonly DigitalKey[],
    { address, reference }: Trace,
  ): Promise<readonly DigitalKey[]> {
    const at = this.clock.now();
    await this.the.recoveries.within(tx).stop(fedId, at);
    const ids = await this.the.life.within(tx).move(
      fedId,
      keys.map(({ id }) => id),
      { from: ['active'], to: 'suspended' },
    );
    await this.the.notices.tell(tx, { fedId, what: 'disowned', address, at });
    await this.the.alert.tell(tx, fedId, reference);
    return keys.filter(({ id }) => ids.includes(id));
  }

  private async conclude(
    fedId: FedId,
    { what, keyId, record }: Disowned,
    suspended: readonly DigitalKey[],
    trace: Trace,
  ): Promise<void> {
    for (const { kind, id } of suspended) {
      const data = { key: kind, keyId: id, reason: 'disowned' };
      await this.the.audit.record(KeySuspended, { ...trace, subject: fedId, data });
    }
    const data = { what, ...(keyId && { keyId }), ...(record && { record }), suspended: suspended.length };
    await this.the.audit.record(AccountChangeDisowned, { ...trace, subject: fedId, data });
    await this.the.sessions.endAll(fedId);
  }
}

/** A strange change of contact data puts the keys at risk that send codes there; of a key, that key. */
const isTouched =
  (keyId: string | undefined, what: string) =>
  ({ id, kind }: DigitalKey): boolean => {
    if (keyId !== undefined) return id === keyId;
    // Nothing was changed yet, and what was asked is stopped.
    if (what === 'recovery-started') return false;
    return kind === 'sms' || kind === 'email';
  };
