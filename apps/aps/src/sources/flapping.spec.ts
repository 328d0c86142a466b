import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '#libs/kernel';
import { SourcePing } from '../health/source-ping.js';
import { BusClient } from './rest/bus-client.js';
import { SourceGuard } from './source-guard.js';
import { SoapTransport } from './soap/soap-transport.js';

const SHORT = 2_000;
const ground = { consultation: 'c', agency: '0671516647', legalBasis: 'RR 21/2015', purpose: 'sign-in' };

let server: Server;
let base: string;
let works = true;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!works) request.socket.destroy();
    else response.setHeader('content-type', 'application/json').end('{"access_token":"t","expires_in":0}');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Everything by which APS speaks with parties, once each, at the same time. */
function askAll(soap: SoapTransport, bus: BusClient, at: string): Promise<unknown[]> {
  const signal = AbortSignal.timeout(SHORT);
  const ping = new SourcePing({
    name: 'national-register',
    url: at,
    timeout: SHORT,
    clock: systemClock,
  });
  return Promise.all([soap.post('<q/>', signal), bus.ask('85073003328', ground, signal), ping.ask()]);
}

const clients = (at: string) => {
  const credentials = { tokenUrl: `${at}/token`, clientId: 'c', clientSecret: 's', scope: 'x' };
  return {
    soap: new SoapTransport({ url: `${at}/soap` }),
    bus: new BusClient({ url: `${at}/question`, credentials }, systemClock),
  };
};

it.runIf(process.platform === 'linux')(
  'RF-25 parties that come and go again and again leave no open file and no memory behind',
  async () => {
    const { soap, bus } = clients(base);
    const descriptors = () => readdirSync('/proc/self/fd').length;
    const flap = async (times: number) => {
      for (let n = 0; n < times; n += 1) {
        works = n % 2 === 0;
        await Promise.all([askAll(soap, bus, base), askAll(soap, bus, base)]);
      }
      works = true;
    };
    await flap(50);
    const before = { open: descriptors(), memory: process.memoryUsage().rss };
    await flap(150);
    // Sockets that are just being closed, on both sides, and garbage that was not collected yet.
    expect(descriptors()).toBeLessThan(before.open + 30);
    expect(process.memoryUsage().rss).toBeLessThan(before.memory + 80 * 1_024 * 1_024);
    soap.close();
  },
  60_000,
);

it('RF-25 a source that comes and goes each second for five minutes is asked in vain seldom, changes state no oftener than it rests, and leaves no socket behind', async () => {
  // Four callers a second on a clock of our own; the requests, and what breaks them off, are real.
  let now = 0;
  const { soap, bus } = clients(base);
  const guard = new SourceGuard('roles', {
    timeout: SHORT,
    // As apps/aps/src/aps.settings.ts has them.
    concurrency: 100,
    failures: 5,
    cooldown: 10_000,
    clock: { now: () => new Date(now) },
  });
  let [inVain, changes, before] = [0, 0, guard.circuit];
  const open: number[] = [];
  for (let caller = 0; caller < 1_200; caller += 1) {
    works = Math.floor(caller / 4) % 2 === 0;
    const signal = AbortSignal.timeout(SHORT);
    const outcome = await guard.run('c', async () => {
      const { kind } = await bus.ask('85073003328', ground, signal);
      return kind === 'answered' ? { kind } : { kind: 'unavailable', reason: 'source-error' };
    });
    if (outcome.kind === 'unavailable' && outcome.reason !== 'source-out-of-service') inVain += 1;
    if (guard.circuit !== before) changes += 1;
    before = guard.circuit;
    now += 250;
    if (caller % 400 === 399 && process.platform === 'linux') open.push(readdirSync('/proc/self/fd').length);
  }
  works = true;
  // Closed, open and half-open once in ten seconds at most, and five failures each time; 600 callers would have failed.
  expect(changes).toBeLessThanOrEqual(3 * 30);
  expect(inVain).toBeGreaterThan(0);
  expect(inVain).toBeLessThanOrEqual(5 * 30);
  expect((open.at(-1) ?? 0) - (open[0] ?? 0)).toBeLessThan(30);
  for (let rest = 0; rest < 3; rest += 1) {
    now += 10_000;
    await guard.run('c', async () => ({ kind: 'answered' }));
  }
  expect(guard.circuit).toBe('closed');
  soap.close();
}, 60_000);

it('RF-23 a name that no server knows is a failure with a reason, at once', async () => {
  // Reserved so that nobody has it (RFC 6761 section 6.4).
  const at = 'http://register.invalid';
  const { soap, bus } = clients(at);
  expect(await askAll(soap, bus, at)).toEqual([
    { kind: 'failed', reason: 'network' },
    { kind: 'failed', reason: 'network', detail: 'network' },
    'no-answer',
  ]);
  soap.close();
});
