import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOutside, FORBIDDEN_DESTINATION, type OutsideCallFailed } from './outside-call.js';
import { mayBeCalled } from './public-address.js';

describe('an address that may be called', () => {
  it.each(['8.8.8.8', '193.191.245.244', '2a01:690:7:100::1', '::ffff:8.8.8.8'])('%s', (address) => {
    expect(mayBeCalled(address, 'internet')).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a00:1',
    'fd00:ec2::254',
    'fe80::1',
    'not an address',
  ])('XS-31 is not %s', (address) => {
    expect(mayBeCalled(address, 'internet')).toBe(false);
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'is %s where this machine is the outside world',
    (address) => {
      expect(mayBeCalled(address, 'loopback')).toBe(true);
    },
  );
});

describe('a call outside', () => {
  let server: Server;
  let address: string;
  let seen = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen += 1;
      if (request.url === '/hang') return;
      if (request.url === '/moved') response.writeHead(302, { location: `${address}/` }).end();
      else if (request.url === '/long') response.end('x'.repeat(2_000));
      else response.end('{"keys":[]}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const options = { timeout: 500, longestAnswer: 1_000, allowLoopback: true };

  it('brings the answer', async () => {
    const { status, body } = await callOutside({ url: `${address}/keys` }, options);
    expect([status, body.toString()]).toEqual([200, '{"keys":[]}']);
  });

  it('follows no redirect', async () => {
    expect((await callOutside({ url: `${address}/moved` }, options)).status).toBe(302);
  });

  it('ends when the answer is too long, or does not come', async () => {
    await expect(callOutside({ url: `${address}/long` }, options)).rejects.toThrow(/too long/);
    await expect(callOutside({ url: `${address}/hang` }, options)).rejects.toThrow(/failed/);
  });

  it('names what went wrong in a word that may be kept', async () => {
    const codeOf = (url: string, change = {}) =>
      callOutside({ url }, { ...options, ...change }).catch(({ code }: OutsideCallFailed) => code);
    expect(await codeOf('http://localhost:1/')).toBe('ECONNREFUSED');
    expect(await codeOf(address, { allowLoopback: false })).toBe(FORBIDDEN_DESTINATION);
    expect(await codeOf('http://10.0.0.1/', { allowLoopback: true })).toBe(FORBIDDEN_DESTINATION);
  });

  it('is made inside, and without TLS, where private networks are allowed', async () => {
    const inside = { ...options, allowLoopback: false, allowPrivate: true };
    const byNumber = `http://127.0.0.1:${new URL(address).port}/keys`;
    expect((await callOutside({ url: byNumber, method: 'HEAD' }, inside)).status).toBe(200);
    expect(mayBeCalled('10.0.0.1', 'private')).toBe(true);
    await expect(callOutside({ url: 'file:///etc/passwd' }, inside)).rejects.toThrow(/may not be called/);
  });

  it('XS-31 is not made to this machine in production, by name or by number, whatever the scheme', async () => {
    const before = seen;
    const port = new URL(address).port;
    const production = { ...options, allowLoopback: false };
    for (const url of [
      address,
      `https://localhost:${port}/`,
      `https://127.0.0.1:${port}/`,
      `https://[::1]:${port}/`,
      `https://0x7f000001:${port}/`,
      'https://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'https://user:word@example.org/',
    ]) {
      await expect(callOutside({ url }, production)).rejects.toMatchObject({ code: FORBIDDEN_DESTINATION });
    }
    expect(seen).toBe(before);
  });
});
