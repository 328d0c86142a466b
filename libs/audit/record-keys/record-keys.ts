import type { Queryable } from '#libs/database';
import { minutes, systemClock, type Clock, type FedId } from '#libs/kernel';
import { BlindIndex, FieldCipher, type MasterKey } from '#libs/security';
import { Recent } from './recent.js';
import { RecordKey } from './record-key.js';
import { RecordKeyStore, type StoredKey } from './record-key.store.js';

export interface RecordKeysOptions {
  /** The role needs select and insert on audit.record_key. */
  readonly database: Queryable;
  /** Wraps the keys at rest. */
  readonly cipher: FieldCipher;
  /** Finds the key of a person without keeping their FedID beside it. */
  readonly index: BlindIndex;
  readonly clock?: Clock;
  /** Most keys that are kept at hand. */
  readonly most?: number;
}

/** By FedID. */
export type KeysOfPersons = ReadonlyMap<FedId, RecordKey>;

const AT_HAND = 20_000;
const KEPT_FOR = minutes(5);

const contextOf = (mark: string) => `audit.record_key.wrapped:${mark}`;

/** The keys of people in the audit record. Those used lately are at hand, so that a sign-in asks for none. */
export class RecordKeys {
  private readonly atHand: Recent<RecordKey>;

  constructor(private readonly the: RecordKeysOptions) {
    this.atHand = new Recent(the.clock ?? systemClock, the.most ?? AT_HAND, KEPT_FOR);
  }

  static under(masterKey: MasterKey, database: Queryable): RecordKeys {
    const [cipher, index] = [new FieldCipher(masterKey), new BlindIndex(masterKey)];
    return new RecordKeys({ database, cipher, index });
  }

  /**
   * The keys under which to write, made where there was none. Who was erased gets one that is never stored, so that
   * what is still written of them opens to nobody.
   *
   * @param tx when the record is written within a transaction
   */
  async of(persons: readonly FedId[], tx?: Queryable): Promise<KeysOfPersons> {
    const found = new Map<FedId, RecordKey>();
    const missing = new Map<string, FedId>();
    for (const fedId of persons) {
      const known = this.atHand.get(fedId);
      if (known === undefined) missing.set(this.markOf(fedId), fedId);
      else found.set(fedId, known);
    }
    if (missing.size === 0) return found;
    for (const [fedId, key] of await this.fetched(missing, tx ?? this.the.database)) {
      found.set(fedId, key);
      // What a transaction made may never come to be.
      if (tx === undefined) this.atHand.set(fedId, key);
    }
    return found;
  }

  /** By what the record knows a person who has a key; asked anew each time, so that an erasure counts at once. */
  async aliasOf(fedId: FedId): Promise<string | undefined> {
    const [row] = await new RecordKeyStore(this.the.database).byMark([this.markOf(fedId)]);
    return row?.alias ?? undefined;
  }

  /** Keys to read with, by alias; who was erased has none. Asked anew each time, as above. */
  async byAlias(aliases: readonly string[]): Promise<ReadonlyMap<string, RecordKey>> {
    if (aliases.length === 0) return new Map();
    const rows = await new RecordKeyStore(this.the.database).byAlias(aliases);
    return new Map(
      rows.flatMap((row) => {
        const key = this.unwrapped(row);
        return key === undefined ? [] : [[key.alias, key]];
      }),
    );
  }

  /** Destroys the key with the transaction: what the record says of the person opens to nobody from then on. */
  async erase(tx: Queryable, fedId: FedId): Promise<void> {
    await new RecordKeyStore(tx).erase(this.markOf(fedId));
    this.atHand.delete(fedId);
  }

  /** @param missing people by their mark */
  private async fetched(missing: ReadonlyMap<string, FedId>, at: Queryable): Promise<KeysOfPersons> {
    const stored = await this.ensured([...missing.keys()], at);
    const keys = stored.flatMap((row): [FedId, RecordKey][] => {
      const fedId = missing.get(row.mark);
      return fedId === undefined ? [] : [[fedId, this.unwrapped(row) ?? RecordKey.random()]];
    });
    return new Map(keys);
  }

  private async ensured(marks: readonly string[], at: Queryable): Promise<StoredKey[]> {
    const store = new RecordKeyStore(at);
    const stored = await store.byMark(marks);
    const there = new Set(stored.map(({ mark }) => mark));
    const absent = marks.filter((mark) => !there.has(mark));
    if (absent.length === 0) return stored;
    await store.add(
      absent.map((mark) => {
        const key = RecordKey.random();
        const wrapped = this.the.cipher.encrypt(key.secret.toString('base64url'), contextOf(mark));
        return { mark, alias: key.alias, wrapped };
      }),
    );
    // Read back, since another process may have been first.
    return [...stored, ...(await store.byMark(absent))];
  }

  private unwrapped({ mark, wrapped }: StoredKey): RecordKey | undefined {
    if (wrapped === null) return undefined;
    return new RecordKey(Buffer.from(this.the.cipher.decrypt(wrapped, contextOf(mark)), 'base64url'));
  }

  /** By what a key is found: says nothing to who has not the master key. */
  markOf(fedId: FedId): string {
    return this.the.index.of(fedId, 'audit-record-key');
  }
}
