import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Typed } from '../../frame/form/typed.js';
import { readClient } from './client-form.js';
import { readPublicKey } from './public-key.js';

const now = new Date('2026-10-24T12:00:00Z');
const good = {
  name: 'Robot',
  right: 'write',
  proof: 'secret',
  endsOn: '2026-10-25',
  reason: 'Forty services',
};
const read = (change: Readonly<Record<string, string>>) => readClient(Typed.of({ ...good, ...change }), now);

describe('an API client that a manager wants', () => {
  it('may work until the end of its last day in Belgium, also when the clock changes', () => {
    expect(read({})).toEqual({
      kind: 'valid',
      wish: {
        name: 'Robot',
        rights: ['read', 'write'],
        endsAt: new Date('2026-10-25T23:00:00Z'),
        reason: 'Forty services',
      },
    });
    expect(read({ audit: 'on' })).toMatchObject({ wish: { rights: ['read', 'write', 'audit'] } });
    expect(read({ right: 'read', endsOn: '2026-10-24' })).toMatchObject({
      wish: { rights: ['read'], endsAt: new Date('2026-10-24T22:00:00Z') },
    });
  });

  it.each([
    ['name', { name: '-' }, 'nameWrong'],
    ['name', { name: 'x'.repeat(81) }, 'nameWrong'],
    ['right', { right: 'admin' }, 'rightMissing'],
    ['proof', { proof: '' }, 'proofMissing'],
    ['jwk', { proof: 'key', jwk: '' }, 'keyWrong'],
    ['endsOn', { endsOn: '' }, 'endWrong'],
    ['endsOn', { endsOn: '2026-02-30' }, 'endWrong'],
    ['endsOn', { endsOn: '2026-10-23' }, 'endPast'],
    ['endsOn', { endsOn: '2029-01-01' }, 'endFar'],
    ['reason', { reason: '' }, 'reasonWrong'],
  ])('is refused for its %s: %o', (field, change, message) => {
    const outcome = read(change as Record<string, string>);
    expect(outcome.kind === 'invalid' && outcome.problems.at(field)).toBe(message);
  });
});

describe('a public key', () => {
  const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
  const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
  const jwkOf = (key: { export(of: { format: 'jwk' }): object }) => key.export({ format: 'jwk' });
  const problemOf = (jwk: unknown) => {
    const outcome = readPublicKey(typeof jwk === 'string' ? jwk : JSON.stringify(jwk));
    return outcome.kind === 'invalid' ? outcome.problem : undefined;
  };

  it('is taken when FAS takes signatures made with it, without what else stands in it', () => {
    for (const { publicKey } of [rsa(2_048), ec('P-256'), generateKeyPairSync('ed25519')]) {
      const jwk = jwkOf(publicKey);
      const outcome = readPublicKey(JSON.stringify({ ...jwk, kid: 'mine', x5u: 'https://evil.example' }));
      expect(outcome).toEqual({ kind: 'valid', jwk: { ...jwk, kid: 'mine' } });
    }
  });

  it('is refused when it is the private one, too short, of another kind or none', () => {
    expect(problemOf(jwkOf(ec('P-256').privateKey))).toBe('keyPrivate');
    expect(problemOf({ kty: 'oct', k: 'c2VjcmV0' })).toBe('keyPrivate');
    expect(problemOf(jwkOf(rsa(1_024).publicKey))).toBe('keyWeak');
    expect(problemOf(jwkOf(ec('P-384').publicKey))).toBe('keyWrong');
    for (const text of ['', '{', '[]', '5', 'null', '{"kty":"RSA"}', '{"kty":"EC","crv":"P-256","x":5}']) {
      expect([text, problemOf(text)]).toEqual([text, 'keyWrong']);
    }
  });
});
