import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personFound } from './test-support/recorded-answers.js';
import { party, sealed } from './test-support/register.js';
import { given, NOW, QUESTION, RegisterWorld } from './test-support/register-world.js';

let world: RegisterWorld;
beforeAll(async () => {
  world = await RegisterWorld.make();
});
afterEach(() => world.close());

describe('an answer whose signature is not trusted', () => {
  const original = () => sealed(personFound(), { by: world.register, created: NOW });
  const wrapped = () => {
    const genuine = /<soapenv:Body.*<\/soapenv:Body>/s.exec(original())?.[0] ?? '';
    const forged = genuine.replace('wsu:Id="Body-1"', 'wsu:Id="Body-2"').replace("D'Hondt", 'Forged');
    return original().replace(genuine, forged).replace('</soapenv:Header>', `${genuine}</soapenv:Header>`);
  };

  it.each<[string, () => string]>([
    ['by somebody else', () => sealed(personFound(), { by: world.stranger, created: NOW })],
    ['absent', () => original().replace(/<dsig:Signature .*<\/dsig:Signature>/s, '')],
    ['over a body that was changed', () => original().replace('Ernestine', 'Ernest')],
    [
      'over the timestamp only',
      () => sealed(personFound(), { by: world.register, created: NOW, parts: ['Timestamp'] }),
    ],
    [
      'over the body only',
      () => sealed(personFound(), { by: world.register, created: NOW, parts: ['Body'] }),
    ],
    [
      'expired',
      () => sealed(personFound(), { by: world.register, created: new Date('2026-06-15T09:53:00Z') }),
    ],
    [
      'from the future',
      () => sealed(personFound(), { by: world.register, created: new Date('2026-06-15T10:02:00Z') }),
    ],
    ['over a body that was moved aside (wrapping)', wrapped],
    ['with one id twice', () => wrapped().replace('Body-2', 'Body-1')],
    ['with a weak algorithm', () => original().replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-md5')],
    ['with a second signature', () => original().replace(/(<dsig:Signature .*<\/dsig:Signature>)/s, '$1$1')],
  ])('is refused: %s', async (_, envelope) => {
    expect(await world.ask(() => ({ text: envelope() }))).toMatchObject({
      kind: 'unavailable',
      reason: 'answer-not-trusted',
    });
  });

  it('is refused when the certificate of the register has expired', async () => {
    const expired = await party('Register', NOW, { days: -1 });
    const source = await world.source(world.answering(personFound(), { by: expired }), [expired]);
    const outcome = await source.fetch({ ...QUESTION, signal: AbortSignal.timeout(20_000) });
    expect(outcome).toMatchObject({ reason: 'answer-not-trusted' });
  });

  it('is accepted from the next certificate around a renewal', async () => {
    const source = await world.source(world.answering(personFound()), [world.stranger, world.register]);
    expect((await source.fetch({ ...QUESTION, signal: AbortSignal.timeout(20_000) })).kind).toBe('answered');
  });

  it('reads a name that hides a comment as it was signed', async () => {
    const outcome = await world.ask(world.answering(personFound({ firstNames: 'Zéno<!-- -->bie' })), {
      attributes: ['givenName'],
    });
    expect(outcome).toEqual({ kind: 'answered', values: { givenName: given('Zénobie') } });
  });
});
