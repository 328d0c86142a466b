import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterEach, expect, it } from 'vitest';
import { FasKeys } from './fas-keys.js';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function jwk(kid: string, algorithm: 'RS256' | 'ES256'): Promise<JWK> {
  const { publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' };
}

async function fas(published: { keys: JWK[] }) {
  const state = { asked: 0, now: 0, isDown: false };
  const server = createServer((_, response) => {
    state.asked++;
    response.writeHead(state.isDown ? 503 : 200).end(JSON.stringify(published));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const keys = new FasKeys({
    jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    clock: { now: () => new Date(state.now) },
    lifetime: 60_000,
    pause: 5_000,
  });
  return { keys, state };
}

it('asks FAS once for many tokens at the same time, and keeps the set', async () => {
  const { keys, state } = await fas({ keys: [await jwk('a', 'RS256'), await jwk('b', 'ES256')] });
  const found = await Promise.all([1, 2, 3, 4].map(() => keys.find('a', 'RS256')));
  expect(found.every((key) => key?.asymmetricKeyType === 'rsa')).toBe(true);
  expect((await keys.find('b', 'ES256'))?.asymmetricKeyType).toBe('ec');
  expect(state.asked).toBe(1);
});

it('gives no key for another algorithm than its own', async () => {
  const { keys } = await fas({ keys: [await jwk('a', 'RS256')] });
  expect(await keys.find('a', 'ES256')).toBeUndefined();
  expect(await keys.find('a', 'HS256')).toBeUndefined();
});

it('finds a new key after a rotation without a restart, and is not driven by invented names', async () => {
  const published = { keys: [await jwk('a', 'RS256')] };
  const { keys, state } = await fas(published);
  await keys.find('a', 'RS256');
  published.keys.push(await jwk('b', 'ES256'));
  expect(await keys.find('b', 'ES256')).toBeUndefined();
  expect(state.asked).toBe(1);
  state.now += 5_001;
  expect(await keys.find('b', 'ES256')).toBeDefined();
  for (let i = 0; i < 20; i++) await keys.find(`invented-${i}`, 'RS256');
  expect(state.asked).toBe(2);
});

it('forgets a key that FAS no longer publishes once the set is old', async () => {
  const published = { keys: [await jwk('a', 'RS256'), await jwk('b', 'RS256')] };
  const { keys, state } = await fas(published);
  await keys.find('a', 'RS256');
  published.keys.shift();
  state.now += 60_001;
  expect(await keys.find('a', 'RS256')).toBeUndefined();
});

it('throws when FAS cannot be asked', async () => {
  const { keys, state } = await fas({ keys: [] });
  state.isDown = true;
  await expect(keys.find('a', 'RS256')).rejects.toThrow('503');
});
