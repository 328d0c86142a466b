import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { days, hours } from '#libs/kernel';
import { testDatabase, type TestDatabase, specRecordKeys } from '#libs/testing';
import {
  AuditWriter,
  checkExport,
  defineAuditEvent,
  exportWithProof,
  readExport,
  forgetAudit,
  readCheckpoint,
  Sealer,
  verifyAudit,
  type Checkpoint,
} from '../index.js';

const event = (name: string, retention: 'authentication' | 'administration') =>
  defineAuditEvent({
    name,
    retention,
    meaning: 'Only in this test',
    fields: { n: 'number', word: 'string' },
  });
const Seen = event('SealSpecSeen', 'authentication');
const Done = event('SealSpecDone', 'administration');

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys: ReadonlyMap<string, KeyObject> = new Map([['k1', createPublicKey(privateKey)]]);

let db: TestDatabase;
let worker: Database;
let kept: string[];
let now: Date;

beforeEach(async () => {
  // As its owner, who may do what an attacker would.
  db = await testDatabase();
  worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 2 });
  kept = [];
  now = new Date();
  await record(1, 5);
});
afterEach(async () => {
  await worker.close();
  await db.drop();
});

const clock = { now: () => now };
const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

async function record(from: number, to: number, what = Seen): Promise<void> {
  const writer = new AuditWriter({ database: db.database, keys: specRecordKeys(db.database), clock });
  for (let n = from; n <= to; n += 1) {
    const data = { n, word: `é${n}` };
    await writer.record(what, {
      reference: `REF-${n}`,
      agency: n % 2 === 0 ? '0671516647' : '0308357159',
      data,
    });
  }
}

const seal = () => {
  later(10_000);
  const signer = async () => ({ kid: 'k1', privateKey });
  const keep = async (line: string) => void kept.push(line);
  return new Sealer({ database: worker, clock, signer, keep, batch: 3 }).run();
};

const checkpoints = (): Checkpoint[] =>
  kept.map((line) => {
    const read = readCheckpoint(line, keys);
    if (read.kind === 'bad') throw new Error(read.why);
    return read.checkpoint;
  });

const verify = async () => {
  const reports = await verifyAudit(db.database, {
    now,
    checkpoints: checkpoints(),
    keptFor: () => days(365),
  });
  return reports.find(({ flaw }) => flaw !== undefined)?.flaw;
};

const idOf = async (n: number): Promise<string> => {
  const rows = await db.database.query<{ id: string }>('select id from audit.event where reference = $1', [
    `REF-${n}`,
  ]);
  return rows[0]?.id ?? '';
};

describe('XS-26 the sealed audit record', () => {
  it('is good when nobody touched it, over several seals, and in every class', async () => {
    await record(6, 7, Done);
    expect(await seal()).toBe(7);
    await record(8, 9);
    expect(await seal()).toBe(2);
    expect(await seal()).toBe(0);
    const reports = await verifyAudit(db.database, {
      now,
      checkpoints: checkpoints(),
      keptFor: () => days(365),
    });
    expect(reports.map(({ chain, seals, records, flaw }) => [chain, seals, records, flaw])).toEqual([
      ['administration', 1, 2, undefined],
      ['authentication', 3, 7, undefined],
      ['consultation', 0, 0, undefined],
    ]);
  });

  it.each([
    ['its data', `update audit.event set data = '{"n":3,"word":"x"}' where reference = 'REF-3'`],
    [
      'a microsecond',
      `update audit.event set occurred_at = occurred_at + interval '1 microsecond' where reference = 'REF-3'`,
    ],
    ['its agency', `update audit.event set agency = null where reference = 'REF-3'`],
  ])('names the first record that was altered: %s', async (_what, sql) => {
    await seal();
    await db.database.query(sql);
    await db.database.query(`update audit.event set data = '{}' where reference = 'REF-5'`);
    expect(await verify()).toEqual({
      chain: 'authentication',
      kind: 'record-altered',
      seal: 1,
      record: await idOf(3),
    });
  });

  it('names a record that was deleted', async () => {
    await seal();
    const id = await idOf(4);
    await db.database.query(`delete from audit.event where reference = 'REF-4'`);
    expect(await verify()).toMatchObject({ kind: 'record-missing', seal: 2, record: id });
  });

  it('names a record that was put there afterwards, also when the worker seals on', async () => {
    await seal();
    const forged = '0198a1b2-0000-7000-8000-000000000000';
    await db.database.query(
      `insert into audit.event (id, occurred_at, name, reference, data) values ($1, $2, 'SealSpecSeen', 'REF-0', '{}')`,
      [forged, new Date(now.getTime() - hours(3))],
    );
    later(hours(2));
    await record(6, 6);
    await seal();
    expect(await verify()).toMatchObject({ kind: 'record-not-sealed', record: forged });
  });

  it('notices records and seals in another order', async () => {
    await seal();
    await db.database.query(
      'update audit.seal set record_ids = array[record_ids[2], record_ids[1], record_ids[3]] where number = 1',
    );
    expect(await verify()).toMatchObject({ kind: 'record-altered', seal: 1, record: await idOf(2) });
  });

  it('notices a seal that was altered or taken out', async () => {
    await seal();
    await db.database.query(
      'update audit.seal set sealed_at = sealed_at + interval $$1 second$$ where number = 2',
    );
    expect(await verify()).toMatchObject({ kind: 'seal-altered', seal: 2 });
    await db.database.query('delete from audit.seal where number = 1');
    expect(await verify()).toMatchObject({ kind: 'seal-missing', seal: 1 });
  });

  it('notices a tail that was cut with its seals, and an older backup, by what is kept elsewhere', async () => {
    await seal();
    const before = [...kept];
    await record(6, 8);
    await seal();
    await db.database.query('delete from audit.event where reference = any($1)', [
      ['REF-6', 'REF-7', 'REF-8'],
    ]);
    await db.database.query('delete from audit.seal where number = 3');
    await db.database.query('delete from audit.checkpoint where number = 3');
    expect(await verify()).toEqual({ chain: 'authentication', kind: 'seals-cut', seal: 3 });
    kept = before;
    expect(await verify()).toBeUndefined();
  });

  it('notices a history that was written anew, however consistent', async () => {
    await seal();
    await db.database.query('delete from audit.seal');
    await db.database.query('delete from audit.checkpoint');
    await db.database.query(`update audit.event set agency = '0200000000' where reference = 'REF-1'`);
    const attested = [...kept];
    await seal();
    kept = attested;
    expect(await verify()).toMatchObject({ kind: 'other-history', seal: 2 });
  });

  it('cannot be changed by the worker that seals it, nor by an app', async () => {
    await seal();
    for (const sql of [
      'update audit.seal set number = 9',
      'delete from audit.seal',
      'delete from audit.checkpoint',
    ])
      await expect(worker.query(sql)).rejects.toThrow('permission denied');
  });

  it('holds when the worker was away for days, and when two seal at once', async () => {
    await seal();
    later(days(3));
    await record(6, 9);
    const sealed = await Promise.all([seal(), seal()]);
    expect(sealed[0] + sealed[1]).toBe(4);
    expect(await verify()).toBeUndefined();
  });
});

describe('an export', () => {
  it('of one agency proves its records and holds nothing of others', async () => {
    await seal();
    const rows = await db.database.query<{ id: string }>(
      `select id from audit.event where agency = '0671516647'`,
    );
    const made = await exportWithProof(
      db.database,
      specRecordKeys(db.database),
      rows.map(({ id }) => id),
      now,
    );
    expect(checkExport(made, keys)).toEqual({ kind: 'good', proven: 2, unproven: 0 });
    const text = JSON.stringify(made);
    expect(text).not.toContain('0308357159');
    const forged = JSON.parse(text.replace('"word":"é2"', '"word":"é3"')) as typeof made;
    expect(checkExport(forged, keys)).toEqual({ kind: 'bad', record: await idOf(2) });
    const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(checkExport(made, new Map([['k1', otherKey]])).kind).toBe('bad');
    expect(readExport(text)).toEqual(made);
    expect(readExport(text.slice(1))).toBeUndefined();
    expect(readExport('[]')).toBeUndefined();
    const torn = readExport(text.replaceAll('"path"', '"pats"'));
    expect(torn && checkExport(torn, keys).kind).toBe('bad');
  });

  it('of before people were closed away in their records is checked as it ever was', async () => {
    const subject = 'ab'.repeat(20);
    const [row] = await db.database.query<{ id: string }>(
      `insert into audit.event (id, occurred_at, name, reference, subject, address, data, retention)
       values (gen_random_uuid(), $1, 'SealSpecSeen', 'OLD', $2, '192.0.2.0/24', '{"n":1,"word":"x"}', 'authentication')
       returning id`,
      [now, subject],
    );
    await seal();
    const made = await exportWithProof(db.database, specRecordKeys(db.database), [row?.id ?? ''], now);
    const text = JSON.stringify(made).replace('csam-audit-export-2', 'csam-audit-export-1');
    const old = readExport(text);
    expect(old && checkExport(old, keys)).toEqual({ kind: 'good', proven: 1, unproven: 0 });
    const forged = readExport(text.replace(subject, 'cd'.repeat(20)));
    expect(forged && checkExport(forged, keys)).toEqual({ kind: 'bad', record: row?.id });
  });

  it('says which records are not sealed yet', async () => {
    expect(
      checkExport(
        await exportWithProof(db.database, specRecordKeys(db.database), [await idOf(1)], now),
        keys,
      ),
    ).toEqual({
      kind: 'good',
      proven: 0,
      unproven: 1,
    });
  });
});

describe('forgetting', () => {
  it('LE-11 removes what is past its time, class by class, and the other chains stay whole', async () => {
    now = new Date(Date.now() - days(800));
    await record(20, 21);
    await record(22, 23, Done);
    await seal();
    now = new Date();
    await seal();
    const keep = { authentication: 3_650, administration: 400, consultation: 3_650 };
    expect(await forgetAudit(worker, keep, now)).toBe(2);
    const reports = await verifyAudit(db.database, {
      now,
      checkpoints: checkpoints(),
      keptFor: (chain) => days(chain === 'administration' ? 400 : 3_650),
    });
    expect(reports.map(({ forgotten, flaw }) => [forgotten, flaw])).toEqual([
      [2, undefined],
      [0, undefined],
      [0, undefined],
    ]);
  });

  it('never removes anything younger than a year, whatever the configuration says', async () => {
    const keep = { authentication: 1, administration: 1, consultation: 1 };
    await expect(forgetAudit(worker, keep, now)).rejects.toThrow('never removed');
  });
});
