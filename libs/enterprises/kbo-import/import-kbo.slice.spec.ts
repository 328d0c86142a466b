import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  inventedEnterprises,
  testDatabase,
  writeFullExtract,
  writeUpdateExtract,
  type OpenDataEnterprise,
  type TestDatabase,
} from '#libs/testing';
import { EnterprisesStore, importKbo, ImportsStore, type ImportProgress } from '../index.js';

const BAKERY: OpenDataEnterprise = {
  number: '0999900150',
  name: 'Bakkerij "De Kruimel", BV',
  nameFr: 'Boulangerie SRL',
  establishments: [{ number: '2999900192', name: 'Kruimel aan zee' }],
};
const [INVENTED, OTHER] = [...inventedEnterprises(2)] as [OpenDataEnterprise, OpenDataEnterprise];

let db: TestDatabase;
let folder: string;
let store: EnterprisesStore;
beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kbo-'));
  store = new EnterprisesStore(db.database);
});
beforeEach(async () => {
  await db.database.query(
    `truncate enterprises.enterprise, enterprises.establishment, enterprises.denomination, enterprises.address,
              enterprises.kbo_import`,
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.drop();
});

async function full(extract: number, enterprises: readonly OpenDataEnterprise[]): Promise<string> {
  const file = join(folder, `full-${extract}-${enterprises.length}.zip`);
  await writeFullExtract(file, extract, () => enterprises);
  return file;
}

const read = (file: string, more: { batch?: number; progress?: (progress: ImportProgress) => void } = {}) =>
  importKbo({ database: db.database, file, ...more });

const namesOf = async (language: 'nl' | 'fr', ...numbers: string[]) =>
  (await store.find(numbers, language)).map(({ name }) => name).toSorted();

const counts = async () => {
  const [row] = await db.database.query<Record<string, number>>(
    `select (select count(*) from enterprises.enterprise)::int as enterprises,
            (select count(*) from enterprises.establishment)::int as establishments,
            (select count(*) from enterprises.denomination)::int as names,
            (select count(*) from enterprises.address)::int as addresses`,
  );
  return row;
};

describe('a full extract of KBO Open Data', () => {
  it('is read: numbers without dots, names per language, units with their place', async () => {
    const outcome = await read(await full(5, [BAKERY, INVENTED]));
    expect(outcome).toMatchObject({ kind: 'imported', extract: 5, type: 'full', skipped: 0, resumed: false });
    expect(await namesOf('nl', BAKERY.number)).toEqual(['Bakkerij "De Kruimel", BV']);
    expect(await namesOf('fr', BAKERY.number, INVENTED.number)).toEqual([
      'Boulangerie SRL',
      'Entreprise inventée 0 SRL',
    ]);
    expect(await store.findEstablishments(['2999900192'], 'nl')).toEqual([
      {
        number: '2999900192',
        enterprise: BAKERY.number,
        name: 'Kruimel aan zee',
        municipality: 'Voorbeeldegem',
      },
    ]);
  });

  it('takes the place of the one before it: what it no longer holds is gone', async () => {
    await read(await full(5, [BAKERY, INVENTED]));
    const outcome = await read(await full(6, [INVENTED, OTHER]));
    expect(outcome).toMatchObject({ kind: 'imported', removed: 7 });
    expect(await store.find([BAKERY.number], 'nl')).toEqual([]);
    expect(await counts()).toEqual({ enterprises: 2, establishments: 2, names: 6, addresses: 4 });
  });

  it('goes on where it broke off, and reads no row twice', async () => {
    const file = await full(7, [...inventedEnterprises(30)]);
    let calls = 0;
    const breaking = read(file, {
      batch: 10,
      progress: () => {
        calls += 1;
        if (calls === 8) throw new Error('power cut');
      },
    });
    await expect(breaking).rejects.toThrow('power cut');
    expect(await new ImportsStore(db.database).latestFinished()).toBeUndefined();
    const half = await counts();
    const outcome = await read(file, { batch: 10 });
    expect(outcome).toMatchObject({ kind: 'imported', resumed: true, rows: 210 - 80 });
    expect(half?.['names']).toBeLessThan(90);
    expect(await counts()).toEqual({ enterprises: 30, establishments: 30, names: 90, addresses: 60 });
  });

  it('tells how far it is', async () => {
    const seen: ImportProgress[] = [];
    await read(await full(8, [...inventedEnterprises(30)]), {
      batch: 10,
      progress: (one) => void seen.push(one),
    });
    const shares = seen.map(({ done }) => done);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBeCloseTo(1);
    expect(new Set(seen.map(({ file }) => file))).toEqual(
      new Set(['enterprise.csv', 'establishment.csv', 'denomination.csv', 'address.csv']),
    );
  });

  it('counts rows that cannot be understood, and reads the others', async () => {
    const wrong = { number: '0999900151', name: 'Wrong check digits' };
    expect(await read(await full(9, [wrong, BAKERY]))).toMatchObject({ kind: 'imported', skipped: 3 });
    expect(await namesOf('nl', wrong.number, BAKERY.number)).toEqual([BAKERY.name]);
  });
});

describe('an update', () => {
  it('removes and adds, on the extract before it', async () => {
    await read(await full(5, [BAKERY, INVENTED]));
    const file = join(folder, 'update-6.zip');
    const renamed = { ...BAKERY, name: 'Bakkerij Nieuw', nameFr: undefined };
    await writeUpdateExtract(file, 6, { gone: [INVENTED], come: [renamed as OpenDataEnterprise, OTHER] });
    expect(await read(file)).toMatchObject({ kind: 'imported', type: 'update', extract: 6 });
    expect(await namesOf('fr', BAKERY.number, INVENTED.number)).toEqual(['Bakkerij Nieuw']);
    expect(await counts()).toEqual({ enterprises: 2, establishments: 2, names: 5, addresses: 4 });
  });

  it.each([
    [7, /data stands at extract 5/],
    [5, /imported before/],
    [4, /older than extract 5/],
  ])('of extract %d is refused on extract 5', async (extract, problem) => {
    await read(await full(5, [BAKERY]));
    const file = join(folder, `update-${extract}.zip`);
    await writeUpdateExtract(file, extract, { gone: [], come: [OTHER] });
    expect(await read(file)).toMatchObject({ kind: 'refused', problem: expect.stringMatching(problem) });
  });

  it('is refused without a full extract', async () => {
    const file = join(folder, 'update-first.zip');
    await writeUpdateExtract(file, 2, { gone: [], come: [OTHER] });
    expect(await read(file)).toMatchObject({
      kind: 'refused',
      problem: expect.stringMatching(/full extract first/),
    });
  });
});

describe('a file', () => {
  it.each([
    ['that is no ZIP', () => writeFileSync(join(folder, 'no.zip'), 'hello')],
    ['that is not there', () => rmSync(join(folder, 'no.zip'), { force: true })],
  ])('%s is refused with a sentence', async (_, make) => {
    make();
    expect(await read(join(folder, 'no.zip'))).toMatchObject({ kind: 'refused' });
  });
});
