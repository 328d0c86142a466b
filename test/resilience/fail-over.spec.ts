import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Database } from '#libs/database';
import { FaultProxy } from '#libs/testing';
import type { RunningPostgres } from '../../scripts/lib/postgres.mjs';
import { StandbyPair } from '../support/standby.js';

const WRITERS = 4;
const LONGEST = 1_500;

const pair = new StandbyPair();
let primary: RunningPostgres;
let standby: RunningPostgres;
/** The address that an installation has for whichever of them is written to. */
let address: FaultProxy;
let ours: Database;

beforeAll(async () => {
  primary = await pair.startPrimary();
  address = await FaultProxy.before(primary.url('postgres'));
  ours = await Database.open({ url: address.url, maxConnections: WRITERS, statementTimeout: LONGEST });
  await ours.query('create table ledger (n int primary key)');
  standby = await pair.startStandby(primary);
});
afterAll(async () => {
  await ours?.close();
  await address?.close();
  await pair.stop();
});

/** What was acknowledged, and how often something was not. */
const acknowledged: number[] = [];
let refused = 0;
let ending = false;

async function write(writer: number): Promise<void> {
  for (let n = writer; !ending; n += WRITERS) {
    try {
      await ours.transaction((tx) => tx.query('insert into ledger values ($1)', [n]));
      acknowledged.push(n);
    } catch {
      refused += 1;
      await sleep(10);
    }
  }
}

const moreAcknowledged = (count: number) => {
  const goal = acknowledged.length + count;
  return vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(goal), 60_000);
};

it('RF-5 RF-6 a primary whose postmaster is killed loses nothing that it acknowledged; the standby goes on, the pool finds it by itself, and the old primary acknowledges nothing any more', async () => {
  const writers = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  await moreAcknowledged(100);
  pair.kill(primary);
  await vi.waitFor(() => expect(refused).toBeGreaterThan(0), 10_000);
  await pair.promote(standby);
  address.leadTo(standby.url('postgres'));
  await moreAcknowledged(100);
  ending = true;
  await writers;

  const there = new Set((await ours.query<{ n: number }>('select n from ledger')).map(({ n }) => n));
  expect(acknowledged.filter((n) => !there.has(n))).toEqual([]);
  expect(ours.poolState().total).toBeLessThanOrEqual(WRITERS);

  // Nobody follows it, so it can promise nothing to those who still have its address.
  const old = await Database.open({
    url: (await pair.comeBack()).url('postgres'),
    maxConnections: 1,
    statementTimeout: LONGEST,
  });
  expect(await old.query('select from ledger limit 1')).toHaveLength(1);
  await expect(old.query('insert into ledger values (-1)')).rejects.toThrow();
  await old.close();
  expect(await ours.query('select from ledger where n = -1')).toEqual([]);
}, 120_000);
