import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#libs/agencies';
import { ApsClient } from '#libs/attributes';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import { AttributeRelease } from './attribute-release.js';
import { apsStandIn, type ApsStandIn } from './test-support/aps-stand-in.js';

const SUBJECT = 'ab'.repeat(20) as FedId;

let aps: ApsStandIn;
beforeAll(async () => {
  aps = await apsStandIn();
});
beforeEach(() => aps.reset());
afterAll(() => aps.close());

const text = (words: string) => ({ nl: words, fr: words, de: words, en: words });
const application = (attributes: Application['attributes']): Application => ({
  id: '11111111-1111-4111-8111-111111111111',
  agency: { number: '0671516647' as EnterpriseNumber, name: text('Agentschap') },
  name: text('Dienst'),
  environment: 'INT',
  state: 'active',
  minimumLevel: 200,
  keys: ['totp'],
  contexts: ['citizen'],
  attributes,
});
const optional = (...names: string[]) => names.map((name) => ({ name, mandatory: false }));
const mandatory = (...names: string[]) => names.map((name) => ({ name, mandatory: true }));

const release = (attributes: Application['attributes'], ...asked: string[]) =>
  new AttributeRelease(
    new ApsClient({ baseUrl: aps.url, token: async () => 'token', timeout: aps.isHanging ? 300 : 5_000 }),
  ).release({
    application: application(attributes),
    subject: SUBJECT,
    asked,
    context: 'citizen',
    language: 'fr',
    journey: 'journey-1',
  });

const namesOf = (outcome: Awaited<ReturnType<typeof release>>) =>
  outcome.kind === 'released' ? outcome.given.map(({ name, value }) => [name, value]) : outcome;

describe('what an application is given', () => {
  it('is what it asks and registered, and APS is asked for nothing else', async () => {
    const outcome = await release(optional('givenName', 'surname', 'mail'), 'givenName', 'mail', 'egovNRN');
    expect(namesOf(outcome)).toEqual([
      ['givenName', 'value of givenName'],
      ['mail', 'value of mail'],
    ]);
    expect(aps.questions).toEqual([
      { attributes: ['givenName', 'mail'], context: 'citizen', language: 'fr' },
    ]);
  });

  it('is nothing when it asks nothing that it may, and APS is not bothered', async () => {
    expect(await release(optional('surname'))).toEqual({ kind: 'released', given: [], unavailable: [] });
    expect(await release([], 'surname')).toEqual({ kind: 'released', given: [], unavailable: [] });
    expect(aps.questions).toEqual([]);
  });

  it('is less when APS refuses some of it, mandatory or not, and it is not told so', async () => {
    aps.answers('egovNRN', { status: 'refused', reason: 'not-authorised' });
    const outcome = await release([...mandatory('egovNRN'), ...optional('surname')], 'egovNRN', 'surname');
    expect(outcome).toMatchObject({ kind: 'released', given: [{ name: 'surname' }], unavailable: [] });
  });
});

describe('an attribute that cannot be had', () => {
  it('is left out and named when it is optional', async () => {
    aps.answers('surname', { status: 'unavailable', reason: 'timeout' });
    expect(await release(optional('givenName', 'surname'), 'givenName', 'surname')).toMatchObject({
      kind: 'released',
      given: [{ name: 'givenName' }],
      unavailable: ['surname'],
    });
  });

  it.each([
    ['timeout', false],
    ['source-error', false],
    ['source-out-of-service', false],
    ['not-found', true],
    ['no-value', true],
    ['deceased', true],
    ['number-replaced', true],
  ])(
    'stops the sign-in when it is mandatory: %s, known to the source as missing: %s',
    async (reason, unknown) => {
      aps.answers('surname', { status: 'unavailable', reason });
      const attributes = [...optional('givenName'), ...mandatory('surname')];
      expect(await release(attributes, 'givenName', 'surname')).toEqual({
        kind: 'mandatory-unavailable',
        attributes: ['surname'],
        unknownToSource: unknown,
      });
    },
  );

  it('is one about which APS says nothing', async () => {
    aps.answers('surname', undefined);
    expect(await release(mandatory('surname', 'givenName'), 'surname', 'givenName')).toEqual({
      kind: 'mandatory-unavailable',
      attributes: ['surname'],
      unknownToSource: false,
    });
    expect(await release(optional('surname', 'givenName'), 'surname', 'givenName')).toMatchObject({
      kind: 'released',
      unavailable: ['surname'],
    });
  });
});

describe('when APS itself', () => {
  it.each([
    ['fails', () => aps.fails(500)],
    ['refuses the question', () => aps.fails(403)],
    ['answers something else', () => aps.says('{"attributes":')],
    ['answers for another person', () => aps.answersFor('cd'.repeat(20))],
    ['hangs', () => aps.hangs()],
  ])('%s, optional attributes are left out and mandatory ones stop the sign-in', async (_, happens) => {
    happens();
    expect(await release(optional('givenName', 'surname'), 'givenName', 'surname')).toEqual({
      kind: 'released',
      given: [],
      unavailable: ['givenName', 'surname'],
    });
    expect(await release(mandatory('givenName'), 'givenName')).toEqual({
      kind: 'mandatory-unavailable',
      attributes: ['givenName'],
      unknownToSource: false,
    });
  });
});
