import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ROLES } from '#libs/database';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { expectNone, finding } from './support/findings.js';
import { productionFiles } from './support/source-files.js';

/** Schemas of others: PostgreSQL's own, the queue's, and the one where TypeORM notes which migrations ran. */
const FOREIGN = ['information_schema', 'bullmq', 'public'];

const OURS = `n.nspname not like 'pg\\_%' and n.nspname <> all($1)`;

interface ColumnRow {
  schema: string;
  table: string;
  column: string;
  comment: string | null;
}

interface RightRow {
  role: string;
  table: string;
  rights: string;
}

/** The line where a migration makes the table, as far as it can be found by its name. */
function placeOf(table: string, problem: string): string {
  const file = productionFiles.find(
    ({ path, text }) => path.endsWith('.migrations.ts') && text.includes(`'${table}'`),
  );
  return file === undefined
    ? `${table}  ${problem}`
    : finding(file, file.text.indexOf(`'${table}'`), problem);
}

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  await db.drop();
});

describe('the database', () => {
  it('says of every column how sensitive it is', async () => {
    const columns = await db.database.query<ColumnRow>(
      `select n.nspname as schema, c.relname as table, a.attname as column,
              col_description(c.oid, a.attnum) as comment
         from pg_class c
         join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
        order by 1, 2, a.attnum`,
      [FOREIGN],
    );
    expect(columns.length).toBeGreaterThan(50);
    expectNone(
      columns
        .filter(({ comment }) => !/^(public|internal|personal|sensitive|secret): \S/.test(comment ?? ''))
        .map(({ schema, table, column, comment }) =>
          placeOf(`${schema}.${table}`, `column ${column} has no sensitivity: ${comment ?? 'no comment'}`),
        ),
    );
  });

  it('LN-27 holds no biometrics: a body is compared on the person’s own device only', async () => {
    const columns = await db.database.query<{ place: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as place from information_schema.columns
        where column_name ~* 'biometr|finger_|iris|voice|portrait|photo|(face|hand)_?(image|print|template)'`,
    );
    expectNone(columns.map(({ place }) => placeOf(place, 'this looks like a biometric')));
  });

  it('says of every table what it holds', async () => {
    const tables = await db.database.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
          and coalesce(obj_description(c.oid, 'pg_class'), '') = ''`,
      [FOREIGN],
    );
    expectNone(tables.map(({ name }) => placeOf(name, 'the table has no comment')));
  });

  it('keeps its tables in schemas of modules, not in public', async () => {
    const tables = await db.database.query<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
    );
    expectNone(tables.map(({ tablename }) => placeOf(tablename, 'the table is in the schema public')));
  });
});

const RIGHTS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];

async function rights(): Promise<RightRow[]> {
  return db.database.query<RightRow>(
    `select role, n.nspname || '.' || c.relname as table,
            string_agg(lower(r) || case when has_table_privilege(role, c.oid, r) then '' else ' of columns' end,
                       ', ' order by position) as rights
       from unnest($2::text[]) role
       cross join pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       cross join unnest($3::text[]) with ordinality as right_(r, position)
      where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
        and has_schema_privilege(role, n.oid, 'USAGE')
        and case when r in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                 then has_any_column_privilege(role, c.oid, r) else has_table_privilege(role, c.oid, r) end
      group by role, n.nspname, c.relname
      order by role, n.nspname, c.relname`,
    [FOREIGN, APP_ROLES, RIGHTS],
  );
}

describe('the role of an app', () => {
  it('may add to the audit record and read it, and nothing else', async () => {
    const found = (await rights()).filter(({ table }) => table === 'audit.event');
    expect(found.length).toBeGreaterThan(0);
    expectNone(
      found
        .filter(
          (row) => row.rights !== 'select, insert' && row.rights !== 'select' && row.rights !== 'insert',
        )
        .map((row) => placeOf('audit.event', `${row.role} may ${row.rights}`)),
    );
    const partitions = await db.database.query<{ name: string; role: string }>(
      `select c.relname as name, role from pg_class c
         join pg_namespace n on n.oid = c.relnamespace cross join unnest($1::text[]) role
        where n.nspname = 'audit' and c.relispartition
          and has_table_privilege(role, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')`,
      [APP_ROLES],
    );
    expectNone(
      partitions.map(({ name, role }) => `${role} reaches the partition audit.${name} past its table`),
    );
  });

  it('may not make or own anything', async () => {
    const owners = await db.database.query<{ role: string; name: string }>(
      `select role, n.nspname as name from unnest($1::text[]) role cross join pg_namespace n
        where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
          and has_schema_privilege(role, n.oid, 'CREATE')`,
      [APP_ROLES],
    );
    expectNone(owners.map(({ role, name }) => `${role} may create in the schema ${name}`));
  });

  it('may enter the schema of every table that it has a right on', async () => {
    const locked = await db.database.query<{ role: string; name: string }>(
      `select distinct role, n.nspname || '.' || c.relname as name
         from unnest($2::text[]) role cross join pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and ${OURS} and not has_schema_privilege(role, n.oid, 'USAGE')
          and (has_table_privilege(role, c.oid, 'SELECT, INSERT, UPDATE, DELETE')
               or has_any_column_privilege(role, c.oid, 'SELECT, INSERT, UPDATE'))`,
      [FOREIGN, APP_ROLES],
    );
    expectNone(locked.map(({ role, name }) => placeOf(name, `${role} has a right here and may not enter`)));
  });

  it('has the rights on tables that rights.txt lists, and no others', async () => {
    const lines = (await rights()).map(
      (row) => `${row.role.padEnd(13)} ${row.table.padEnd(34)} ${row.rights}`,
    );
    // A change of rights is a change to look at: run with `-u` and read the difference.
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('rights.txt');
  });
});
