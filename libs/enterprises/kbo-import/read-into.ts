import type { Database, Queryable } from '#libs/database';
import type { CsvRow } from './csv-rows.js';
import { ImportsStore } from './imports.store.js';
import type { Values } from './open-data-files.js';
import { NotOpenData } from './open-data-zip.js';

/** One CSV file of an extract and what its rows do. */
export interface Part {
  readonly csv: string;
  readonly columns: readonly string[];
  read(row: CsvRow): Values | 'malformed' | 'unused';
  write(tx: Queryable, extract: number, rows: readonly Values[]): Promise<void>;
}

export interface Reading {
  readonly database: Database;
  readonly extract: number;
  readonly part: Part;
  readonly rows: AsyncIterable<CsvRow>;
  readonly batch: number;
  /** Rows that an earlier run has read. */
  readonly skip: number;
  /** Hears of every batch, with the rows of the file so far. */
  readonly advanced: (rows: number) => void;
}

/** Another import of the same extract is at work. */
const ELSEWHERE = 'another import of this extract is under way';

/** Reads a file batch by batch; rows and mark are committed together. */
export async function readInto(the: Reading): Promise<{ rows: number; skipped: number }> {
  const { database, extract, part } = the;
  let [position, mark, skipped] = [0, the.skip, 0];
  let [waiting, malformed]: [Values[], number] = [[], 0];
  const commit = async () => {
    await database.transaction(
      async (tx) => {
        await part.write(tx, extract, waiting);
        const move = { from: mark, to: position, skipped: malformed };
        if (!(await new ImportsStore(tx).advance(extract, part.csv, move))) throw new NotOpenData(ELSEWHERE);
      },
      { durable: false },
    );
    mark = position;
    skipped += malformed;
    [waiting, malformed] = [[], 0];
    the.advanced(position);
  };
  for await (const row of the.rows) {
    position += 1;
    if (position <= the.skip) continue;
    const values = part.read(row);
    if (values === 'malformed') malformed += 1;
    else if (values !== 'unused') waiting.push(values);
    if (position - mark >= the.batch) await commit();
  }
  if (position > mark) await commit();
  return { rows: Math.max(0, position - the.skip), skipped };
}
