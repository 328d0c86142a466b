import type { Database } from '#libs/database';
import { csvRows } from './csv-rows.js';
import { EntityTable } from './entity-tables.js';
import { ImportsStore } from './imports.store.js';
import { readMeta, type ExtractMeta } from './meta.js';
import { entityNumber, OPEN_DATA_FILES, type OpenDataFile } from './open-data-files.js';
import { NotOpenData, OpenDataZip } from './open-data-zip.js';
import { stepProblem } from './step-problem.js';
import { readInto, type Part } from './read-into.js';

export interface ImportProgress {
  readonly file: string;
  /** Rows of this file so far. */
  readonly rows: number;
  /** Share of the whole import, from 0 to 1. */
  readonly done: number;
}

export interface ImportOptions {
  readonly database: Database;
  /** Path of the ZIP. */
  readonly file: string;
  readonly progress?: (progress: ImportProgress) => void;
  /** Rows that are written at once. */
  readonly batch?: number;
}

export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly extract: number;
      readonly type: ExtractMeta['kind'];
      readonly snapshotOn: string;
      /** Rows that were read now; those of an earlier run that broke off are not among them. */
      readonly rows: number;
      /** Rows that could not be understood. */
      readonly skipped: number;
      /** Rows of entities that are no longer there. */
      readonly removed: number;
      readonly resumed: boolean;
    }
  | { readonly kind: 'refused'; readonly problem: string };

const BATCH = 2_000;

/**
 * Reads a ZIP of KBO Open Data into the database. Rows are written in small transactions together with the mark of how
 * far the file was read, so an import that broke off goes on where it was when it is started again, and memory does
 * not grow with the file. Readers see each row either as it was or as it is.
 */
export async function importKbo({ database, file, ...options }: ImportOptions): Promise<ImportOutcome> {
  let zip: OpenDataZip | undefined;
  try {
    zip = await OpenDataZip.open(file);
    const meta = await readMeta(zip);
    const imports = new ImportsStore(database);
    const [known, latest] = await Promise.all([imports.find(meta.extract), imports.latestFinished()]);
    const problem = stepProblem(meta, known, latest);
    if (problem !== undefined) return { kind: 'refused', problem };
    await imports.begin(meta);
    return await run({ database, zip, meta, ...options }, known?.progress ?? {});
  } catch (error) {
    if (error instanceof NotOpenData) return { kind: 'refused', problem: error.message };
    throw error;
  } finally {
    zip?.close();
  }
}

interface Run extends Omit<ImportOptions, 'file'> {
  readonly zip: OpenDataZip;
  readonly meta: ExtractMeta;
}

async function run(the: Run, before: Readonly<Record<string, number>>): Promise<ImportOutcome> {
  const { database, zip, meta, progress } = the;
  const parts = partsOf(meta.kind);
  const total = parts.reduce((sum, { csv }) => sum + zip.sizeOf(csv), 0);
  let [rows, skipped, removed, bytes] = [0, 0, 0, 0];
  for (const part of parts) {
    if (!zip.has(part.csv)) throw new NotOpenData(`${part.csv} is not in the ZIP`);
    const source = await zip.stream(part.csv, (more) => void (bytes += more));
    const read = await readInto({
      database,
      extract: meta.extract,
      part,
      rows: csvRows(source, part.csv, part.columns),
      batch: the.batch ?? BATCH,
      skip: before[part.csv] ?? 0,
      advanced: (count) => progress?.({ file: part.csv, rows: count, done: total === 0 ? 1 : bytes / total }),
    });
    rows += read.rows;
    skipped += read.skipped;
  }
  if (meta.kind === 'full') {
    for (const file of OPEN_DATA_FILES) {
      removed += await new EntityTable(file).removeOlder(database, meta.extract);
    }
  }
  await new ImportsStore(database).finish(meta.extract);
  const { extract, kind: type, snapshotOn } = meta;
  const resumed = Object.keys(before).length > 0;
  return { kind: 'imported', extract, type, snapshotOn, rows, skipped, removed, resumed };
}

/** A full extract has one file per table; an update first says what goes, then what comes. */
function partsOf(kind: ExtractMeta['kind']): Part[] {
  return OPEN_DATA_FILES.flatMap((file) =>
    kind === 'full'
      ? [writing(file, `${file.name}.csv`)]
      : [removing(file), writing(file, `${file.name}_insert.csv`)],
  );
}

function writing(file: OpenDataFile, csv: string): Part {
  const table = new EntityTable(file);
  return {
    csv,
    columns: file.columns,
    read: (row) => file.read(row),
    write: (tx, extract, rows) => table.write(tx, extract, rows),
  };
}

function removing(file: OpenDataFile): Part {
  const table = new EntityTable(file);
  return {
    csv: `${file.name}_delete.csv`,
    columns: [file.entityColumn],
    read: (row) => {
      const entity = entityNumber(row[file.entityColumn]);
      return entity === undefined ? 'malformed' : [entity];
    },
    write: (tx, _extract, rows) =>
      table.removeEntities(
        tx,
        rows.map(([entity]) => entity ?? ''),
      ),
  };
}
