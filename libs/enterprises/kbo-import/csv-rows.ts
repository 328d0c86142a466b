import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { NotOpenData } from './open-data-zip.js';

/** One row of a file, by the names of its header. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

/**
 * The rows of a CSV file (RFC 4180, with a header), one after the other.
 *
 * @throws NotOpenData when a column is missing or the file is not CSV
 */
export async function* csvRows(source: Readable, file: string, columns: readonly string[]) {
  const parser = source.pipe(
    parse({
      bom: true,
      columns: (header: string[]) => {
        const missing = columns.find((column) => !header.includes(column));
        if (missing !== undefined) throw new NotOpenData(`${file} has no column ${missing}`);
        return header.map((column) => (columns.includes(column) ? column : false));
      },
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  source.once('error', (error) => parser.destroy(error));
  try {
    for await (const row of parser) yield row as CsvRow;
  } catch (error) {
    if (error instanceof NotOpenData) throw error;
    throw new NotOpenData(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}
