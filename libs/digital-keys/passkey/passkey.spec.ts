import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BlindIndex, MasterKey } from '#libs/security';
import { decoyFor } from './passkey-decoy.js';
import { checkAnswer, isAnswer, readAnswer, readClientData, readDeviceData, readField } from './passkey.js';

const expected = { type: 'webauthn.get', origin: 'https://fas.example', rpId: 'example' } as const;
const client = { type: 'webauthn.get', challenge: 'c', origin: 'https://fas.example', crossOrigin: false };
const device = {
  rpIdHash: createHash('sha256').update('example').digest('hex'),
  present: true,
  verified: true,
  backupEligible: false,
  backedUp: false,
  counter: 1,
};

describe('LN-17 an answer', () => {
  it('as it was asked has nothing against it', () => {
    expect(checkAnswer({ client, device }, expected)).toBeUndefined();
    const synced = { ...device, backupEligible: true, backedUp: true };
    expect(checkAnswer({ client, device: synced }, expected)).toBeUndefined();
  });

  it.each([
    ['type', { type: 'webauthn.create' }, {}],
    ['origin', { origin: 'https://fas.example:444' }, {}],
    ['origin', { origin: 'http://fas.example' }, {}],
    ['cross-origin', { crossOrigin: true }, {}],
    ['domain', {}, { rpIdHash: createHash('sha256').update('fas.example').digest('hex') }],
    ['not-present', {}, { present: false }],
    ['not-verified', {}, { verified: false }],
    ['backup-flags', {}, { backedUp: true }],
  ])('is refused for its %s (%#)', (reason, saw, says) => {
    const answer = { client: { ...client, ...saw }, device: { ...device, ...says } };
    expect(checkAnswer(answer, expected)).toBe(reason);
  });

  it('counts as sent from another page whatever it says of it, unless it says no', () => {
    const seen = (crossOrigin: unknown) =>
      readClientData(Buffer.from(JSON.stringify({ ...client, crossOrigin })).toString('base64url'))
        ?.crossOrigin;
    expect([false, undefined, true, 'false', null, 0].map(seen)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('bytes from a form', () => {
  it.each(['', '====', 'a b', 'ä', 'A'.repeat(8_193), '{"a":1}'])(
    'that are no base64url are none (%#)',
    (text) => {
      expect(readField({ field: text }, 'field')).toBeUndefined();
    },
  );

  it.each(['bm90IGpzb24', 'W10', 'bnVsbA', 'eyJ0eXBlIjoxfQ'])(
    'that tell of no page are none (%s)',
    (text) => {
      expect(readClientData(text)).toBeUndefined();
    },
  );

  it.each(['', 'AAAA', 'A'.repeat(49), 'A'.repeat(200)])('that are of no device are none (%#)', (text) => {
    expect(readDeviceData(text)).toBeUndefined();
  });

  it('are an answer only when all of it is there', () => {
    expect(isAnswer({ credentialId: '' })).toBe(false);
    expect(isAnswer({ credentialId: 'x' })).toBe(true);
    expect(readAnswer({ credentialId: 'AAAA' })).toBeUndefined();
  });
});

describe('XS-1 what is listed for a name that nobody has', () => {
  const index = new BlindIndex(MasterKey.fromSecret(Buffer.alloc(32, 1)));
  const names = Array.from({ length: 60 }, (_name, at) => `name-${at}`);

  it('is always the same, of several looks, and never twice the same for two names', () => {
    const listed = names.map((name) => decoyFor(name, index));
    expect(names.map((name) => decoyFor(name, index))).toEqual(listed);
    const ids = listed.map(({ credentials }) => credentials[0]?.id ?? '');
    expect(new Set(ids).size).toBe(names.length);
    expect(new Set(ids.map(({ length }) => length)).size).toBeGreaterThan(2);
    expect(listed.every(({ fedId }) => /^[0-9a-f]{40}$/.test(fedId))).toBe(true);
  });
});
