import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeyKind } from '#libs/loa';
import { SpecBrowser } from '../test-support/spec-browser.js';
import { PAULA, SpecSma } from '../test-support/spec-sma.js';

let sma: SpecSma;
let browser: SpecBrowser;
beforeAll(async () => {
  sma = await SpecSma.start();
  browser = new SpecBrowser(sma);
  await sma.people.create({ fedId: PAULA, enrolment: 'eid', language: 'nl' });
  await browser.signIn(PAULA, 400);
});
afterAll(() => sma.stop());

const add = (kind: KeyKind) => sma.keys.add({ fedId: PAULA, kind, enrolment: 'eid' });
const active = async () =>
  (await sma.keys.ofPerson(PAULA)).filter(({ state }) => state === 'active').map(({ kind }) => kind);
const remove = (id: string, fields: Record<string, string> = {}) =>
  browser.press(`/keys/${id}/revoke`, `/keys/${id}/revoke`, fields);

it('KY-7 the last key goes only after its owner said that they know', async () => {
  const [passkey, totp] = [await add('passkey'), await add('totp')];
  expect((await browser.get(`/keys/${totp}/revoke`)).body).not.toContain('name="understood"');
  expect((await remove(totp)).statusCode).toBe(303);

  const asked = await remove(passkey);
  expect(asked.statusCode).toBe(422);
  expect(asked.body).toContain('href="#understood"');
  expect(asked.body).toContain('This is your last active key');
  expect(await active()).toEqual(['passkey']);

  const done = await remove(passkey, { understood: 'on' });
  expect(done.headers.location).toBe(`/overview/?revoked=${passkey}`);
  expect(await active()).toEqual([]);
  expect((await browser.get(`/overview/?revoked=${passkey}&lang=en`)).body).toContain('Removed: Passkey.');
});

it('KY-7 a password that takes everything along is the last one too', async () => {
  const password = await add('password');
  await add('totp');
  expect((await remove(password)).statusCode).toBe(422);
  expect(await active()).toEqual(['password', 'totp']);
});

it('KY-7 two keys removed at the same moment do not take each other for the one that stays', async () => {
  for (const key of await sma.keys.ofPerson(PAULA)) await sma.keys.setState(key.id, 'revoked');
  const [one, other] = [await add('passkey'), await add('passkey')];
  const [first, second] = await Promise.all([remove(one), remove(other)]);
  expect([first.statusCode, second.statusCode].toSorted()).toEqual([303, 422]);
  expect(await active()).toEqual(['passkey']);
});
