import type { Queryable } from '#libs/database';
import type { OpenDataFile, Values } from './open-data-files.js';

/** Writes rows into the table of a file, many at once. Names of tables and columns are our own constants. */
export class EntityTable {
  private readonly upsert: string;
  private readonly types: readonly string[];

  constructor(private readonly file: OpenDataFile) {
    const columns = Object.keys(file.target);
    const keys = columns.slice(0, file.keys);
    const rest = columns.slice(file.keys);
    this.types = Object.values(file.target);
    const arrays = columns.map((_, at) => `$${at + 2}::text[]`).join(', ');
    const values = columns.map((column, at) => `${column}::${this.types[at]}`).join(', ');
    const set = [...rest, 'extract'].map((column) => `${column} = excluded.${column}`).join(', ');
    this.upsert = `insert into ${file.table} (${columns.join(', ')}, extract)
       select ${values}, $1::int from unnest(${arrays}) as rows(${columns.join(', ')})
       on conflict (${keys.join(', ')}) do update set ${set}`;
  }

  async write(database: Queryable, extract: number, rows: readonly Values[]): Promise<void> {
    const last = new Map(rows.map((row) => [row.slice(0, this.file.keys).join('|'), row]));
    if (last.size === 0) return;
    const unique = [...last.values()];
    const columns = this.types.map((_, at) => unique.map((row) => row[at] ?? null));
    await database.prepared(`kbo-${this.file.name}`, this.upsert, [extract, ...columns]);
  }

  async removeEntities(database: Queryable, entities: readonly string[]): Promise<void> {
    await database.query(`delete from ${this.file.table} where ${this.file.entity} = any($1)`, [entities]);
  }

  /** What the full extract of that number no longer held. */
  async removeOlder(database: Queryable, extract: number): Promise<number> {
    const rows = await database.query<{ count: number }>(
      `with gone as (delete from ${this.file.table} where extract <> $1 returning 1)
       select count(*)::int as count from gone`,
      [extract],
    );
    return rows[0]?.count ?? 0;
  }
}
