import type { PersonNumber, FedId } from '#libs/kernel';
import { SignedXml } from 'xml-crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GuardedSource } from '../guarded-source.js';
import type { SourceOutcome, SourceRequest } from '../source.js';
import { NationalRegisterSource } from './national-register.source.js';
import { SoapTransport } from './soap-transport.js';
import {
  fault,
  functionalError,
  INVENTED_NUMBER,
  OTHER_NUMBER,
  personFound,
} from './test-support/recorded-answers.js';
import {
  party,
  registerStandIn,
  sealed,
  type Party,
  type RegisterStandIn,
  type Reply,
} from './test-support/register.js';

const now = new Date('2026-06-15T10:00:00Z');
const clock = { now: () => now };
let aps: Party;
let register: Party;
let stranger: Party;
let standIn: RegisterStandIn | undefined;

beforeAll(async () => {
  [aps, register, stranger] = await Promise.all([
    party('APS', now),
    party('Register', now),
    party('Stranger', now),
  ]);
});
afterEach(() => standIn?.close());

const question: Omit<SourceRequest, 'signal'> = {
  subject: 'ab'.repeat(20) as FedId,
  personNumber: INVENTED_NUMBER as PersonNumber,
  attributes: ['givenName', 'surname', 'birthDate', 'gender', 'address'],
  language: 'fr',
  preferredLanguage: 'fr',
  ground: { consultation: 'c-1', agency: '0671516647', legalBasis: 'RR 21/2015', purpose: 'sign-in' },
};

async function sourceOver(reply: Reply, trusted: readonly Party[] = [register]) {
  standIn = await registerStandIn(reply);
  return new NationalRegisterSource({
    transport: new SoapTransport({ url: standIn.url, maxBytes: 50_000 }),
    signer: aps,
    server: { certificates: trusted.map(({ certificate }) => certificate), clockSkew: 60_000 },
    clock,
  });
}

async function ask(reply: Reply, change: Partial<SourceRequest> = {}): Promise<SourceOutcome> {
  const source = await sourceOver(reply);
  return source.fetch({ ...question, signal: AbortSignal.timeout(300), ...change });
}

const answering = (content: string, options: Partial<Parameters<typeof sealed>[1]> = {}): Reply => {
  return () => ({ text: sealed(content, { by: register, created: now, ...options }) });
};

const given = (value: string) => ({ value, trust: 'authentic-source' });

describe('the National Register over GetPerson v3', () => {
  it('gives the values of a living person, as the register wrote them', async () => {
    expect(await ask(answering(personFound()))).toEqual({
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
    const outcome = await ask(answering(personFound()), { attributes: ['surname'] });
    expect(outcome).toEqual({ kind: 'answered', values: { surname: given("D'Hondt & Zonen") } });
  });

  it.each<[readonly [string, string, string, string], string]>([
    [['19', '85', '07', '00'], '1985-07'],
    [['19', '85', '00', '00'], '1985'],
    [['20', '5', '7', '3'], '2005-07-03'],
  ])('writes the birth date %s as far as it is known: %s', async (birth, expected) => {
    const outcome = await ask(answering(personFound({ birth })), { attributes: ['birthDate'] });
    expect(outcome).toEqual({ kind: 'answered', values: { birthDate: given(expected) } });
  });

  it('asks in the shape of the service, for the person and in the name of the agency', async () => {
    await ask(answering(personFound()));
    const request = standIn?.requests[0] ?? '';
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
    await ask(answering(personFound()));
    const request = standIn?.requests[0] ?? '';
    expect(isAccepted(request)).toBe(true);
    expect(isAccepted(request.replace('>fr<', '>nl<'))).toBe(false);
    expect(isAccepted(request.replace('10:05:00Z', '11:05:00Z'))).toBe(false);
  });

  function isAccepted(envelope: string): boolean {
    const judge = new SignedXml({ publicCert: aps.certificate.toString(), idMode: 'wssecurity' });
    judge.loadSignature(/<ds:Signature .*<\/ds:Signature>/s.exec(envelope)?.[0] ?? '');
    try {
      return judge.checkSignature(envelope) && judge.getSignedReferences().length === 2;
    } catch {
      return false;
    }
  }

  it('never asks without a legal basis or a purpose (PR-8)', async () => {
    for (const missing of [{ legalBasis: '' }, { purpose: ' ' }]) {
      const asking = ask(answering(personFound()), { ground: { ...question.ground, ...missing } });
      await expect(asking).rejects.toThrow('legal basis');
      expect(standIn?.requests).toEqual([]);
    }
  });
});

describe('an answer that gives nothing', () => {
  it.each<[string, () => Reply, string]>([
    ['a deceased person', () => answering(personFound({ state: 'DECEASED' })), 'deceased'],
    ['a state that is not known', () => answering(personFound({ state: 'FROZEN' })), 'source-error'],
    [
      'a person who is not there',
      () => answering(functionalError('PERSON_NOT_FOUND', 'Person not found')),
      'not-found',
    ],
    [
      'a replaced number',
      () => answering(functionalError('NUMBER_REPLACED', 'Number was replaced')),
      'number-replaced',
    ],
    ['another functional error', () => answering(functionalError('E042', 'Not allowed')), 'source-refused'],
    ['a fault', () => () => ({ status: 500, text: fault('FSB-1') }), 'source-error'],
    ['another person (RF-7)', () => answering(personFound({ number: OTHER_NUMBER })), 'answer-not-trusted'],
    ['a status without SOAP', () => () => ({ status: 503, text: 'busy' }), 'source-error'],
    ['garbage', () => () => ({ text: 'x<>&' }), 'source-error'],
    [
      'a document type with entities',
      () => () => ({ text: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'source-error',
    ],
    ['another schema', () => answering('<a xmlns="urn:other"></a>'), 'source-error'],
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
    expect(await ask(reply())).toMatchObject({ kind: 'unavailable', reason });
  });

  it('puts nothing of a person into what is logged', async () => {
    const outcome = await ask(answering(functionalError(`Unknown ${INVENTED_NUMBER}`, 'x')));
    expect(JSON.stringify(outcome)).not.toContain(INVENTED_NUMBER);
  });
});

describe('an answer whose signature is not trusted', () => {
  const original = () => sealed(personFound(), { by: register, created: now });
  const wrapped = () => {
    const genuine = /<soapenv:Body.*<\/soapenv:Body>/s.exec(original())?.[0] ?? '';
    const forged = genuine.replace('wsu:Id="Body-1"', 'wsu:Id="Body-2"').replace("D'Hondt", 'Forged');
    return original().replace(genuine, forged).replace('</soapenv:Header>', `${genuine}</soapenv:Header>`);
  };

  it.each<[string, () => string]>([
    ['by somebody else', () => sealed(personFound(), { by: stranger, created: now })],
    ['absent', () => original().replace(/<dsig:Signature .*<\/dsig:Signature>/s, '')],
    ['over a body that was changed', () => original().replace('Ernestine', 'Ernest')],
    [
      'over the timestamp only',
      () => sealed(personFound(), { by: register, created: now, parts: ['Timestamp'] }),
    ],
    ['over the body only', () => sealed(personFound(), { by: register, created: now, parts: ['Body'] })],
    ['expired', () => sealed(personFound(), { by: register, created: new Date('2026-06-15T09:53:00Z') })],
    [
      'from the future',
      () => sealed(personFound(), { by: register, created: new Date('2026-06-15T10:02:00Z') }),
    ],
    ['over a body that was moved aside (wrapping)', wrapped],
    ['with one id twice', () => wrapped().replace('Body-2', 'Body-1')],
    ['with a weak algorithm', () => original().replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-md5')],
    ['with a second signature', () => original().replace(/(<dsig:Signature .*<\/dsig:Signature>)/s, '$1$1')],
  ])('is refused: %s', async (_, envelope) => {
    expect(await ask(() => ({ text: envelope() }))).toMatchObject({
      kind: 'unavailable',
      reason: 'answer-not-trusted',
    });
  });

  it('is refused when the certificate of the register has expired', async () => {
    const expired = await party('Register', now, -1);
    const source = await sourceOver(answering(personFound(), { by: expired }), [expired]);
    const outcome = await source.fetch({ ...question, signal: AbortSignal.timeout(300) });
    expect(outcome).toMatchObject({ reason: 'answer-not-trusted' });
  });

  it('is accepted from the next certificate around a renewal', async () => {
    const source = await sourceOver(answering(personFound()), [stranger, register]);
    expect((await source.fetch({ ...question, signal: AbortSignal.timeout(300) })).kind).toBe('answered');
  });

  it('reads a name that hides a comment as it was signed', async () => {
    const outcome = await ask(answering(personFound({ firstNames: 'Zéno<!-- -->bie' })), {
      attributes: ['givenName'],
    });
    expect(outcome).toEqual({ kind: 'answered', values: { givenName: given('Zénobie') } });
  });
});

describe('a source that is out of order (RF-7)', () => {
  it('is left alone after failures, probed later and used again when it answers', async () => {
    let works = false;
    let time = now.getTime();
    const source = await sourceOver((request) =>
      works ? answering(personFound())(request) : { status: 503, text: '' },
    );
    const guards = {
      timeout: 300,
      concurrency: 10,
      failures: 3,
      cooldown: 5_000,
      clock: { now: () => new Date(time) },
    };
    const guarded = new GuardedSource(source, guards);
    for (let i = 0; i < 6; i++) await guarded.fetch(question);
    expect(standIn?.requests.length).toBe(3);
    expect(await guarded.fetch(question)).toEqual({ kind: 'unavailable', reason: 'source-out-of-service' });
    works = true;
    time += 5_000;
    expect(guarded.circuit).toBe('half-open');
    expect((await guarded.fetch(question)).kind).toBe('answered');
    expect(guarded.circuit).toBe('closed');
  });

  it('stays in use when it only does not know somebody', async () => {
    const source = await sourceOver(answering(functionalError('PERSON_NOT_FOUND', '')));
    const guarded = new GuardedSource(source, {
      timeout: 300,
      concurrency: 10,
      failures: 3,
      cooldown: 5_000,
      clock,
    });
    for (let i = 0; i < 6; i++) await guarded.fetch(question);
    expect(guarded.circuit).toBe('closed');
  });

  it('holds up no more callers than its bulkhead has room for', async () => {
    const source = await sourceOver(() => () => undefined);
    const guarded = new GuardedSource(source, {
      timeout: 100,
      concurrency: 2,
      failures: 9,
      cooldown: 5_000,
      clock,
    });
    const outcomes = await Promise.all([1, 2, 3].map(() => guarded.fetch(question)));
    expect(outcomes.map((outcome) => outcome.kind === 'unavailable' && outcome.reason)).toEqual([
      'timeout',
      'timeout',
      'source-busy',
    ]);
  });
});
