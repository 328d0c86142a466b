import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { find } from './probe.js';
import { sourceProbes } from './source-probes.js';

let server: Server;
let base: string;

beforeAll(async () => {
  const states = {
    'national-register': { circuit: 'closed', health: 'works' },
    'bis-register': { circuit: 'closed', health: 'status-503' },
    'enterprise-register': { circuit: 'open', health: 'works' },
    roles: { circuit: 'half-open' },
  };
  server = createServer((_request, response) => response.end(JSON.stringify(states)));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('a source fails by what sign-ins met, or by what it says of itself while nobody signs in', async () => {
  const found = await Promise.all(sourceProbes(base, fetch).map(find));
  expect(found.map(({ component, works, problem }) => [component, works, problem])).toEqual([
    ['national-register', true, undefined],
    ['bis-register', false, 'status-503'],
    ['enterprise-register', false, 'circuit-open'],
    ['roles', true, undefined],
  ]);
});

it('a source of which nothing is known does not count as working', async () => {
  const away = sourceProbes('http://127.0.0.1:1', fetch);
  expect(await Promise.all(away.map(find))).toMatchObject(away.map(() => ({ works: false })));
});
