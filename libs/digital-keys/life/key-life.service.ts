import type { AuditEvent, AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import { systemClock, type Clock, type FedId } from '#libs/kernel';
import type { KeyKind, LoaPolicy } from '#libs/loa';
import type { AccountChangeKind } from '#libs/messaging';
import type { DigitalKey } from '../digital-key.js';
import type { DigitalKeysStore } from '../digital-keys.store.js';
import type { AccountNotices } from './account-notices.js';
import { dependants, leavesNothing } from './key-actions.js';
import { KeyRenamed, KeyRevoked, KeySuspended } from '../own-keys.audit.js';
import { keyLabel } from '../own-keys.js';
import { KeyChangeRefused, KeyResumed } from './key-life.audit.js';
import type { KeyLifeStore } from './key-life.store.js';
import type { ManageableKey } from './manage.js';

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
    return present(await this.the.keys.ofPerson(fedId));
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

  /**
   * Removes a key for its owner, unless it is the last with which they can sign in and they did not say that they know.
   *
   * @returns false when it would have been the last
   */
  async remove(
    key: DigitalKey,
    trace: Trace,
    { lastIsMeant }: { readonly lastIsMeant: boolean },
  ): Promise<boolean> {
    const { fedId } = key;
    const ended = await this.the.database.transaction(async (tx) => {
      // Two keys removed at the same moment could each take the other for the one that stays.
      await this.the.life.within(tx).lockPerson(fedId);
      const keys = present(await this.the.keys.within(tx).ofPerson(fedId));
      if (!lastIsMeant && leavesNothing([key], keys, this.the.policy)) return undefined;
      return this.end(tx, [key, ...dependants(key, keys, this.the.policy)], trace);
    });
    if (ended !== undefined) await this.concludeEnd(key, ended, 'owner', trace);
    return ended !== undefined;
  }

  /** Revokes the key and those that cannot do without it; returns which ones ended. */
  async revoke(key: DigitalKey, trace: Trace, reason: string): Promise<readonly DigitalKey[]> {
    const also = dependants(key, await this.keysOf(key.fedId), this.the.policy);
    const ended = await this.the.database.transaction((tx) => this.end(tx, [key, ...also], trace));
    await this.concludeEnd(key, ended, reason, trace);
    return ended;
  }

  private async concludeEnd(
    key: DigitalKey,
    ended: readonly DigitalKey[],
    reason: string,
    trace: Trace,
  ): Promise<void> {
    for (const one of ended) await this.recordRevoked(one, one.id === key.id ? reason : 'built-on', trace);
    await this.the.sessions.endOfKeys(
      key.fedId,
      ended.map(({ id }) => id),
    );
  }

  async noteRefusal(
    fedId: FedId,
    about: { key: KeyKind | 'unknown'; action: string; reason: string },
    trace: Trace,
  ) {
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

const present = (keys: readonly DigitalKey[]): DigitalKey[] =>
  keys.filter(({ state }) => state !== 'revoked');
