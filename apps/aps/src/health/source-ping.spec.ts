import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SourcePing } from './source-ping.js';

let server: Server;
let base: string;
let answer: (response: ServerResponse) => void;
let asked: string[];
let time: number;

beforeAll(async () => {
  server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    answer(response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  time = Date.parse('2026-03-02T08:00:00Z');
});

const ping = () =>
  new SourcePing({
    name: 'national-register',
    url: `${base}/GetPersonService?wsdl`,
    timeout: 100,
    clock: { now: () => new Date(time) },
  });

it.each<[string, (response: ServerResponse) => void, string]>([
  ['answers', (response) => response.end('<definitions/>'), 'works'],
  ['refuses', (response) => response.writeHead(503).end(), 'status-503'],
  ['hangs', () => undefined, 'no-answer'],
  ['breaks off', (response) => response.destroy(), 'no-answer'],
  ['sends elsewhere', (response) => response.writeHead(302, { location: '/other' }).end(), 'no-answer'],
])('a source that %s', async (_, does, expected) => {
  answer = does;
  expect(await ping().ask()).toBe(expected);
  expect(asked).toEqual(['GET /GetPersonService?wsdl']);
});

it('is asked once for all who want to know within five seconds', async () => {
  answer = (response) => response.end();
  const one = ping();
  await Promise.all([one.ask(), one.ask()]);
  time += 4_999;
  await one.ask();
  expect(asked).toHaveLength(1);
  time += 1;
  answer = (response) => response.writeHead(500).end();
  expect(await one.ask()).toBe('status-500');
  expect(asked).toHaveLength(2);
});
