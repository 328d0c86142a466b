import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AGREEMENT_VERSION, AgreementsStore } from '#libs/people';
import { SpecBrowser } from '../test-support/spec-browser.js';
import { PAULA, PIET, SpecSma } from '../test-support/spec-sma.js';

let sma: SpecSma;
let browser: SpecBrowser;
/** Ids of keys. */
let password: string;
let app: string;
let ofPiet: string;

beforeAll(async () => {
  sma = await SpecSma.start();
  for (const fedId of [PAULA, PIET]) {
    await sma.people.create({ fedId, enrolment: 'eid', language: 'nl' });
  }
  password = await sma.keys.add({ fedId: PAULA, kind: 'password', enrolment: 'eid' });
  app = await sma.keys.add({ fedId: PAULA, kind: 'totp', enrolment: 'eid', label: 'Telephone' });
  ofPiet = await sma.keys.add({ fedId: PIET, kind: 'password', enrolment: 'eid' });
});
afterAll(() => sma.stop());
beforeEach(() => {
  browser = new SpecBrowser(sma);
});

const stateOf = async (id: string) =>
  (
    await sma.database.database.query<{ state: string }>(
      'select state from digital_keys.digital_key where id = $1',
      [id],
    )
  )[0]?.state;

const setState = (id: string, state: string) =>
  sma.database.database.query('update digital_keys.digital_key set state = $2 where id = $1', [id, state]);

const recorded = async () => (await sma.recorded()).map(({ name, data }) => [name, data]);

describe('LE-4 whoever may not suspend, resume or revoke a key is refused, and that is recorded', () => {
  it.each(['suspend', 'resume', 'revoke'])('%s: by a form of another site', async (action) => {
    await browser.signIn(PAULA, 400);
    const before = await recorded();
    const answer = await browser.postFromElsewhere(`/keys/${password}/${action}`, 'x=1');
    expect(answer.statusCode).toBe(403);
    expect(await stateOf(password)).toBe('active');
    expect((await recorded()).slice(before.length)).toEqual([
      ['RequestRejected', { app: 'sma', error: 'HTTP-FOREIGN-FORM', route: '/keys/:id/:action' }],
    ]);
  });

  it.each(['suspend', 'resume', 'revoke'])('%s: of somebody else', async (action) => {
    await browser.signIn(PAULA, 400);
    const before = await recorded();
    const own = `/keys/${password}/suspend`;
    const answer = await browser.pressElsewhere(own, own, `/keys/${ofPiet}/${action}`, {});
    expect(answer.statusCode).toBe(404);
    expect(await stateOf(ofPiet)).toBe('active');
    expect((await recorded()).slice(before.length)).toEqual([
      ['KeyChangeRefused', { key: 'unknown', action, reason: 'not-own' }],
    ]);
  });

  it.each([
    ['resume', 'suspended'],
    ['revoke', 'active'],
  ])('%s: from a session below the level of the key', async (action, state) => {
    await setState(app, state);
    await browser.signIn(PAULA, 200);
    const before = await recorded();
    const own = `/keys/${password}/suspend`;
    const answer = await browser.pressElsewhere(own, own, `/keys/${app}/${action}`, {});
    expect(answer.statusCode).toBe(303);
    expect(await stateOf(app)).toBe(state);
    expect((await recorded()).slice(before.length)).toEqual([
      ['KeyChangeRefused', { key: 'totp', action, reason: 'step-up' }],
    ]);
  });
});

describe('LE-10 the user agreement', () => {
  it.each([
    ['nl', 'De afspraken'],
    ['fr', 'Les conditions d’utilisation'],
    ['de', 'Die Vereinbarung'],
    ['en', 'The agreement'],
  ])('is there in the language of the reader: %s', async (language, title) => {
    await browser.signIn(PAULA, 200);
    const { body } = await browser.get(`/agreement?lang=${language}`);
    expect(body).toContain(`<html lang="${language}"`);
    expect(body).toContain(`>${title}</h1>`);
  });

  it('is accepted in a version, which is recorded', async () => {
    await browser.signIn(PAULA, 200);
    await browser.press('/agreement', '/agreement');
    const [accepted] = await new AgreementsStore(sma.database.database).ofPerson(PAULA);
    expect(accepted?.version).toBe(AGREEMENT_VERSION);
    expect(await recorded()).toContainEqual(['AgreementAccepted', { version: AGREEMENT_VERSION }]);
  });
});
