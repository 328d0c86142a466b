import type { AuditEvent, AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import { systemClock, type Clock, type FedId } from '#libs/kernel';
import type { KeyKind, LoaPolicy } from '#libs/loa';
import type { AccountChangeKind } from '#libs/messaging';
import type { DigitalKey } from '../digital-key.js';
import type { DigitalKeysStore } from '../digital-keys.store.js';
import type { AccountNotices } from './account-notices.js';
import type { DisownStore } from './disown.store.js';
import { dependants } from './key-actions.js';
import { KeyRenamed, KeyRevoked, KeySuspended } from '../own-keys.audit.js';
import { keyLabel } from '../own-keys.js';
import { AccountChangeDisowned, KeyChangeRefused, KeyResumed } from './key-life.audit.js';
import type { KeyLifeStore } from './key-life.store.js';
import type { ManageableKey } from './manage.js';
import type { RecoveriesStore } from '../recovery/recoveries.store.js';

/** Where in log and record a change is found. */
export interface Trace {
  readonly reference: string;
  /** Network address of the browser. */
  readonly address: string;
}

/** Ends what was built on proofs that no longer count. */
export interface SessionEnder {
  /** Ends the sessions in which one of these keys was proven. */
  endOfKeys(fedId: FedId, keyIds: readonly string[]): Promise<void>;
  endAll(fedId: FedId): Promise<void>;
}

export interface KeyLifeParts {
  readonly database: Database;
  readonly keys: DigitalKeysStore;
  readonly life: KeyLifeStore;
  readonly kinds: readonly ManageableKey[];
  readonly notices: AccountNotices;
  readonly disown: DisownStore;
  readonly recoveries: RecoveriesStore;
  readonly sessions: SessionEnder;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly policy: LoaPolicy;
  readonly clock?: Clock;
}

type SimpleEvent = AuditEvent<{ key: 'string'; keyId: 'string' }>;

/** What happens to keys that are there. Whether it may happen is judged before (`judgeKeyAction`). */
export class KeyLife {
  private readonly clock: Clock;

  constructor(private readonly the: KeyLifeParts) {
    this.clock = the.clock ?? systemClock;
  }

  /** The person's keys, revoked ones left out. */
  async keysOf(fedId: FedId): Promise<DigitalKey[]> {
    return (await this.the.keys.ofPerson(fedId)).filter(({ state }) => state !== 'revoked');
  }

  async rename(key: DigitalKey, label: string, trace: Trace): Promise<void> {
    await this.the.life.rename(key.fedId, key.id, keyLabel(label));
    await this.record(KeyRenamed, key, trace);
  }

  /** @returns false when the key was not active any more */
  async suspend(key: DigitalKey, trace: Trace): Promise<boolean> {
    const moved = await this.the.database.transaction(async (tx) => {
      const [id] = await this.the.life
        .within(tx)
        .move(key.fedId, [key.id], { from: ['active'], to: 'suspended' });
      if (id !== undefined) await this.tell(tx, 'key-suspended', key, trace);
      return id !== undefined;
    });
    if (!moved) return false;
    await this.recordEnd(KeySuspended, key, 'owner', trace);
    await this.the.sessions.endOfKeys(key.fedId, [key.id]);
    return true;
  }

  /** @returns false when the key was not suspended any more */
  async resume(key: DigitalKey, trace: Trace): Promise<boolean> {
    const moved = await this.the.database.transaction(async (tx) => {
      const [id] = await this.the.life
        .within(tx)
        .move(key.fedId, [key.id], { from: ['suspended'], to: 'active' });
      if (id !== undefined) await this.tell(tx, 'key-resumed', key, trace);
      return id !== undefined;
    });
    if (moved) await this.record(KeyResumed, key, trace);
    return moved;
  }

  /** Revokes the key and those that cannot do without it; returns which ones ended. */
  async revoke(key: DigitalKey, trace: Trace, reason = 'owner'): Promise<readonly DigitalKey[]> {
    const also = dependants(key, await this.keysOf(key.fedId), this.the.policy);
    const ended = await this.the.database.transaction((tx) => this.end(tx, [key, ...also], trace));
    for (const one of ended) await this.recordRevoked(one, one.id === key.id ? reason : 'built-on', trace);
    await this.the.sessions.endOfKeys(
      key.fedId,
      ended.map(({ id }) => id),
    );
    return ended;
  }

  /** The link of a notice was used: suspends what was changed and ends every session. Undefined for a dead link. */
  async disown(token: string, trace: Trace): Promise<{ readonly suspended: number } | undefined> {
    const now = this.clock.now();
    const result = await this.the.database.transaction(async (tx) => {
      const change = await this.the.disown.within(tx).take(token, now);
      if (change === undefined) return undefined;
      const { fedId, keyId, what } = change;
      await this.the.recoveries.within(tx).stop(fedId, now);
      const keys = (await this.the.keys.within(tx).ofPerson(fedId)).filter(isTouched(keyId, what));
      const ids = await this.the.life.within(tx).move(
        fedId,
        keys.map(({ id }) => id),
        { from: ['active'], to: 'suspended' },
      );
      await this.the.notices.tell(tx, { fedId, what: 'disowned', address: trace.address, at: now });
      return { change, keys: keys.filter(({ id }) => ids.includes(id)) };
    });
    if (result === undefined) return undefined;
    const { change, keys } = result;
    for (const key of keys) await this.recordEnd(KeySuspended, key, 'disowned', trace);
    const data = { what: change.what, ...(change.keyId && { keyId: change.keyId }), suspended: keys.length };
    await this.the.audit.record(AccountChangeDisowned, { ...trace, subject: change.fedId, data });
    await this.the.sessions.endAll(change.fedId);
    return { suspended: keys.length };
  }

  async noteRefusal(fedId: FedId, about: { key: KeyKind; action: string; reason: string }, trace: Trace) {
    await this.the.audit.record(KeyChangeRefused, { ...trace, subject: fedId, data: about });
  }

  private async end(tx: Queryable, keys: readonly DigitalKey[], trace: Trace): Promise<DigitalKey[]> {
    const [first] = keys;
    if (first === undefined) return [];
    const ids = await this.the.life.within(tx).move(
      first.fedId,
      keys.map(({ id }) => id),
      { from: ['active', 'suspended'], to: 'revoked' },
    );
    const ended = keys.filter(({ id }) => ids.includes(id));
    for (const key of ended) {
      await this.the.kinds.find(({ kind }) => kind === key.kind)?.retire?.(tx, key.id);
      await this.tell(tx, 'key-revoked', key, trace);
    }
    return ended;
  }

  private tell(tx: Queryable, what: AccountChangeKind, key: DigitalKey, { address }: Trace): Promise<void> {
    const { fedId, kind, id } = key;
    const at = this.clock.now();
    return this.the.notices.tell(tx, { fedId, what, key: kind, keyId: id, address, at });
  }

  private async record(event: SimpleEvent, { fedId, kind, id }: DigitalKey, trace: Trace): Promise<void> {
    await this.the.audit.record(event, { ...trace, subject: fedId, data: { key: kind, keyId: id } });
  }

  private async recordEnd(
    event: typeof KeySuspended,
    { fedId, kind, id }: DigitalKey,
    reason: string,
    trace: Trace,
  ): Promise<void> {
    const data = { key: kind, keyId: id, reason };
    await this.the.audit.record(event, { ...trace, subject: fedId, data });
  }

  private async recordRevoked({ fedId, kind, id }: DigitalKey, reason: string, trace: Trace): Promise<void> {
    const data = { key: kind, keyId: id, reason };
    await this.the.audit.record(KeyRevoked, { ...trace, subject: fedId, data });
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
