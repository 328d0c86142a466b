import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Queryable } from '#libs/database';
import { minutes, type FedId } from '#libs/kernel';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { everyRecord, tablesWith } from '#libs/testing';
import { AuditReader, AuditUnavailableError, AuditWriter, RecordKeys } from '../index.js';
import {
  ADDRESS,
  data,
  keysOf,
  master,
  NETWORK,
  recordWorld,
  Seen,
  somebody,
  writerOf,
} from './record-keys.fixtures.js';

let world: Awaited<ReturnType<typeof recordWorld>>;
let fas: Database;
beforeAll(async () => {
  world = await recordWorld();
  fas = world.fas;
});
afterAll(() => world.close());

describe('what a record says of people', () => {
  it('is read as it was written, and stands nowhere in clear', async () => {
    const [subject, actor, other] = [somebody(), somebody(), somebody()];
    const of = { ...data, browser: 'firefox/windows', other, target: `0671516647:agency-manager:${other}` };
    await writerOf(fas).record(Seen, { reference: 'OPEN', subject, actor, address: ADDRESS, data: of });
    expect(await world.reader().byReference('OPEN')).toMatchObject([
      { subject, actor, address: NETWORK, data: of },
    ]);
    expect((await world.reader().bySubject(subject)).map(({ data: read }) => read)).toEqual([of]);
    for (const text of [subject, actor, other, '198.51.100', 'firefox'])
      expect(await tablesWith(world.owner, text)).toEqual([]);
    const [row] = await world.owner.query<{ data: object }>(
      `select data from audit.event where reference = 'OPEN'`,
    );
    expect(row?.data).toMatchObject(data);
  });

  it.each([
    ['2001:db8::1', '2001:db8::/48'],
    ['2001:db8:10::1', '2001:db8:10::/48'],
    ['::1', '::/48'],
  ])('has the network %s as the database writes it', async (address, network) => {
    await writerOf(fas).record(Seen, { reference: address, subject: somebody(), address, data });
    await writerOf(fas).record(Seen, { reference: address, address, data });
    expect((await world.reader().byReference(address)).map((record) => record.address)).toEqual([
      network,
      network,
    ]);
  });

  it('of a program or of nobody stays as it is', async () => {
    await writerOf(fas).record(Seen, { reference: 'PROGRAM', actor: 'csam:root', address: ADDRESS, data });
    const [row] = await world.owner.query(
      'select actor, address::text, data from audit.event where reference = $1',
      ['PROGRAM'],
    );
    expect(row).toEqual({ actor: 'csam:root', address: NETWORK, data });
  });

  it('of before there were keys is read as ever, beside what came after', async () => {
    const subject = somebody();
    await world.owner.query(
      `insert into audit.event (id, occurred_at, name, reference, subject, address, data)
       values (gen_random_uuid(), now() - interval '1 day', 'ShredSpecSeen', 'OLD', $1, $2, $3)`,
      [subject, NETWORK, data],
    );
    await writerOf(fas).record(Seen, { reference: 'NEW', subject, address: ADDRESS, data });
    const found = await everyRecord(world.reader(), { subject });
    expect(found.map(({ reference, address }) => [reference, address])).toEqual([
      ['OLD', NETWORK],
      ['NEW', NETWORK],
    ]);
    expect(await world.reader().bySubjectAndId(subject, found[0]?.id ?? '')).toMatchObject({ subject });
  });
});

describe('the key of a person', () => {
  it('is one, whichever of many processes makes it', async () => {
    const subject = somebody();
    const keys = Array.from({ length: 12 }, () => keysOf(fas));
    const made = await Promise.all(keys.map((each) => each.of([subject])));
    expect(new Set(made.map((each) => each.get(subject)?.alias)).size).toBe(1);
  });

  it('is asked once for everybody in a batch, and then no more for some minutes', async () => {
    const asked: string[] = [];
    const watched: Queryable = {
      query: (sql, params) => fas.query(sql, params),
      read: (name, sql, params) => (asked.push(name), fas.read(name, sql, params)),
      write: (name, sql, params) => (asked.push(name), fas.write(name, sql, params)),
      prepared: (name, sql, params) => (asked.push(name), fas.prepared(name, sql, params)),
    };
    let now = new Date();
    const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
    const keys = new RecordKeys({ ...secrets, database: watched, clock: { now: () => now }, most: 2 });
    const writer = new AuditWriter({ database: watched, keys });
    const [one, two, three] = [somebody(), somebody(), somebody()];
    const record = (subject: FedId) => writer.record(Seen, { reference: 'ASKED', subject, data });
    await Promise.all([record(one), record(two), record(two)]);
    expect(asked.splice(0)).toEqual([
      'audit.record-keys',
      'audit.add-record-keys',
      'audit.record-keys',
      'audit.insert',
    ]);
    await record(two);
    const changing = writer.changing(Seen, { reference: 'ASKED', subject: two, data });
    expect(await changing({ name: 'spec', sql: 'select 1', values: [] })).toBe(true);
    expect(asked.splice(0)).toEqual(['audit.insert', 'audit.spec']);
    // No more than so many are at hand: the one longest unused is asked again.
    await record(three);
    await record(two);
    await record(one);
    expect(asked.splice(0).filter((name) => name === 'audit.record-keys')).toHaveLength(3);
    now = new Date(now.getTime() + minutes(6));
    await record(two);
    expect(asked).toEqual(['audit.record-keys', 'audit.insert']);
  });

  it('that a transaction made and took back is not used afterwards', async () => {
    const subject = somebody();
    const writer = writerOf(fas);
    const entry = { reference: 'UNDONE', subject, data };
    const undone = fas.transaction(async (tx) => {
      await writer.recordIn(tx, Seen, entry);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await writer.record(Seen, { ...entry, reference: 'AFTER' });
    expect(await world.reader().bySubject(subject)).toMatchObject([{ reference: 'AFTER', subject }]);
  });

  it('that cannot be had is a record that cannot be written', async () => {
    const keys = keysOf({ query: refuse, read: refuse, write: refuse, prepared: refuse });
    const writer = writerOf(fas, keys);
    const entry = { reference: 'NONE', subject: somebody(), data };
    await expect(writer.record(Seen, entry)).rejects.toBeInstanceOf(AuditUnavailableError);
    const changing = writer.changing(Seen, entry)({ name: 'spec', sql: 'select 1', values: [] });
    await expect(changing).rejects.toBeInstanceOf(AuditUnavailableError);
    expect(await world.reader().byReference('NONE')).toEqual([]);
  });

  it('is opened by an older master key after that was replaced, and made under the new one', async () => {
    const [before, after] = [somebody(), somebody()];
    await writerOf(fas).record(Seen, { reference: 'BEFORE', subject: before, data });
    const fresh = MasterKey.fromSecret(randomBytes(32));
    const [cipher, index] = [new FieldCipher(fresh, [master]), new BlindIndex(master)];
    const keys = new RecordKeys({ database: fas, cipher, index });
    const record = (subject: FedId) =>
      writerOf(fas, keys).record(Seen, { reference: 'ROTATED', subject, data });
    await Promise.all([record(before), record(after)]);
    expect(await new AuditReader(fas, keys).bySubject(before)).toHaveLength(2);
    expect(await new AuditReader(fas, keys).bySubject(after)).toMatchObject([{ subject: after }]);
  });
});

const refuse = () => Promise.reject(new Error('not there'));
