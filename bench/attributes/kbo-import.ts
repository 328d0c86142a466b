import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#libs/database';
import { importKbo } from '#libs/enterprises';
import { inventedEnterprises, writeFullExtract } from '#libs/testing';

export interface ImportFigures {
  readonly megabytes: number;
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** Largest resident memory of the importing process while it imported, in megabytes. */
  readonly memory: number;
}

const MEGABYTE = 1024 * 1024;
const LOOK_EVERY = 50;

/** Imports extracts of these sizes, one after the other: memory that grows with the file shows in the last. */
export async function measureImports(
  database: Database,
  folder: string,
  enterprises: readonly number[],
): Promise<readonly ImportFigures[]> {
  mkdirSync(folder, { recursive: true });
  const figures: ImportFigures[] = [];
  for (const [at, count] of enterprises.entries()) {
    const file = join(folder, `full-${count}.zip`);
    // The demo world imported the first extract.
    await writeFullExtract(file, at + 2, () => inventedEnterprises(count));
    figures.push(await measureImport(database, file));
    rmSync(file);
  }
  return figures;
}

async function measureImport(database: Database, file: string): Promise<ImportFigures> {
  let memory = 0;
  const look = () => (memory = Math.max(memory, process.memoryUsage.rss()));
  const looking = setInterval(look, LOOK_EVERY);
  const began = performance.now();
  try {
    const outcome = await importKbo({ database, file });
    if (outcome.kind === 'refused') throw new Error(outcome.problem);
    const { rows } = outcome;
    return {
      megabytes: statSync(file).size / MEGABYTE,
      rows,
      rowsPerSecond: rows / ((performance.now() - began) / 1000),
      memory: memory / MEGABYTE,
    };
  } finally {
    clearInterval(looking);
  }
}
