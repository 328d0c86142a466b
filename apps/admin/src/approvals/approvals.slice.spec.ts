import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuditWriter } from '#libs/audit';
import { Database, type Queryable } from '#libs/database';
import { days, type FedId } from '#libs/kernel';
import { testDatabase, type TestDatabase, specAuditReader, specRecordKeys } from '#libs/testing';
import { Approvals, type Decider } from './approvals.service.js';
import type { ChangeKind } from './change-kind.js';

interface Setting {
  readonly level: number;
  readonly note?: string;
}

/** A kind of change as an app would have it, over a table of its own. */
const settings: ChangeKind<Setting> = {
  name: 'setting',
  current: async (tx: Queryable, subject) => {
    const [row] = await tx.query<{ state: Setting }>('select state from setting where id = $1 for update', [
      subject,
    ]);
    return row?.state;
  },
  sensitive: ({ level }) => ({ level }),
  apply: async (tx, { subject, after }) => {
    if (after === undefined) await tx.query('delete from setting where id = $1', [subject]);
    else
      await tx.query(
        `insert into setting values ($1, $2::jsonb) on conflict (id) do update set state = excluded.state`,
        [subject, JSON.stringify(after)],
      );
  },
  title: (subject) => subject,
  lines: (before, after) => [{ label: 'level', before: `${before?.level}`, after: `${after?.level}` }],
};

const [asker, other] = ['a'.repeat(40), 'b'.repeat(40)] as FedId[] as [FedId, FedId];
const START = new Date('2026-03-02T09:00:00Z');

let db: TestDatabase;
let asAdmin: Database;
let approvals: Approvals;
let now = START;
let counter = 0;

beforeAll(async () => {
  db = await testDatabase();
  await db.database.query('create table setting (id text primary key, state jsonb not null)');
  await db.database.query('grant select, insert, update, delete on setting to csam_admin');
  asAdmin = await Database.open({ url: db.url, role: 'csam_admin', maxConnections: 6 });
  const clock = { now: () => now };
  approvals = new Approvals({
    database: asAdmin,
    audit: new AuditWriter({ database: asAdmin, keys: specRecordKeys(asAdmin) }),
    kinds: [settings],
    clock,
  });
});
afterAll(async () => {
  await asAdmin.close();
  await db.drop();
});
beforeEach(() => {
  now = START;
  counter += 1;
});

const trace = () => ({ reference: `REF-${counter}`, address: '192.0.2.1' });
const decider = (by: FedId): Decider => ({ by, reason: 'Seen and agreed', trace: trace() });
const subject = () => `thing-${counter}`;
const ask = (after: Setting | undefined, by = asker) =>
  approvals.request({ kind: settings, subject: subject(), after, reason: 'It is needed', by }, trace());
const stored = async () =>
  (await db.database.query<{ state: Setting }>('select state from setting where id = $1', [subject()]))[0]
    ?.state;
const recorded = async () =>
  (await specAuditReader(db.database).byReference(trace().reference)).map(({ name }) => name);

async function asked(after: Setting | undefined): Promise<string> {
  const outcome = await ask(after);
  if (outcome.kind !== 'requested') throw new Error(outcome.kind);
  return outcome.id;
}

describe('XS-29 four eyes', () => {
  it('nothing changes until another person approves; then it does, and all of it is on record', async () => {
    const id = await asked({ level: 300 });
    expect(await stored()).toBeUndefined();
    expect(await approvals.decide(id, 'approve', decider(asker))).toEqual({
      kind: 'refused',
      problem: 'own-request',
    });
    expect(await stored()).toBeUndefined();
    expect(await approvals.decide(id, 'approve', decider(other))).toMatchObject({ kind: 'done' });
    expect(await stored()).toEqual({ level: 300 });
    expect(await approvals.find(id)).toMatchObject({ state: 'approved', decidedBy: other, decidedAt: START });
    expect(await recorded()).toEqual(['ChangeRequested', 'ChangeDecisionRefused', 'ChangeApproved']);
  });

  it('what touches nothing of that kind is made at once', async () => {
    await approvals.decide(await asked({ level: 300 }), 'approve', decider(other));
    expect(await ask({ level: 300, note: 'new words' })).toEqual({ kind: 'made' });
    expect(await stored()).toEqual({ level: 300, note: 'new words' });
    expect(await recorded()).toContain('ChangeMade');
  });

  it('one request waits at a time; a refused or withdrawn one makes room', async () => {
    const id = await asked({ level: 300 });
    expect(await ask({ level: 200 }, other)).toEqual({ kind: 'waiting' });
    expect(await approvals.decide(id, 'withdraw', decider(other))).toMatchObject({
      problem: 'not-own-request',
    });
    expect(await approvals.decide(id, 'withdraw', decider(asker))).toMatchObject({ kind: 'done' });
    const next = await asked({ level: 200 });
    expect(await approvals.decide(next, 'refuse', decider(other))).toMatchObject({ kind: 'done' });
    expect(await approvals.decide(next, 'approve', decider(other))).toMatchObject({ problem: 'over' });
    expect(await stored()).toBeUndefined();
  });

  it('approves only what was shown: a change in between has to be looked at again', async () => {
    await approvals.decide(await asked({ level: 300 }), 'approve', decider(other));
    const id = await asked({ level: 100 });
    await db.database.query(`update setting set state = '{"level":500}' where id = $1`, [subject()]);
    expect(await approvals.decide(id, 'approve', decider(other))).toMatchObject({
      problem: 'changed-meanwhile',
    });
    expect(await stored()).toEqual({ level: 500 });
    expect(await approvals.find(id)).toMatchObject({ state: 'open' });
  });

  it('two who approve at the same moment make it once', async () => {
    const id = await asked({ level: 300 });
    const third = 'c'.repeat(40) as FedId;
    const outcomes = await Promise.all(
      [other, third].map((by) => approvals.decide(id, 'approve', decider(by))),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  });

  it('a request of thirty days is over, and makes room for another', async () => {
    const id = await asked({ level: 300 });
    now = new Date(START.getTime() + days(30));
    expect(await approvals.decide(id, 'approve', decider(other))).toMatchObject({ problem: 'over' });
    expect((await approvals.list({ states: ['expired'] })).map((one) => one.id)).toContain(id);
    expect(await ask({ level: 300 })).toMatchObject({ kind: 'requested' });
  });

  it('what was approved is undone by two people again, as long as nobody changed it since', async () => {
    await approvals.decide(await asked({ level: 300 }), 'approve', decider(other));
    const change = await asked({ level: 200 });
    await approvals.decide(change, 'approve', decider(other));
    const undo = await approvals.undo(change, decider(other));
    if (undo.kind !== 'requested') throw new Error(undo.kind);
    expect(await stored()).toEqual({ level: 200 });
    expect(await approvals.find(undo.id)).toMatchObject({ undoes: change, after: { level: 300 } });
    await approvals.decide(undo.id, 'approve', decider(asker));
    expect(await stored()).toEqual({ level: 300 });
    expect(await approvals.undo(change, decider(other))).toMatchObject({ problem: 'changed-meanwhile' });
  });

  it('the database itself refuses an approval by who asked', async () => {
    const id = await asked({ level: 300 });
    const cheat = asAdmin.query(
      `update admin.change_request set state = 'approved', decided_by = requested_by where id = $1`,
      [id],
    );
    await expect(cheat).rejects.toThrow('four_eyes');
  });
});
