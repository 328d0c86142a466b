import type { Queryable } from '#libs/database';
import { RECORD_COLUMNS, type StoredRecord } from './canonical-record.js';
import type { Seal } from './seal.js';

interface SealRow {
  chain: string;
  number: string;
  sealed_at: Date;
  record_ids: string[];
  record_hashes: Buffer;
  previous: Buffer;
  hash: Buffer;
}

const HASH_BYTES = 32;

const hashesOf = (joined: Buffer): Buffer[] =>
  Array.from({ length: joined.length / HASH_BYTES }, (_, n) =>
    joined.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );

const sealOf = (row: SealRow): Seal => ({
  chain: row.chain,
  number: Number(row.number),
  sealedAt: row.sealed_at,
  recordIds: row.record_ids,
  recordHashes: hashesOf(row.record_hashes),
  previous: row.previous,
  hash: row.hash,
});

const COLUMNS = 'chain, number, sealed_at, record_ids, record_hashes, previous, hash';

/** A record of before the column came belongs to the longest kept class. */
export const DEFAULT_CHAIN = 'authentication';
const CHAIN_OF_RECORD = `coalesce(e.retention, '${DEFAULT_CHAIN}')`;

// Ids of version 7 begin with their moment: the seals that can hold a record of this stretch are few.
const UNSEALED = `
  select ${RECORD_COLUMNS} from audit.event e
   where e.occurred_at >= $2 and e.occurred_at < $3 and ${CHAIN_OF_RECORD} = $1
     and not exists (
       select from audit.seal s, unnest(s.record_ids) sealed (id)
        where s.chain = $1 and s.sealed_at >= $2 and sealed.id = e.id)
   order by e.occurred_at, e.id
   limit $4`;

/** Tables of seals, and the records as they are sealed. */
export class SealStore {
  constructor(private readonly database: Queryable) {}

  /** Only one process seals a chain at a time; until the end of the transaction. */
  async lock(chain: string): Promise<void> {
    await this.database.query("select pg_advisory_xact_lock(hashtextextended('audit.seal:' || $1, 0))", [
      chain,
    ]);
  }

  async last(chain: string): Promise<Seal | undefined> {
    const rows = await this.read('where chain = $1 order by number desc limit 1', [chain]);
    return rows[0];
  }

  /** In order of time, those that no seal holds. */
  async unsealed(chain: string, from: Date, before: Date, limit: number): Promise<StoredRecord[]> {
    return this.database.query<StoredRecord>(UNSEALED, [chain, from, before, limit]);
  }

  async insert(seal: Seal): Promise<void> {
    const { chain, number, sealedAt, recordIds, recordHashes, previous, hash } = seal;
    await this.database.query(`insert into audit.seal (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7)`, [
      chain,
      number,
      sealedAt,
      recordIds,
      Buffer.concat(recordHashes),
      previous,
      hash,
    ]);
  }

  async countRecords(chain: string): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(
      'select coalesce(sum(cardinality(record_ids)), 0) as count from audit.seal where chain = $1',
      [chain],
    );
    return Number(row?.count ?? 0);
  }

  async chains(): Promise<string[]> {
    const rows = await this.database.query<{ chain: string }>(
      'select distinct chain from audit.seal order by chain',
    );
    return rows.map(({ chain }) => chain);
  }

  async after(chain: string, number: number, limit: number): Promise<Seal[]> {
    return this.read('where chain = $1 and number > $2 order by number limit $3', [chain, number, limit]);
  }

  /** The oldest records of before a moment that no seal holds. */
  async neverSealed(chain: string, before: Date): Promise<StoredRecord[]> {
    return this.database.query<StoredRecord>(
      `select ${RECORD_COLUMNS} from audit.event e
        where e.occurred_at < $2 and ${CHAIN_OF_RECORD} = $1
          and id not in (select unnest(s.record_ids) from audit.seal s where s.chain = $1)
        order by e.occurred_at, e.id limit 1`,
      [chain, before],
    );
  }

  /** The seal that holds a record of that moment. */
  async holding(recordId: string, occurredAt: Date): Promise<Seal | undefined> {
    const condition = 'where sealed_at >= $2 and record_ids @> array[$1::uuid] order by sealed_at limit 1';
    return (await this.read(condition, [recordId, occurredAt]))[0];
  }

  /** Heads of the seals after one, up to another: what links them, without their records. */
  async between(chain: string, after: number, upTo: number): Promise<Seal[]> {
    return this.read('where chain = $1 and number > $2 and number <= $3 order by number', [
      chain,
      after,
      upTo,
    ]);
  }

  /** The first checkpoint at or after a seal. */
  async checkpointFrom(chain: string, number: number): Promise<{ number: number; line: string } | undefined> {
    const [row] = await this.database.query<{ number: string; line: string }>(
      'select number, line from audit.checkpoint where chain = $1 and number >= $2 order by number limit 1',
      [chain, number],
    );
    return row === undefined ? undefined : { number: Number(row.number), line: row.line };
  }

  async records(ids: readonly string[]): Promise<StoredRecord[]> {
    return this.database.query<StoredRecord>(
      `select ${RECORD_COLUMNS} from audit.event e where id = any($1::uuid[])`,
      [ids],
    );
  }

  async noteCheckpoint(chain: string, number: number, line: string): Promise<void> {
    await this.database.query(
      'insert into audit.checkpoint (chain, number, line) values ($1, $2, $3) on conflict do nothing',
      [chain, number, line],
    );
  }

  /** Marks of people whose record keys were destroyed since. */
  async erasedSince(moment: Date): Promise<string[]> {
    const rows = await this.database.query<{ mark: string }>(
      'select mark from audit.record_key where erased_at >= $1 order by erased_at, mark',
      [moment],
    );
    return rows.map(({ mark }) => mark);
  }

  async checkpoints(): Promise<string[]> {
    const rows = await this.database.query<{ line: string }>(
      'select line from audit.checkpoint order by made_at',
    );
    return rows.map(({ line }) => line);
  }

  private async read(condition: string, params: readonly unknown[]): Promise<Seal[]> {
    const rows = await this.database.query<SealRow>(`select ${COLUMNS} from audit.seal ${condition}`, params);
    return rows.map(sealOf);
  }
}
