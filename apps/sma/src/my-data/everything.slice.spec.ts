import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { SpecBrowser } from '../test-support/spec-browser.js';
import { SpecSma } from '../test-support/spec-sma.js';
import { WHOLE, wholeLife } from '../test-support/whole-life.js';
import { PERSONAL_TABLES, type Told } from './personal-tables.fixtures.js';

let sma: SpecSma;
let petra: FedId;
let browser: SpecBrowser;
beforeAll(async () => {
  sma = await SpecSma.start();
  petra = await wholeLife(sma);
  browser = new SpecBrowser(sma);
  await browser.signIn(petra, 500);
});
afterAll(() => sma.stop());

/** Every table that holds, or may hold, something about a person, as the comments and names of its columns say. */
async function personalTables(): Promise<string[]> {
  const rows = await sma.database.database.query<{ place: string }>(
    `select distinct n.nspname || '.' || c.relname as place
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname !~ '^(pg_|information_schema|bullmq)'
        and (col_description(c.oid, a.attnum) ~ '^(personal|sensitive|secret)'
             or col_description(c.oid, a.attnum) ~* 'fedid' or a.attname ~ '(fed_id|key_id|subject|person)$')`,
  );
  return rows.map(({ place }) => place).toSorted();
}

const download = async () =>
  JSON.parse((await browser.get('/my-data/everything.json')).body) as Readonly<Record<string, unknown>>;

describe('PR-1 the download', () => {
  it('knows every table with something about a person: it tells what is there, or says why not', async () => {
    expect(Object.keys(PERSONAL_TABLES).toSorted()).toEqual(await personalTables());
  });

  it('holds something of each table that it tells of', async () => {
    const everything = await download();
    const told = Object.entries(PERSONAL_TABLES).flatMap(([table, { told: place }]) =>
      place === undefined ? [] : [[table, place] as const],
    );
    const silent = told.filter(([, place]) => isEmpty(at(everything, place)));
    expect(silent).toEqual([]);
  });

  it('holds what was kept, in words that were given, and no secret', async () => {
    const text = JSON.stringify(await download());
    for (const value of Object.values(WHOLE)) expect(text).toContain(value);
    expect(text).toContain('Example Trust CA');
    expect(text).toContain('a-device-model');
    expect(text).toContain('itsme-sub');
    expect(text).not.toMatch(/encrypted|"hash"|"secret"|v1\./);
    expect(text).not.toContain('f'.repeat(40));
  });

  it('is told by mail, so that who did not ask for it can say so', async () => {
    const told = (await sma.mailsTo(WHOLE.mail)).filter(({ data }) => data['what'] === 'data-downloaded');
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.data['disownUrl']).toContain('/not-me/');
  });

  it('says the same on a page to read', async () => {
    const { body } = await browser.get('/my-data/everything');
    for (const value of Object.values(WHOLE)) expect(body).toContain(value);
    for (const word of ['Example Trust CA', 'Petra Self', 'Petra’s certificate', 'Your contact with us'])
      expect(body).toContain(word);
  });

  it('needs more than a password, and tells nothing of anybody else', async () => {
    const other = await sma.people.create({ enrolment: 'eid', language: 'nl' });
    const weak = new SpecBrowser(sma);
    await weak.signIn(other.fedId, 200);
    expect((await weak.get('/my-data/everything.json')).statusCode).toBe(303);
    const own = new SpecBrowser(sma);
    await own.signIn(other.fedId, 400);
    const { body } = await own.get('/my-data/everything.json');
    for (const value of [petra, ...Object.values(WHOLE)]) expect(body).not.toContain(value);
  });
});

/** What stands there: a path of names, any of a list will do. */
function at(value: unknown, place: Told): unknown {
  return place.split('.').reduce<unknown>((inside, name) => {
    if (Array.isArray(inside))
      return inside.map((one: unknown) => fieldOf(one, name)).find((one) => !isEmpty(one));
    return fieldOf(inside, name);
  }, value);
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
