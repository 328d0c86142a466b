import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PersonNumber } from '#libs/kernel';
import { given, NOW, QUESTION } from '../national-register/test-support/register-world.js';
import {
  party,
  registerStandIn,
  sealed,
  type Party,
  type RegisterStandIn,
  type Reply,
} from '../national-register/test-support/register.js';
import { SoapTransport } from '../soap/soap-transport.js';
import { BisRegisterSource } from './bis-register.source.js';
import { kszFault, replyOf, type KszPerson, type KszStatus } from './test-support/ksz-answers.js';

const BIS = '98472899765';
const NATIONAL = '85073003328';

let aps: Party;
let ksz: Party;
let stranger: Party;
let standIn: RegisterStandIn | undefined;
beforeAll(async () => {
  [aps, ksz, stranger] = (await Promise.all(['APS', 'KSZ', 'Stranger'].map((name) => party(name, NOW)))) as [
    Party,
    Party,
    Party,
  ];
});
afterEach(() => standIn?.close());

async function ask(reply: Reply, attributes: string[] = ['givenName', 'surname'], patience = 20_000) {
  standIn = await registerStandIn(reply);
  const source = new BisRegisterSource({
    transport: new SoapTransport({ url: standIn.url, maxBytes: 50_000 }),
    signer: aps,
    server: { certificates: [ksz.certificate], clockSkew: 60_000 },
    customer: '0671516647',
    legalContext: 'CSAM:TEST',
    clock: { now: () => NOW },
  });
  const personNumber = BIS as PersonNumber;
  const signal = AbortSignal.timeout(patience);
  return source.fetch({ ...QUESTION, personNumber, attributes, signal });
}

const answering =
  (person: KszPerson | undefined, more: { status?: KszStatus; ticket?: string; by?: Party } = {}): Reply =>
  (request) => ({ text: sealed(replyOf(request, person, more), { by: more.by ?? ksz, created: NOW }) });

describe('the BIS register over the message frame of the KSZ', () => {
  it('gives what is known of a person', async () => {
    const names = [
      'givenName',
      'surname',
      'birthDate',
      'gender',
      'address',
      'over18',
      'over21',
      'residentOf:99901',
      'residentOf:21004',
      'alive',
    ];
    expect(await ask(answering({ ssin: BIS, birthDate: '2005-07-00' }), names)).toEqual({
      kind: 'answered',
      values: {
        givenName: given('Zoë Ada'),
        surname: given('Verzonnen'),
        birthDate: given('2005-07'),
        gender: given('female'),
        address: given('Denkbeeldstraat 33, 9999 Voorbeeldegem'),
        over18: given('true'),
        over21: given('false'),
        'residentOf:99901': given('true'),
        'residentOf:21004': given('false'),
        alive: given('true'),
      },
    });
  });

  it('asks under our ticket, for our legal context, and only about the number', async () => {
    await ask(answering({ ssin: BIS }));
    const [request = ''] = standIn?.requests ?? [];
    expect(request).toContain('<ticket>c-1</ticket>');
    expect(request).toContain('<cbeNumber>0671516647</cbeNumber>');
    expect(request).toContain('<legalContext>CSAM:TEST</legalContext>');
    expect(request).toContain(`<criteria><ssin>${BIS}</ssin></criteria>`);
  });

  it('says which number took the place of the one that was asked', async () => {
    expect(await ask(answering({ ssin: NATIONAL, replaces: BIS }))).toMatchObject({
      kind: 'unavailable',
      reason: 'number-replaced',
      replacedBy: NATIONAL,
    });
  });

  it('tells of somebody who has died nothing but that', async () => {
    expect(await ask(answering({ ssin: BIS, deceased: true }), ['surname'])).toMatchObject({
      reason: 'deceased',
    });
    expect(await ask(answering({ ssin: BIS, deceased: true }), ['surname', 'alive'])).toEqual({
      kind: 'answered',
      values: { alive: given('false') },
      missing: 'deceased',
    });
  });
});

describe('an answer that gives nothing', () => {
  it.each<[string, () => Reply, string]>([
    ['nobody', () => answering(undefined, { status: { value: 'NO_RESULT', code: 'MSG00100' } }), 'not-found'],
    [
      'no data',
      () => answering(undefined, { status: { value: 'NO_DATA_FOUND', code: 'MSG00100' } }),
      'not-found',
    ],
    ['a cancelled number', () => answering({ ssin: BIS, canceled: true }), 'not-found'],
    [
      'a validation error',
      () => answering(undefined, { status: { value: 'ERROR', code: 'MSG00008' } }),
      'source-refused',
    ],
    ['another person', () => answering({ ssin: NATIONAL }), 'answer-not-trusted'],
    ['another ticket', () => answering({ ssin: BIS }, { ticket: 'other' }), 'answer-not-trusted'],
    ['a stranger', () => answering({ ssin: BIS }, { by: stranger }), 'answer-not-trusted'],
    ['no signature', () => (request) => ({ text: replyOf(request, { ssin: BIS }) }), 'answer-not-trusted'],
    ['a fault', () => () => ({ status: 500, text: kszFault }), 'source-error'],
    ['a status without SOAP', () => () => ({ status: 503, text: 'busy' }), 'source-error'],
    ['garbage', () => () => ({ text: 'x<>&' }), 'source-error'],
    [
      'another schema',
      () => () => ({ text: sealed('<a xmlns="urn:x"></a>', { by: ksz, created: NOW }) }),
      'source-error',
    ],
    ['a broken connection', () => () => (message) => void message.socket.destroy(), 'source-error'],
    ['silence', () => () => () => undefined, 'timeout'],
  ])('%s', async (_, reply, reason) => {
    expect(await ask(reply(), ['surname'], reason === 'timeout' ? 200 : 20_000)).toMatchObject({
      kind: 'unavailable',
      reason,
    });
  });
});
