import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { minutes, seconds } from '#libs/kernel';
import { BalancedApp } from '../support/balanced-app.js';
import { Login } from '../support/login.js';
import { people, type SandboxPerson } from '../support/people.js';
import { startStack, type RunningStack } from '../support/stack.js';
import { Traffic } from '../support/traffic.js';

const AT_ONCE = 3;
/** Starting many processes takes minutes on a machine that is busy. */
const PATIENCE = minutes(20);

// A connection that is taken late is no failed login: the machine may be busy.
setDefaultAutoSelectFamilyAttemptTimeout(30_000);

let stack: RunningStack;
let fas: BalancedApp;
let aps: BalancedApp;
let database: Database;
let visitors: readonly SandboxPerson[];

beforeAll(async () => {
  // A stack of its own, since its apps are stopped one by one; FAS and APS run twice, as an installation has them.
  const settings = {
    CSAM_LEAVE_SECONDS: '1',
    // That a busy machine refuses new work for a moment is another promise.
    CSAM_LONGEST_DELAY: '600000',
  };
  stack = await startStack({ apps: ['sandbox', 'worker'], settings });
  [fas, aps] = [new BalancedApp(stack, 'fas'), new BalancedApp(stack, 'aps')];
  await Promise.all([fas.start(2), aps.start(2)]);
  database = await Database.open({ url: stack.databaseUrl, maxConnections: 4 });
  const everybody = await people(stack.addresses.sandbox);
  visitors = everybody.filter(
    ({ username, enterprises }) => username !== undefined && enterprises.length === 0,
  );
}, PATIENCE);
afterAll(async () => {
  await Promise.all([fas?.stop(), aps?.stop()]);
  await database?.close();
  await stack?.stop();
}, PATIENCE);

const login = (n: number): Login => {
  const person = visitors[n % visitors.length];
  if (person === undefined) throw new Error('The demo world has too few people.');
  return new Login(person, stack.addresses);
};

async function signInsOnRecord(): Promise<number> {
  return (await database.query("select id from audit.event where name = 'SignInCompleted'")).length;
}

it(
  'RF-13 RF-14 no login fails while every process is restarted in turn',
  async () => {
    const [early, late] = [login(0), login(1)];
    await early.begin();
    await (await late.begin()).prove();
    const traffic = new Traffic(visitors.slice(2, 2 + AT_ONCE), stack.addresses);
    await traffic.some(AT_ONCE);
    for (const app of [fas, aps]) {
      for (let index = 0; index < app.count; index += 1) {
        await app.restart(index);
        await traffic.some(AT_ONCE);
      }
    }
    await stack.stopApp('worker');
    await stack.startApp('worker');
    await traffic.some(AT_ONCE);
    await traffic.end();
    expect(traffic.failures).toEqual([]);
    // Begun before the first restart, at two places of their road, and finished by processes that know them from the store only.
    await (await early.prove()).finish();
    await late.finish();
    // XS-27: nobody was let in without its record.
    expect(await signInsOnRecord()).toBeGreaterThanOrEqual(traffic.done + 2);
  },
  PATIENCE,
);

it(
  'RF-3 whichever process of FAS is killed after each step, the next click goes on; a form in flight is sent again',
  async () => {
    const one = login(0);
    const steps = [() => one.choose(), () => one.openPassword(), () => one.prove(), () => one.finish()];
    for (const step of steps) {
      await Promise.all([fas.serves(0), fas.serves(1)]);
      await step();
      await fas.kill(fas.last);
    }
    await Promise.all([fas.serves(0), fas.serves(1)]);
    const other = await login(1).begin();
    const sent = other
      .prove()
      .then(() => '')
      .catch(String);
    await Promise.all([fas.kill(0), fas.kill(1)]);
    // Answered just before, or by nobody.
    expect(await sent).toMatch(/^$|502|fetch failed/);
    await Promise.race([fas.serves(0), fas.serves(1)]);
    await (await other.prove()).finish();
  },
  PATIENCE,
);

it(
  'RF-11 RF-12 a process whose clock jumps, whose event loop stands still or whose memory is used up is left out, and the others go on',
  async () => {
    await Promise.all([fas.serves(0), fas.serves(1)]);
    // Which skews are too much is a rule of libs/database; here one behind and one far ahead.
    for (const milliseconds of [-minutes(5), 400 * 86_400_000]) {
      fas.misbehave(0, { deed: 'skew', milliseconds });
      await fas.serves(0, false);
      await (await (await login(2).begin()).prove()).finish();
      expect(fas.last).toBe(1);
      fas.misbehave(0, { deed: 'skew', milliseconds: 0 });
      await fas.serves(0);
    }
    const waiting = await login(3).begin();
    fas.misbehave(0, { deed: 'freeze', milliseconds: seconds(5) });
    await fas.serves(0, false);
    await (await waiting.prove()).finish();
    await fas.serves(0);

    const before = fas.pid(0);
    const parked = await login(4).begin();
    fas.misbehave(0, { deed: 'exhaust' });
    await fas.serves(0, false);
    await (await parked.prove()).finish();
    await fas.serves(0);
    expect(fas.pid(0)).not.toBe(before);
  },
  PATIENCE,
);
