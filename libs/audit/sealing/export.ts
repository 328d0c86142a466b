import type { KeyObject } from 'node:crypto';
import type { Queryable } from '#libs/database';
import { readCheckpoint } from './checkpoint.js';
import { recordHash, type StoredRecord } from './canonical-record.js';
import { merklePath, merkleRoot, rootByPath, sha256 } from './merkle.js';
import type { RecordKeys } from '../record-keys/record-keys.js';
import { closedPlaces } from '../record-keys/open-record.js';
import { openedPlaces, openingsHold, type OpenedPlaces } from './opened-places.js';
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
  /** What it says of people; absent when it says nothing of anybody, or in clear. */
  readonly opened?: OpenedPlaces;
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
  /** `-1`: of before people were closed away in their records. */
  readonly format: 'csam-audit-export-1' | 'csam-audit-export-2';
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
  keys: RecordKeys,
  ids: readonly string[],
  now: Date,
): Promise<AuditExport> {
  const store = new SealStore(database);
  const seals = new KnownSeals(store);
  const records: ProvenRecord[] = [];
  const found = await store.records(ids);
  const known = await keys.byAlias([...new Set(found.flatMap(closedPlaces).map(({ alias }) => alias))]);
  for (const record of found) {
    const opened = openedPlaces(record, known);
    records.push({ ...(await proven(seals, record)), ...(opened && { opened }) });
  }
  const inOrder = records.toSorted((one, other) => (one.record.id < other.record.id ? -1 : 1));
  return { format: 'csam-audit-export-2', madeAt: now.toISOString(), records: inOrder };
}

async function proven(seals: KnownSeals, record: StoredRecord): Promise<ProvenRecord> {
  const known = await seals.of(record);
  if (known === undefined) return { record };
  const { seal, attested } = known;
  const path = merklePath(seal.recordHashes, seal.recordIds.indexOf(record.id));
  const steps = path.map(({ side, hash }) => ({ side, hash: hash.toString('hex') }));
  return { record, proof: { ...attested, path: steps } };
}

interface KnownSeal {
  readonly seal: Seal;
  /** What every record of the seal has in common. */
  readonly attested: Pick<Required<ProvenRecord>['proof'], 'seal' | 'following' | 'checkpoint'>;
}

/** Seals are read once each, however many of their records are exported. */
class KnownSeals {
  private readonly byRecord = new Map<string, KnownSeal | undefined>();

  constructor(private readonly store: SealStore) {}

  /** Undefined when the record was not sealed, or its seal not attested yet. */
  async of(record: StoredRecord): Promise<KnownSeal | undefined> {
    if (this.byRecord.has(record.id)) return this.byRecord.get(record.id);
    const seal = await this.store.holding(record.id, new Date(record.occurred_at));
    const known = seal && (await this.attested(seal));
    for (const id of seal?.recordIds ?? [record.id]) this.byRecord.set(id, known);
    return known;
  }

  private async attested(seal: Seal): Promise<KnownSeal | undefined> {
    const checkpoint = await this.store.checkpointFrom(seal.chain, seal.number);
    if (checkpoint === undefined) return undefined;
    const following = await this.store.between(seal.chain, seal.number, checkpoint.number);
    return {
      seal,
      attested: { seal: headOf(seal), following: following.map(headOf), checkpoint: checkpoint.line },
    };
  }
}

export type ExportOutcome =
  | { readonly kind: 'good'; readonly proven: number; readonly unproven: number }
  | { readonly kind: 'bad'; readonly record: string };

const isKnown = (format: AuditExport['format'] | undefined): format is AuditExport['format'] =>
  format === 'csam-audit-export-1' || format === 'csam-audit-export-2';

/** The text of a file as an export; undefined when it is none. */
export function readExport(text: string): AuditExport | undefined {
  try {
    const read = JSON.parse(text) as Partial<AuditExport> | null;
    const { format, madeAt, records } = read ?? {};
    if (!isKnown(format) || madeAt === undefined || !Array.isArray(records)) return undefined;
    return { format, madeAt, records: records as ProvenRecord[] };
  } catch {
    return undefined;
  }
}

/** Checks an export with nothing but the public keys of checkpoints, by their name. */
export function checkExport({ records }: AuditExport, keys: ReadonlyMap<string, KeyObject>): ExportOutcome {
  const bad = records.find((each) => !stands(each, keys));
  if (bad !== undefined) return { kind: 'bad', record: bad.record.id };
  const count = records.filter(({ proof }) => proof !== undefined).length;
  return { kind: 'good', proven: count, unproven: records.length - count };
}

/** A proof of which a part is missing or of another form proves nothing. */
function stands(record: ProvenRecord, keys: ReadonlyMap<string, KeyObject>): boolean {
  try {
    return holds(record, keys);
  } catch {
    return false;
  }
}

function holds({ record, opened, proof }: ProvenRecord, keys: ReadonlyMap<string, KeyObject>): boolean {
  if (!openingsHold(record, opened)) return false;
  return proof === undefined || isProven(record, proof, keys);
}

function isProven(
  record: StoredRecord,
  proof: Required<ProvenRecord>['proof'],
  keys: ReadonlyMap<string, KeyObject>,
): boolean {
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
