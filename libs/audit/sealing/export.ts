import type { KeyObject } from 'node:crypto';
import type { Queryable } from '#libs/database';
import { readCheckpoint } from './checkpoint.js';
import { recordHash, type StoredRecord } from './canonical-record.js';
import { merklePath, merkleRoot, rootByPath, sha256 } from './merkle.js';
import type { Seal } from './seal.js';
import { SealStore } from './seal.store.js';

/** A seal without its records. */
interface SealHead {
  readonly chain: string;
  readonly number: number;
  readonly sealedAt: string;
  readonly count: number;
  /** Hexadecimal, as every hash here. */
  readonly previous: string;
  readonly root: string;
}

interface ProvenRecord {
  readonly record: StoredRecord;
  /** Absent: sealed after this export was made. */
  readonly proof?: {
    readonly seal: SealHead;
    readonly path: readonly { readonly side: 'left' | 'right'; readonly hash: string }[];
    /** The seals from there to the checkpoint. */
    readonly following: readonly SealHead[];
    readonly checkpoint: string;
  };
}

/** Records with what it takes to see that they were there unchanged when the checkpoint was signed; nothing of others. */
export interface AuditExport {
  readonly format: 'csam-audit-export-1';
  readonly madeAt: string;
  readonly records: readonly ProvenRecord[];
}

const headOf = (seal: Seal): SealHead => ({
  chain: seal.chain,
  number: seal.number,
  sealedAt: seal.sealedAt.toISOString(),
  count: seal.recordIds.length,
  previous: seal.previous.toString('hex'),
  root: merkleRoot(seal.recordHashes).toString('hex'),
});

export async function exportWithProof(
  database: Queryable,
  ids: readonly string[],
  now: Date,
): Promise<AuditExport> {
  const store = new SealStore(database);
  const records: ProvenRecord[] = [];
  for (const record of await store.records(ids)) records.push(await proven(store, record));
  const inOrder = records.toSorted((one, other) => (one.record.id < other.record.id ? -1 : 1));
  return { format: 'csam-audit-export-1', madeAt: now.toISOString(), records: inOrder };
}

async function proven(store: SealStore, record: StoredRecord): Promise<ProvenRecord> {
  const seal = await store.holding(record.id, new Date(record.occurred_at));
  const checkpoint = seal && (await store.checkpointFrom(seal.chain, seal.number));
  if (seal === undefined || checkpoint === undefined) return { record };
  const path = merklePath(seal.recordHashes, seal.recordIds.indexOf(record.id));
  const following = await store.between(seal.chain, seal.number, checkpoint.number);
  return {
    record,
    proof: {
      seal: headOf(seal),
      path: path.map(({ side, hash }) => ({ side, hash: hash.toString('hex') })),
      following: following.map(headOf),
      checkpoint: checkpoint.line,
    },
  };
}

export type ExportOutcome =
  | { readonly kind: 'good'; readonly proven: number; readonly unproven: number }
  | { readonly kind: 'bad'; readonly record: string };

/** Checks an export with nothing but the public keys of checkpoints, by their name. */
export function checkExport({ records }: AuditExport, keys: ReadonlyMap<string, KeyObject>): ExportOutcome {
  const bad = records.find((each) => each.proof !== undefined && !holds(each, keys));
  if (bad !== undefined) return { kind: 'bad', record: bad.record.id };
  const count = records.filter(({ proof }) => proof !== undefined).length;
  return { kind: 'good', proven: count, unproven: records.length - count };
}

function holds({ record, proof }: ProvenRecord, keys: ReadonlyMap<string, KeyObject>): boolean {
  if (proof === undefined) return false;
  const steps = proof.path.map(({ side, hash }) => ({ side, hash: Buffer.from(hash, 'hex') }));
  if (rootByPath(recordHash(record), steps).toString('hex') !== proof.seal.root) return false;
  let hash = headHash(proof.seal);
  let { number } = proof.seal;
  for (const next of proof.following) {
    if (next.previous !== hash || next.number !== number + 1) return false;
    hash = headHash(next);
    number = next.number;
  }
  const read = readCheckpoint(proof.checkpoint, keys);
  return read.kind === 'good' && read.checkpoint.hash === hash && read.checkpoint.number === number;
}

const headHash = ({ chain, number, sealedAt, count, previous, root }: SealHead): string =>
  sha256(
    JSON.stringify([chain, number, sealedAt, count]),
    Buffer.from(previous, 'hex'),
    Buffer.from(root, 'hex'),
  ).toString('hex');
