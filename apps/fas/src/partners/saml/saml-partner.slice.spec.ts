import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLoaPolicy, keyLevel, withServices } from '#libs/loa';
import { parseServiceProviderMetadata, STATUS } from '#libs/saml';
import { ensureServiceProviderKey, type ServiceProviderKey } from '#libs/service-provider';
import { testDatabase, type TestDatabase } from '#libs/testing';
import {
  cipher,
  FAS,
  IDENTIFIER,
  LOA,
  NUMBER,
  PlayedService,
  rowOf,
  type Saying,
} from './test-support/played-service.js';

let db: TestDatabase;
let node: PlayedService;
let stranger: ServiceProviderKey;
beforeAll(async () => {
  db = await testDatabase({ role: 'csam_fas' });
  node = await PlayedService.of(db.database, rowOf('eidas'));
  stranger = await ensureServiceProviderKey(db.database, cipher, 'played:stranger');
});
afterAll(() => db.drop());

/** One sign-in that is answered so. */
async function answered(saying: Saying, minimum: 200 | 400 | 500 = 400) {
  const { request, memory } = await node.begun(minimum);
  return node.outcomeOf(await node.says(request, saying), memory);
}

describe('a recognised service that speaks SAML', () => {
  it('is asked anew, signed, for the weakest of its classes that is strong enough', async () => {
    const { request, location } = await node.begun(300);
    expect(request).toMatchObject({
      issuer: `${FAS}/fas/partners/eidas/metadata.xml`,
      acsUrl: `${FAS}/fas/partners/eidas/acs`,
      forceAuthn: true,
      requestedAuthnContext: { comparison: 'minimum', classReferences: [`${LOA}substantial`] },
    });
    expect(new URL(location).searchParams.get('SigAlg')).toContain('rsa-sha256');
    expect((await node.begun(500)).request.requestedAuthnContext?.classReferences).toEqual([`${LOA}high`]);
  });

  it.each([
    ['high', 500],
    ['substantial', 400],
  ] as const)('LE-13 signs a person in at the level that it states: %s', async (said, level) => {
    expect(await answered({ class: `${LOA}${said}` })).toEqual({
      kind: 'identified',
      identity: { number: NUMBER, register: 'bis', reference: 'PT/BE/10000001', level },
    });
  });

  it('LE-13 counts for no more than it is recognised for, whatever it states', async () => {
    const weak = await PlayedService.of(db.database, rowOf('service-weak', { level: 400 }));
    const { request, memory } = await weak.begun();
    const outcome = await weak.outcomeOf(await weak.says(request, { class: `${LOA}high` }), memory);
    expect(outcome).toMatchObject({ kind: 'identified', identity: { level: 400 } });
    const policy = withServices(defaultLoaPolicy, [weak.partner.strength]);
    expect(policy.keys['service-weak']?.levels).toEqual([400, 200]);
    expect(keyLevel(policy, 'service-weak', 'itsme', 500)).toBe(400);
  });

  it('finds our metadata, with the address for its answers and the key of our requests', () => {
    const parsed = parseServiceProviderMetadata(node.partner.metadata);
    expect(parsed).toMatchObject({
      kind: 'valid',
      value: {
        entityId: `${FAS}/fas/partners/eidas/metadata.xml`,
        authnRequestsSigned: true,
        wantAssertionsSigned: true,
        assertionConsumerServices: [{ location: `${FAS}/fas/partners/eidas/acs` }],
        singleLogoutServices: [],
      },
    });
  });
});

const OTHER = 'https://other.example/';

const WRONG: readonly (readonly [string, Saying, string, string])[] = [
  ['SX-30 a level below the one asked', { class: `${LOA}low` }, 'level-too-low', 'authn-context'],
  ['SX-30 a level that nobody knows', { class: 'urn:unheard-of' }, 'level-too-low', 'authn-context'],
  ['2.7 another Destination and Recipient', { destination: OTHER }, 'not-verified', 'destination'],
  ['SX-25 2.7 another audience', { audience: OTHER }, 'not-verified', 'audience'],
  ['SX-27 another InResponseTo', { inResponseTo: '_other' }, 'not-verified', 'in-response-to'],
  ['SX-29 another issuer', { issuer: OTHER }, 'not-verified', 'response-issuer'],
  [
    'SX-29 an identifier of a country that it does not speak for',
    { attributes: { [IDENTIFIER]: ['DE/BE/10000001'] } },
    'not-verified',
    'identifier-scope',
  ],
  [
    'SX-29 two identifiers',
    { attributes: { [IDENTIFIER]: ['PT/BE/1', 'PT/BE/2'] } },
    'not-verified',
    'identifier-absent',
  ],
  ['2.7 an old answer', { issuedAt: new Date(Date.now() - 600_000) }, 'timed-out', 'issue-instant'],
  ['no number', { attributes: { egovNRN: [] } }, 'no-number', 'absent'],
  ['two numbers', { attributes: { egovNRN: [NUMBER, NUMBER] } }, 'no-number', 'absent'],
  ['a number that is none', { attributes: { egovNRN: ['88451299731'] } }, 'no-number', 'invalid'],
];

describe('an answer is refused with', () => {
  it.each(WRONG)('%s', async (_id, saying, problem, reason) => {
    expect(await answered(saying)).toMatchObject({
      kind: 'refused',
      problem,
      reason: expect.stringMatching(new RegExp(`^${reason}`)),
    });
  });

  it('SX-16 a signature of somebody else', async () => {
    expect(await answered({ key: stranger })).toMatchObject({ problem: 'not-verified' });
  });

  it('SX-18 no signature', async () => {
    const { request, memory } = await node.begun();
    const xml = Buffer.from(await node.says(request), 'base64').toString();
    const bare = xml.replaceAll(/<ds:Signature [\s\S]*?<\/ds:Signature>/g, '');
    const outcome = await node.outcomeOf(Buffer.from(bare).toString('base64'), memory);
    expect(outcome).toMatchObject({ problem: 'not-verified', reason: 'signature-count' });
  });
});

describe('an answer that no login waits for', () => {
  it('SX-27 is not kept when it is unsolicited', async () => {
    expect(await node.partner.keep('made-up', await node.says({ id: '_x' }))).toBeUndefined();
  });

  it('SX-26 is taken once, and counts in no other login', async () => {
    const first = await node.begun();
    const message = await node.says(first.request);
    const { relayState = '' } = first.memory;
    expect(await node.outcomeOf(message, first.memory)).toMatchObject({ kind: 'identified' });
    expect(await node.partner.keep(relayState, message)).toBeUndefined();
    const second = await node.begun();
    expect(await node.outcomeOf(message, second.memory)).toMatchObject({ reason: 'in-response-to' });
  });

  it('SX-27 XS-15 is not taken in another login, nor in a browser that did not begin it', async () => {
    const [mine, other] = [await node.begun(), await node.begun()];
    await node.partner.keep(mine.memory['relayState'] ?? '', await node.says(mine.request));
    const now = new Date();
    const crossed = await node.partner.complete({ query: {}, memory: other.memory, now });
    expect(crossed).toEqual({ kind: 'refused', problem: 'not-begun', reason: 'no-answer' });
    const memory = { ...mine.memory, browser: 'another-browser' };
    expect(await node.partner.complete({ query: {}, memory, now })).toMatchObject({
      reason: 'other-browser',
    });
    expect(await node.partner.complete({ query: {}, memory: undefined, now })).toMatchObject({
      problem: 'not-begun',
    });
  });

  it('OS-14 SX-29 is not taken from another service, whoever it names', async () => {
    const second = await PlayedService.of(db.database, rowOf('service-second'));
    const [atNode, atSecond] = [await node.begun(), await second.begun()];
    expect(await node.partner.keep(atSecond.memory['relayState'] ?? '', 'x')).toBeUndefined();
    // Signed by the second one, dressed up as the first.
    const posing = await second.says(atNode.request, {
      issuer: node.entityId,
      audience: `${FAS}/fas/partners/eidas/metadata.xml`,
      destination: `${FAS}/fas/partners/eidas/acs`,
    });
    expect(await node.outcomeOf(posing, atNode.memory)).toMatchObject({ problem: 'not-verified' });
  });

  it('is stored encrypted while it waits', async () => {
    const { request, memory } = await node.begun();
    await node.partner.keep(memory['relayState'] ?? '', await node.says(request));
    const stored = JSON.stringify(await db.database.query('select * from service_provider.sign_in_request'));
    expect(stored).not.toContain(await node.says(request));
    expect(stored).not.toMatch(/PHNhbWxw|Response/);
  });
});

describe('a service that signs nobody in', () => {
  it.each([
    [STATUS.requestDenied, 'refused', 'refused'],
    [STATUS.authnFailed, 'refused', 'refused'],
    [STATUS.noAuthnContext, 'refused', 'level-too-low'],
    [STATUS.requestUnsupported, 'unavailable', undefined],
  ] as const)('says so: %s', async (subCode, kind, problem) => {
    const { request, memory } = await node.begun();
    const message = await node.declines(request, { code: STATUS.responder, subCode });
    const outcome = await node.outcomeOf(message, memory);
    expect(outcome).toMatchObject({ kind, ...(problem && { problem }) });
  });

  it('SX-28 is suspended, or recognised no longer, while its answer is under way', async () => {
    const ended = await PlayedService.of(
      db.database,
      rowOf('service-ended', { recognisedUntil: '2026-12-31' }),
    );
    const { request, memory } = await ended.begun();
    const message = await ended.says(request);
    const late = await ended.outcomeOf(message, memory, new Date('2027-01-01T10:00:00Z'));
    expect(late).toEqual({ kind: 'unavailable', reason: 'not-recognised' });
    ended.partner.suspend(true);
    expect(await ended.outcomeOf(message, memory)).toEqual({ kind: 'unavailable', reason: 'not-recognised' });
    const begun = await ended.partner.begin({ journeyId: 'j', language: 'nl', now: new Date() });
    expect(begun).toEqual({ kind: 'unavailable', reason: 'not-recognised' });
  });
});
