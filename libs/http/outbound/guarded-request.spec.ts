import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { leadsInside } from './address-guard.js';
import { ForbiddenDestinationError, guardedRequest, type GuardedQuestion } from './guarded-request.js';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const ask = (address: string, change: Partial<GuardedQuestion> = {}) =>
  guardedRequest({
    method: 'GET',
    address,
    timeout: 300,
    largest: 1_000,
    privateDestinations: true,
    ...change,
  });

describe('SM-4 an address that others registered', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    'fd00::1',
    'fe80::1',
    '64:ff9b::7f00:1',
    'nonsense',
  ])('%s leads inside', (address) => {
    expect(leadsInside(address)).toBe(true);
  });

  it.each(['193.191.245.244', '8.8.8.8', '2a00:1450:400c::64'])('%s leads outside', (address) => {
    expect(leadsInside(address)).toBe(false);
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://[::1]:1/',
    'http://localhost:1/',
    'http://2130706433:1/',
    'file:///etc/passwd',
  ])('%s is not called', async (address) => {
    await expect(ask(address, { privateDestinations: false })).rejects.toThrow(ForbiddenDestinationError);
  });

  it('is called where private networks are allowed', async () => {
    const address = await serve((_request, response) => response.end('here'));
    expect(await ask(address)).toEqual({ status: 200, body: 'here' });
  });

  it('is not followed elsewhere', async () => {
    const address = await serve((_request, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    );
    expect((await ask(address)).status).toBe(302);
  });

  it('that never answers is given up in time', async () => {
    const address = await serve(() => undefined);
    await expect(ask(address)).rejects.toThrow();
  });

  it('that drips is given up in time', async () => {
    const address = await serve((_request, response) => {
      response.write('x');
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    await expect(ask(address)).rejects.toThrow();
  });

  it('that answers too much is given up', async () => {
    const address = await serve((_request, response) => response.end('x'.repeat(2_000)));
    await expect(ask(address)).rejects.toThrow('too large');
  });
});
