import type { Queryable } from '#libs/database';
import { CHAINS, LATEST } from './sealer.js';
import { recordHash, type StoredRecord } from './canonical-record.js';
import { NOTHING_BEFORE, sealHash, type Checkpoint, type Seal } from './seal.js';
import { SealStore } from './seal.store.js';

/** The first thing in a chain that is not as it was sealed. */
export interface Flaw {
  readonly chain: string;
  readonly kind:
    | 'record-altered'
    | 'record-missing'
    | 'record-not-sealed'
    | 'seal-altered'
    | 'seal-missing'
    | 'seals-cut'
    | 'other-history';
  /** Number of the seal concerned. */
  readonly seal?: number;
  /** Identifier of the record concerned. */
  readonly record?: string;
}

export interface ChainReport {
  readonly chain: string;
  readonly seals: number;
  readonly records: number;
  /** Records whose time was over when they were removed. */
  readonly forgotten: number;
  readonly flaw?: Flaw;
}

export interface VerifyOptions {
  readonly now: Date;
  /** Kept apart from the database; what they attest must be there. */
  readonly checkpoints: readonly Checkpoint[];
  /** Milliseconds that records of a chain are kept, at least. */
  readonly keptFor: (chain: string) => number;
}

const PAGE = 200;

/** Reads every chain from its beginning and compares it with the records and with the checkpoints. */
export async function verifyAudit(database: Queryable, options: VerifyOptions): Promise<ChainReport[]> {
  const store = new SealStore(database);
  const known = new Set([...CHAINS, ...options.checkpoints.map(({ chain }) => chain)]);
  const reports: ChainReport[] = [];
  for (const chain of [...known].toSorted()) reports.push(await new ChainCheck(store, chain, options).run());
  return reports;
}

class ChainCheck {
  private readonly checkpoints: ReadonlyMap<number, Checkpoint>;
  private readonly attested: number;
  private previous: Buffer = NOTHING_BEFORE;
  private seals = 0;
  private records = 0;
  private forgotten = 0;
  private lastSealed: Date | undefined;

  constructor(
    private readonly store: SealStore,
    private readonly chain: string,
    private readonly options: VerifyOptions,
  ) {
    const mine = options.checkpoints.filter((checkpoint) => checkpoint.chain === chain);
    this.checkpoints = new Map(mine.map((checkpoint) => [checkpoint.number, checkpoint]));
    this.attested = Math.max(0, ...mine.map(({ number }) => number));
  }

  async run(): Promise<ChainReport> {
    const flaw = (await this.firstFlaw()) ?? this.cutTail() ?? (await this.notSealed());
    const { chain, seals, records, forgotten } = this;
    return { chain, seals, records, forgotten, ...(flaw !== undefined && { flaw }) };
  }

  private async firstFlaw(): Promise<Flaw | undefined> {
    for (;;) {
      const page = await this.store.after(this.chain, this.seals, PAGE);
      for (const seal of page) {
        const flaw = this.flawOfSeal(seal) ?? (await this.flawOfRecords(seal));
        if (flaw !== undefined) return flaw;
        this.accept(seal);
      }
      if (page.length < PAGE) return undefined;
    }
  }

  private flawOfSeal(seal: Seal): Flaw | undefined {
    const { chain } = this;
    const expected = this.seals + 1;
    if (seal.number !== expected) return { chain, kind: 'seal-missing', seal: expected };
    if (!isWhole(seal, this.previous)) return { chain, kind: 'seal-altered', seal: expected };
    const attested = this.checkpoints.get(expected)?.hash ?? seal.hash.toString('hex');
    // A chain that was written anew, from records that somebody changed before.
    return attested === seal.hash.toString('hex')
      ? undefined
      : { chain, kind: 'other-history', seal: expected };
  }

  private async flawOfRecords(seal: Seal): Promise<Flaw | undefined> {
    const found = new Map((await this.store.records(seal.recordIds)).map((record) => [record.id, record]));
    const mayBeGone = this.options.now.getTime() - seal.sealedAt.getTime() > this.options.keptFor(this.chain);
    for (const [index, id] of seal.recordIds.entries()) {
      const kind = judge(found.get(id), seal.recordHashes[index], mayBeGone);
      if (kind === 'forgotten') this.forgotten += 1;
      else if (kind !== 'good') return { chain: this.chain, kind, seal: seal.number, record: id };
    }
    return undefined;
  }

  private accept(seal: Seal): void {
    this.previous = seal.hash;
    this.seals = seal.number;
    this.records += seal.recordIds.length;
    this.lastSealed = seal.sealedAt;
  }

  private cutTail(): Flaw | undefined {
    if (this.attested <= this.seals) return undefined;
    return { chain: this.chain, kind: 'seals-cut', seal: this.seals + 1 };
  }

  /** What came in after its time: put there later, or never seen by who seals. */
  private async notSealed(): Promise<Flaw | undefined> {
    const until = (this.lastSealed ?? this.options.now).getTime() - LATEST;
    const [record] = await this.store.neverSealed(this.chain, new Date(until));
    return record === undefined
      ? undefined
      : { chain: this.chain, kind: 'record-not-sealed', record: record.id };
  }
}

function isWhole(seal: Seal, previous: Buffer): boolean {
  const { recordIds, recordHashes } = seal;
  const paired = recordIds.length > 0 && recordIds.length === recordHashes.length;
  return paired && seal.previous.equals(previous) && sealHash(seal).equals(seal.hash);
}

function judge(record: StoredRecord | undefined, hash: Buffer | undefined, mayBeGone: boolean) {
  if (record === undefined) return mayBeGone ? 'forgotten' : 'record-missing';
  return hash !== undefined && recordHash(record).equals(hash) ? 'good' : 'record-altered';
}
