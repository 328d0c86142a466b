import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Queryable } from '#libs/database';
import { specRecordKeys } from '#libs/testing';
import {
  allAuditEvents,
  AuditContentError,
  AuditUnavailableError,
  AuditWriter,
  defineAuditEvent,
  maskAddress,
} from './index.js';
import { uuidV7 } from './uuid-v7.js';

const SpecHappened = defineAuditEvent({
  name: 'SpecHappened',
  retention: 'administration',
  meaning: 'Only in this test',
  fields: { note: 'string?', level: 'number?', list: 'string[]?' },
});

/** Stands in for the database only to hold its answer back: the real one is used in the slice test. */
function slowDatabase() {
  const batches: number[] = [];
  const waiting: ((error?: Error) => void)[] = [];
  const prepared = async <R>(_name: string, _sql: string, params: readonly unknown[] = []): Promise<R[]> => {
    const [ids] = params;
    batches.push(Array.isArray(ids) ? ids.length : 0);
    await new Promise<void>((resolve, reject) =>
      waiting.push((error) => (error === undefined ? resolve() : reject(error))),
    );
    return [];
  };
  const answer = async (error?: Error) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()?.(error);
  };
  const unused = () => Promise.reject(new Error('not used'));
  const database: Queryable = { prepared, query: unused, read: unused, write: unused };
  return { database, batches, answer };
}

describe('audit catalogue', () => {
  it('knows every event, and refuses a second of the same name', () => {
    expect(allAuditEvents()).toContain(SpecHappened);
    expect(() => defineAuditEvent({ ...SpecHappened })).toThrow('defined twice');
  });

  it.each(['password', 'Code', 'nationalNumber', 'egovNRN'])('refuses an event with a field %s', (field) => {
    const event = { ...SpecHappened, name: `Spec${field}`, fields: { [field]: 'string' } } as const;
    expect(() => defineAuditEvent(event)).toThrow('may not have a field');
  });
});

describe('audit writer', () => {
  it('records that arrive while one INSERT is under way share the next', async () => {
    const { database, batches, answer } = slowDatabase();
    const writer = new AuditWriter({ database, keys: specRecordKeys(database) });
    const record = () => writer.record(SpecHappened, { reference: 'R', data: {} });
    const first = record();
    await expect.poll(() => batches.length).toBe(1);
    const others = Array.from({ length: 40 }, record);
    await answer();
    await first;
    await answer();
    await Promise.all(others);
    expect(batches).toEqual([1, 40]);
  });

  it('nothing resolves before the database has answered, and its refusal reaches every caller', async () => {
    const { database, answer } = slowDatabase();
    const writer = new AuditWriter({ database, keys: specRecordKeys(database) });
    const settled: string[] = [];
    const records = [1, 2].map(() =>
      writer.record(SpecHappened, { reference: 'R', data: {} }).then(
        () => settled.push('written'),
        (error: unknown) => settled.push(error instanceof AuditUnavailableError ? 'refused' : 'other'),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(settled).toEqual([]);
    await answer(new Error('No space left on device'));
    await Promise.all(records);
    expect(settled).toEqual(['refused', 'refused']);
  });

  it('records that nobody waits for are written too after others were slow to be', async () => {
    const { database, batches, answer } = slowDatabase();
    const writer = new AuditWriter({ database, keys: specRecordKeys(database) });
    const entry = { reference: 'R', data: {} };
    const slow = writer.record(SpecHappened, entry);
    await expect.poll(() => batches.length).toBe(1);
    const meanwhile = writer.recordSoon(SpecHappened, entry);
    await sleep(100);
    await answer();
    await answer();
    await Promise.all([slow, meanwhile]);
    const later = writer.recordSoon(SpecHappened, entry);
    await answer();
    await later;
    expect(batches).toEqual([1, 1, 1]);
  });

  it('a full line refuses at once instead of growing', async () => {
    const { database, answer } = slowDatabase();
    const writer = new AuditWriter({ database, keys: specRecordKeys(database), waiting: 2 });
    const record = () => writer.record(SpecHappened, { reference: 'R', data: {} });
    const waiting = [record(), record()];
    await expect(record()).rejects.toBeInstanceOf(AuditUnavailableError);
    await answer();
    await Promise.all(waiting);
  });
});

describe('what may not be recorded', () => {
  const writer = new AuditWriter({
    database: slowDatabase().database,
    keys: specRecordKeys(slowDatabase().database),
  });
  const withNote = (note: string) => writer.record(SpecHappened, { reference: 'R', data: { note } });

  it.each([
    ['a national number', '85073003328'],
    ['a national number in the official notation', 'for 85.07.30-033.28 only'],
    ['a BIS number', '98472899765'],
    ['a mail address', 'sent to lotte@example.be'],
  ])('%s', async (_what, note) => {
    await expect(withNote(note)).rejects.toBeInstanceOf(AuditContentError);
  });

  it.each(['reference', 'actor', 'application'])('a national number as %s', async (field) => {
    const entry = { reference: 'R', data: {}, [field]: '85073003328' };
    await expect(writer.record(SpecHappened, entry)).rejects.toBeInstanceOf(AuditContentError);
  });

  it('a secret under its name, at any depth', async () => {
    const data = { list: [{ code: '123456' }] } as unknown as { list: string[] };
    await expect(writer.record(SpecHappened, { reference: 'R', data })).rejects.toThrow('data.list.0.code');
  });

  it('more than fits a record', async () => {
    await expect(withNote('x'.repeat(9_000))).rejects.toThrow('too large');
  });
});

describe('addresses', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1234:5678:9abc:def0:1234:5678', '2001:db8:1234::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['not an address', undefined],
  ])('%s is kept as %s', (address, network) => {
    expect(maskAddress(address)).toBe(network);
  });
});

describe('the identifier of a record', () => {
  it('sorts in the order of making, within a millisecond too', () => {
    const at = new Date('2026-03-01T10:00:00Z');
    const made = Array.from({ length: 1_000 }, () => uuidV7(at));
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    expect(uuidV7(new Date(at.getTime() + 1)) > (made.at(-1) ?? '')).toBe(true);
  });

  it('is one of version 7 (RFC 9562) that holds the moment', () => {
    const id = uuidV7(new Date(0x0123456789ab));
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
