import { Database } from '#libs/database';
import { fedIdFromBytes } from '#libs/kernel';
import { testDatabase, type TestDatabase, specAuditReader, specRecordKeys } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuditReader,
  AuditUnavailableError,
  AuditWriter,
  defineAuditEvent,
  ensureAuditPartitions,
} from './index.js';

const SpecSignedIn = defineAuditEvent({
  name: 'SpecSignedIn',
  retention: 'authentication',
  meaning: 'Only in this test',
  fields: { level: 'number', key: 'string' },
});
const subject = fedIdFromBytes(Buffer.alloc(20, 5));
const data = { level: 400, key: 'totp' };

describe('audit record', () => {
  let db: TestDatabase;
  let writer: AuditWriter;
  let reader: AuditReader;

  beforeAll(async () => {
    db = await testDatabase({ role: 'csam_fas' });
    writer = new AuditWriter({ database: db.database, keys: specRecordKeys(db.database) });
    reader = specAuditReader(db.database);
  });
  afterAll(() => db.drop());

  it('is found by its reference and by its person, with the address cut to its network', async () => {
    await writer.record(SpecSignedIn, {
      reference: '7K3F-9QXM',
      subject,
      application: 'demo',
      agency: '0671516647',
      address: '2001:db8:1:2::3',
      data,
    });
    const [record] = await reader.byReference('7K3F-9QXM');
    expect(record).toMatchObject({ name: 'SpecSignedIn', subject, data, address: '2001:db8:1::/48' });
    expect(record?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(await reader.bySubject(subject)).toHaveLength(1);
    expect(await reader.bySubject(subject, { before: record?.occurredAt })).toHaveLength(0);
  });

  it('is read from either end, and further on from the last one seen', async () => {
    for (const key of ['first', 'second', 'third']) {
      await writer.record(SpecSignedIn, { reference: 'ENDS', data: { level: 400, key } });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const wanted = { reference: 'ENDS', from: new Date(0), until: new Date(Date.now() + 60_000), limit: 2 };
    const keysOf = async (oldestFirst: boolean) => {
      const seen = await reader.search({ ...wanted, oldestFirst });
      const last = seen.at(-1);
      const more = await reader.search({ ...wanted, oldestFirst, ...(last && { before: last }) });
      return [...seen, ...more].map((record) => record.data.key);
    };
    expect(await keysOf(true)).toEqual(['first', 'second', 'third']);
    expect(await keysOf(false)).toEqual(['third', 'second', 'first']);
  });

  it('a thousand at once are all there', async () => {
    const records = Array.from({ length: 1_000 }, () =>
      writer.record(SpecSignedIn, { reference: 'MANY', data }),
    );
    await Promise.all(records);
    await writer.drain();
    expect(await reader.byReference('MANY', 5_000)).toHaveLength(1_000);
  });

  it('that nobody waits for goes along with the next one, or by itself after a moment', async () => {
    const counted: unknown[][] = [];
    const counting = new AuditWriter({
      keys: specRecordKeys(db.database),
      database: {
        query: (sql, params) => db.database.query(sql, params),
        read: (name, sql, params) => db.database.read(name, sql, params),
        write: (name, sql, params) => db.database.write(name, sql, params),
        prepared: (name, sql, params = []) => {
          counted.push((params as unknown[][])[0] ?? []);
          return db.database.prepared(name, sql, params);
        },
      },
    });
    const soon = () => counting.recordSoon(SpecSignedIn, { reference: 'SOON', data });
    await Promise.all([soon(), soon(), counting.record(SpecSignedIn, { reference: 'SOON', data })]);
    expect(counted.map(({ length }) => length)).toEqual([3]);
    await soon();
    expect(await reader.byReference('SOON')).toHaveLength(4);
    const left = soon();
    await counting.drain();
    await left;
    expect(await reader.byReference('SOON')).toHaveLength(5);
  });

  it('stands in the partition of its month', async () => {
    const [row] = await db.database.query<{ partition: string }>(
      `select tableoid::regclass::text as partition from audit.event where reference = '7K3F-9QXM'`,
    );
    const month = new Date().toISOString().slice(0, 7).replace('-', '');
    expect(row?.partition).toBe(`audit.event_${month}`);
  });

  it.each([
    'update audit.event set name = name',
    'delete from audit.event',
    'truncate audit.event',
    'delete from audit.event_other',
  ])('an app may not: %s', async (sql) => {
    await expect(db.database.query(sql)).rejects.toThrow('permission denied');
  });

  it('one bad record does not take the others with it', async () => {
    const record = (reference: string) => writer.record(SpecSignedIn, { reference, data });
    const [good, bad, alsoGood] = await Promise.allSettled([
      record('GOOD'),
      record('B\u0000D'),
      record('GOOD'),
    ]);
    expect([good?.status, bad?.status, alsoGood?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await reader.byReference('GOOD')).toHaveLength(2);
  });

  it('the worker makes the partitions of coming months, as often as it likes', async () => {
    const worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 1 });
    await ensureAuditPartitions(worker, 4);
    await ensureAuditPartitions(worker, 4);
    const [row] = await worker.query<{ count: number }>(
      `select count(*)::int as count from pg_inherits where inhparent = 'audit.event'::regclass`,
    );
    await worker.close();
    expect(row?.count).toBe(6);
    await expect(ensureAuditPartitions(db.database)).rejects.toThrow('permission denied');
  });

  it('RF-9 a database that takes no writes refuses, and works again when it does', async () => {
    const [owner] = [await Database.open({ url: db.url, maxConnections: 1 })];
    const name = new URL(db.url).pathname.slice(1);
    await owner.query(`alter database ${name} set default_transaction_read_only = on`);
    const readOnly = await Database.open({ url: db.url, role: 'csam_fas', maxConnections: 1 });
    const refused = new AuditWriter({ database: readOnly, keys: specRecordKeys(readOnly) }).record(
      SpecSignedIn,
      { reference: 'FULL', data },
    );
    await expect(refused).rejects.toBeInstanceOf(AuditUnavailableError);
    await readOnly.close();
    await owner.query(`set default_transaction_read_only = off`);
    await owner.query(`alter database ${name} reset default_transaction_read_only`);
    await owner.close();
    await writer.record(SpecSignedIn, { reference: 'SPACE', data });
    expect(await reader.byReference('SPACE')).toHaveLength(1);
  });
});

describe('a change and its record', () => {
  let db: TestDatabase;
  let writer: AuditWriter;
  let reader: AuditReader;
  const move = (to: string) => ({
    name: 'spec-move',
    sql: 'update spec_state set state = $1 where state <> $1 returning 1',
    values: [to],
  });
  const stateNow = async () =>
    (await db.database.query<{ state: string }>('select state from spec_state'))[0];
  const entry = (reference: string) => ({ reference, subject, address: '192.0.2.7', data });

  beforeAll(async () => {
    db = await testDatabase();
    await db.database.query(`create table spec_state as select 'before'::text as state`);
    writer = new AuditWriter({ database: db.database, keys: specRecordKeys(db.database) });
    reader = specAuditReader(db.database);
  });
  afterAll(() => db.drop());

  it('are there together, and the record is like any other', async () => {
    expect(await writer.changing(SpecSignedIn, entry('MOVED'))(move('after'))).toBe(true);
    await writer.record(SpecSignedIn, entry('ALONE'));
    const [[moved], [alone]] = [await reader.byReference('MOVED'), await reader.byReference('ALONE')];
    expect(await stateNow()).toEqual({ state: 'after' });
    const ofEach = { id: moved?.id, reference: moved?.reference, occurredAt: moved?.occurredAt };
    expect(moved).toEqual({ ...alone, ...ofEach });
  });

  it('what did not change has no record', async () => {
    expect(await writer.changing(SpecSignedIn, entry('STILL'))(move('after'))).toBe(false);
    expect(await reader.byReference('STILL')).toEqual([]);
  });

  it('RF-9 without its record nothing changes', async () => {
    const changing = writer.changing(SpecSignedIn, entry('B\u0000D'));
    await expect(changing(move('elsewhere'))).rejects.toBeInstanceOf(AuditUnavailableError);
    expect(await stateNow()).toEqual({ state: 'after' });
  });

  it('of many at the same moment one changes and is recorded', async () => {
    const changing = writer.changing(SpecSignedIn, entry('RACE'));
    const moved = await Promise.all(Array.from({ length: 8 }, () => changing(move('once'))));
    expect(moved.filter(Boolean)).toHaveLength(1);
    expect(await reader.byReference('RACE')).toHaveLength(1);
  });

  it('in a transaction the record goes as the transaction goes', async () => {
    const undone = db.database.transaction(async (tx) => {
      await writer.recordIn(tx, SpecSignedIn, entry('UNDONE'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await db.database.transaction((tx) => writer.recordIn(tx, SpecSignedIn, entry('DONE')));
    expect(await reader.byReference('UNDONE')).toEqual([]);
    expect(await reader.byReference('DONE')).toHaveLength(1);
  });
});
