import type { Database } from '#libs/database';
import { hours, seconds, type Clock } from '#libs/kernel';
import type { Retention } from '../audit-event.js';
import { signCheckpoint, type CheckpointSigner } from './checkpoint.js';
import { recordHash } from './canonical-record.js';
import { NOTHING_BEFORE, sealHash, type Checkpoint, type Seal } from './seal.js';
import { SealStore } from './seal.store.js';

/** One chain per class of retention, so that forgetting one class leaves the others whole. */
export const CHAINS: readonly Retention[] = ['authentication', 'administration', 'consultation'];

export interface SealerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly signer: () => Promise<CheckpointSigner>;
  /** Keeps a signed line out of reach of the database; the seal stands only when this succeeded. */
  readonly keep: (line: string) => Promise<void>;
  /** Most records in one seal. */
  readonly batch?: number;
}

/** Younger records wait: one that committed late still finds its place in order. */
const SETTLE = seconds(5);

/** A record this much older than its seal was not there when it should have been: it is never sealed. */
export const LATEST = hours(1);

/** Where erasures are recorded: there is a checkpoint after each. */
const ERASURES: Retention = 'administration';

/** Puts records under seal: each seal holds the hashes of its records and of the seal before. */
export class Sealer {
  constructor(private readonly options: SealerOptions) {}

  /** Seals everything that is due; returns the number of records. */
  async run(): Promise<number> {
    let sealed = 0;
    for (const chain of CHAINS) sealed += await this.sealChain(chain);
    return sealed;
  }

  private async sealChain(chain: Retention): Promise<number> {
    const { batch = 1_000 } = this.options;
    let total = 0;
    let last: Seal | undefined;
    const before = await new SealStore(this.options.database).last(chain);
    for (;;) {
      const seal = await this.sealBatch(chain, batch);
      if (seal === undefined) break;
      last = seal;
      total += seal.recordIds.length;
    }
    if (last !== undefined) await this.checkpoint(last, before?.sealedAt ?? new Date(0));
    return total;
  }

  private sealBatch(chain: Retention, batch: number): Promise<Seal | undefined> {
    const now = this.options.clock.now();
    return this.options.database.transaction(async (tx) => {
      const store = new SealStore(tx);
      await store.lock(chain);
      const before = await store.last(chain);
      // Since the last seal, so that a worker that was away for days misses nothing.
      const from = new Date((before?.sealedAt.getTime() ?? 0) - LATEST);
      const records = await store.unsealed(chain, from, new Date(now.getTime() - SETTLE), batch);
      if (records.length === 0) return undefined;
      const content = {
        chain,
        number: (before?.number ?? 0) + 1,
        sealedAt: now,
        recordIds: records.map(({ id }) => id),
        recordHashes: records.map(recordHash),
        previous: before?.hash ?? NOTHING_BEFORE,
      };
      const seal = { ...content, hash: sealHash(content) };
      await store.insert(seal);
      return seal;
    });
  }

  private async checkpoint({ chain, number, hash, sealedAt }: Seal, since: Date): Promise<void> {
    const { database, signer, keep } = this.options;
    const store = new SealStore(database);
    const checkpoint: Checkpoint = {
      chain,
      number,
      hash: hash.toString('hex'),
      records: await store.countRecords(chain),
      at: sealedAt.toISOString(),
      ...(chain === ERASURES && { erased: await store.erasedSince(new Date(since.getTime() - LATEST)) }),
    };
    const line = signCheckpoint(checkpoint, await signer());
    await keep(line);
    await store.noteCheckpoint(chain, number, line);
  }
}
