import type { Queryable } from '#libs/database';

/** Tables of the whole database, partitions by themselves, in any column of which a text stands. */
export async function tablesWith(database: Queryable, text: string): Promise<string[]> {
  const tables = await database.query<{ place: string }>(
    `select format('%I.%I', n.nspname, c.relname) as place
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`,
  );
  const found: string[] = [];
  for (const { place } of tables) {
    const rows = await database.query(`select 1 from ${place} t where strpos(t::text, $1) > 0 limit 1`, [
      text,
    ]);
    if (rows.length > 0) found.push(place);
  }
  return found;
}
