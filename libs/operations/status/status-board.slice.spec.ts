import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { minutes } from '#libs/kernel';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { IncidentStore } from '../incidents/incident.store.js';
import { ProbeStore } from '../incidents/probe.store.js';
import { WindowStore } from '../maintenance/window.store.js';
import { StatusBoard } from './status-board.js';

const reason = { nl: 'a', fr: 'b', de: 'c', en: 'd' };
const clock = { at: new Date('2026-03-03T12:00:00Z'), now: () => clock.at };
let db: TestDatabase;
let board: StatusBoard;
let reader: Database;

beforeAll(async () => {
  db = await testDatabase({ role: 'csam_worker' });
  reader = await Database.open({ url: db.url, role: 'csam_admin', maxConnections: 2 });
  board = new StatusBoard(reader, clock);
});
afterAll(async () => {
  await reader.close();
  await db.drop();
});

const stateOf = async (component: string) =>
  (await board.current()).components.find((status) => status.component === component)?.state;

it('says what works, what does not, and what is under maintenance', async () => {
  expect(await stateOf('my-keys')).toBe('works');
  const startedAt = new Date('2026-03-03T11:00:00Z');
  await new IncidentStore(db.database).open({
    component: 'my-keys',
    impact: 'outage',
    startedAt,
    openedBy: 'probes',
  });
  const plan = {
    components: ['attributes'],
    startsAt: startedAt,
    minutes: 120,
    impact: 'reduced' as const,
    reason,
  };
  await new WindowStore(db.database).insert(plan, 'announced', 'olivia');
  // Within seconds, many readers share one answer.
  expect(await stateOf('my-keys')).toBe('works');
  clock.at = new Date(clock.at.getTime() + minutes(1));
  expect([await stateOf('my-keys'), await stateOf('attributes'), await stateOf('itsme')]).toEqual([
    'outage',
    'maintenance',
    'works',
  ]);
});

it('has a bar for each of ninety days, from what was probed', async () => {
  const probes = new ProbeStore(db.database);
  const note = (at: string, works: boolean) =>
    probes.note({ component: 'itsme', vantage: 'a', at: new Date(at), works, milliseconds: 5 });
  for (const minute of ['00', '01', '02', '03']) await note(`2026-03-01T10:${minute}:30Z`, minute !== '02');
  clock.at = new Date(clock.at.getTime() + minutes(6));
  const itsme = (await board.current()).components.find(({ component }) => component === 'itsme');
  expect(itsme?.days).toHaveLength(90);
  expect(itsme?.days.at(-3)).toEqual({ day: '2026-03-01', share: 0.75, downMinutes: 1 });
  expect(itsme?.days.at(-1)).toMatchObject({ day: '2026-03-03', share: undefined });
  expect(itsme?.share).toBe(0.75);
});

it('goes on saying how it was when the database cannot be read', async () => {
  await reader.close();
  clock.at = new Date(clock.at.getTime() + minutes(2));
  const report = await board.current();
  expect(report.stale).toBe(true);
  expect(report.incidents).toHaveLength(1);
});
