import { SignedXml } from 'xml-crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  fault,
  functionalError,
  INVENTED_NUMBER,
  OTHER_NUMBER,
  personFound,
} from './test-support/recorded-answers.js';
import type { Reply } from './test-support/register.js';
import { given, QUESTION, RegisterWorld } from './test-support/register-world.js';

let world: RegisterWorld;
beforeAll(async () => {
  world = await RegisterWorld.make();
});
afterEach(() => world.close());

describe('the National Register over GetPerson v3', () => {
  it('gives the values of a living person, as the register wrote them', async () => {
    expect(await world.ask(world.answering(personFound()))).toEqual({
      kind: 'answered',
      values: {
        givenName: given('Zénobie Ernestine'),
        surname: given("D'Hondt & Zonen"),
        birthDate: given('1985-07-30'),
        gender: given('female'),
        address: given('Denkbeeldstraat 33, 9999 Voorbeeldegem'),
      },
    });
  });

  it('takes only what was granted from the answer', async () => {
    const outcome = await world.ask(world.answering(personFound()), { attributes: ['surname'] });
    expect(outcome).toEqual({ kind: 'answered', values: { surname: given("D'Hondt & Zonen") } });
  });

  it.each<[readonly [string, string, string, string], string]>([
    [['19', '85', '07', '00'], '1985-07'],
    [['19', '85', '00', '00'], '1985'],
    [['20', '5', '7', '3'], '2005-07-03'],
  ])('writes the birth date %s as far as it is known: %s', async (birth, expected) => {
    const outcome = await world.ask(world.answering(personFound({ birth })), { attributes: ['birthDate'] });
    expect(outcome).toEqual({ kind: 'answered', values: { birthDate: given(expected) } });
  });

  it('asks in the shape of the service, for the person and in the name of the agency', async () => {
    await world.ask(world.answering(personFound()));
    const request = world.requests[0] ?? '';
    expect(request).toContain(`<mes:personNumber>${INVENTED_NUMBER}</mes:personNumber>`);
    expect(request).toContain(
      `<ctx:personNumber>${INVENTED_NUMBER}</ctx:personNumber><ctx:language>fr</ctx:language></ctx:userContext>`,
    );
    expect(request).toContain('<head:messageId>c-1</head:messageId>');
    expect(request).toContain('>0671516647</svc:sentOnBehalfOf>');
    expect(request).toContain(
      '<wsu:Created>2026-06-15T10:00:00Z</wsu:Created><wsu:Expires>2026-06-15T10:05:00Z',
    );
  });

  it('signs body and timestamp so that another implementation accepts it, and refuses it when touched', async () => {
    await world.ask(world.answering(personFound()));
    const request = world.requests[0] ?? '';
    expect(isAccepted(request)).toBe(true);
    expect(isAccepted(request.replace('>fr<', '>nl<'))).toBe(false);
    expect(isAccepted(request.replace('10:05:00Z', '11:05:00Z'))).toBe(false);
  });

  function isAccepted(envelope: string): boolean {
    const judge = new SignedXml({ publicCert: world.aps.certificate.toString(), idMode: 'wssecurity' });
    judge.loadSignature(/<ds:Signature .*<\/ds:Signature>/s.exec(envelope)?.[0] ?? '');
    try {
      return judge.checkSignature(envelope) && judge.getSignedReferences().length === 2;
    } catch {
      return false;
    }
  }

  it('never asks without a legal basis or a purpose (PR-8)', async () => {
    for (const missing of [{ legalBasis: '' }, { purpose: ' ' }]) {
      const asking = world.ask(world.answering(personFound()), {
        ground: { ...QUESTION.ground, ...missing },
      });
      await expect(asking).rejects.toThrow('legal basis');
      expect(world.requests).toEqual([]);
    }
  });
});

describe('an answer that gives nothing', () => {
  it.each<[string, () => Reply, string]>([
    ['a deceased person', () => world.answering(personFound({ state: 'DECEASED' })), 'deceased'],
    ['a state that is not known', () => world.answering(personFound({ state: 'FROZEN' })), 'source-error'],
    [
      'a person who is not there',
      () => world.answering(functionalError('PERSON_NOT_FOUND', 'Person not found')),
      'not-found',
    ],
    [
      'a replaced number',
      () => world.answering(functionalError('NUMBER_REPLACED', 'Number was replaced')),
      'number-replaced',
    ],
    [
      'another functional error',
      () => world.answering(functionalError('E042', 'Not allowed')),
      'source-refused',
    ],
    ['a fault', () => () => ({ status: 500, text: fault('FSB-1') }), 'source-error'],
    [
      'another person (RF-7)',
      () => world.answering(personFound({ number: OTHER_NUMBER })),
      'answer-not-trusted',
    ],
    ['a status without SOAP', () => () => ({ status: 503, text: 'busy' }), 'source-error'],
    ['garbage', () => () => ({ text: 'x<>&' }), 'source-error'],
    [
      'a document type with entities',
      () => () => ({ text: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'source-error',
    ],
    ['another schema', () => world.answering('<a xmlns="urn:other"></a>'), 'source-error'],
    ['too many bytes', () => () => ({ text: 'x'.repeat(60_000) }), 'source-error'],
    ['silence', () => () => () => undefined, 'timeout'],
    ['drops', () => () => (_, response) => void response.writeHead(200).write('<'), 'timeout'],
    ['a broken connection', () => () => (message) => void message.socket.destroy(), 'source-error'],
    [
      'a redirect',
      () => () => (_, response) => void response.writeHead(302, { location: '/' }).end(),
      'source-error',
    ],
  ])('%s', async (_, reply, reason) => {
    const patience = reason === 'timeout' ? { signal: AbortSignal.timeout(200) } : {};
    expect(await world.ask(reply(), patience)).toMatchObject({ kind: 'unavailable', reason });
  });

  it('puts nothing of a person into what is logged', async () => {
    const outcome = await world.ask(world.answering(functionalError(`Unknown ${INVENTED_NUMBER}`, 'x')));
    expect(JSON.stringify(outcome)).not.toContain(INVENTED_NUMBER);
  });
});
