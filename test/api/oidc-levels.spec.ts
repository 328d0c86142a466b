import { beforeAll, describe, expect, it } from 'vitest';
import {
  claimsOf,
  issuer,
  OidcRelyingParty,
  returned,
  type Parameters,
} from '../support/oidc-relying-party.js';
import { PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { proveKey, signIn } from '../support/sign-in.js';
import { recordedEvents } from '../support/stack-database.js';

const LEVEL = 'urn:be:fedict:iam:fas:Level';
const EID = 'urn:be:fedict:iam:fas:eid';
const RESTING = 1_100;

let permits: OidcRelyingParty;
let tax: OidcRelyingParty;
let mobile: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  tax = await OidcRelyingParty.of('tax');
  mobile = await OidcRelyingParty.of('mobile');
});

/** A browser in which the person is signed in at the level of the key. */
async function signedIn(id: string, key: 'password' | 'totp' = 'password', service = permits) {
  const walker = new PageWalker();
  const login = await service.begin();
  const tokens = await service.finish(login, await signIn(walker, await walker.open(login.url), id, key));
  return { walker, tokens, claims: claimsOf(tokens) };
}

/** One request of a service in this browser, up to where the person would have to do something. */
async function ask(walker: PageWalker, wishes: Parameters, service = permits) {
  const login = await service.begin(wishes);
  const answer = await walker.open(login.url);
  return { login, answer };
}

async function claimsAfter(walker: PageWalker, wishes: Parameters, service = permits) {
  const { login, answer } = await ask(walker, wishes, service);
  return claimsOf(await service.finish(login, answer));
}

const acrClaim = (acr: object) => ({ claims: JSON.stringify({ id_token: { acr } }) });
const isPage = ({ status, location }: Answer) => status === 200 && location === undefined;

describe('prompt=none', () => {
  it.each([
    ['nobody is signed in', {}, 'login_required'],
    ['nobody is signed in and a level is asked', { acr_values: `${LEVEL}400` }, 'login_required'],
    ['what is asked cannot be had', { acr_values: EID }, 'unmet_authentication_requirements'],
  ])('says so when %s, with state and issuer, and one record', async (_, wishes, error) => {
    const { login, answer } = await ask(new PageWalker(), { prompt: 'none', ...wishes });
    expect(returned(answer)).toMatchObject({ error, state: login.state, iss: issuer() });
    const events = await recordedEvents(answer.headers.get('x-request-reference'));
    expect(events.map(({ name }) => name)).toEqual(['SignInRefused']);
    expect(events[0]?.data).toHaveProperty('reason');
  });

  it('answers without a page when the person is signed in, with the moment of the sign-in', async () => {
    const { walker, claims } = await signedIn('bram-boterkoek');
    const silent = await claimsAfter(walker, { prompt: 'none' });
    expect(silent).toMatchObject({ sub: claims.sub, auth_time: claims.auth_time, acr: `${LEVEL}200` });
  });

  it('OG-2 says interaction_required when the session is too weak, and never answers lower', async () => {
    const { walker } = await signedIn('an-appelmoes');
    for (const wishes of [
      { acr_values: `${LEVEL}400` },
      acrClaim({ essential: true, values: [`${LEVEL}400`] }),
    ]) {
      const { answer } = await ask(walker, { prompt: 'none', ...wishes });
      expect(returned(answer)).toMatchObject({ error: 'interaction_required' });
    }
    expect(returned((await ask(walker, { prompt: 'none' }, tax)).answer)).toMatchObject({
      error: 'interaction_required',
    });
  });

  it('does not go together with another prompt', async () => {
    const { answer } = await ask(new PageWalker(), { prompt: 'none login' });
    expect(returned(answer)).toMatchObject({ error: 'invalid_request' });
  });

  it('says login_required when the hint names somebody else', async () => {
    const bram = await signedIn('bram-boterkoek');
    const chantal = await signedIn('chantal-chicon');
    const hint = { prompt: 'none', id_token_hint: bram.tokens.id_token ?? '' };
    expect(returned((await ask(chantal.walker, hint)).answer)).toMatchObject({ error: 'login_required' });
    expect((await claimsAfter(bram.walker, hint)).sub).toBe(bram.claims.sub);
  });
});

describe('a sign-in that must be fresh', () => {
  it('prompt=login asks again, and the moment is a later one', async () => {
    const { walker, claims } = await signedIn('bram-boterkoek');
    await new Promise((resolve) => setTimeout(resolve, RESTING));
    const { login, answer } = await ask(walker, { prompt: 'login' });
    expect(isPage(answer)).toBe(true);
    const again = claimsOf(await permits.finish(login, await signIn(walker, answer, 'bram-boterkoek')));
    expect(Number(again.auth_time)).toBeGreaterThan(Number(claims.auth_time));
  });

  it('max_age asks again when the proof is older, and not when it is younger', async () => {
    const { walker, claims } = await signedIn('bram-boterkoek');
    await new Promise((resolve) => setTimeout(resolve, RESTING));
    expect(await claimsAfter(walker, { max_age: '10000' })).toMatchObject({ auth_time: claims.auth_time });
    expect(returned((await ask(walker, { max_age: '1', prompt: 'none' })).answer)).toMatchObject({
      error: 'login_required',
    });
    expect(isPage((await ask(walker, { max_age: '0' })).answer)).toBe(true);
    const { login, answer } = await ask(walker, { max_age: '1' });
    expect(isPage(answer)).toBe(true);
    const again = claimsOf(await permits.finish(login, await signIn(walker, answer, 'bram-boterkoek')));
    expect(Number(again.auth_time)).toBeGreaterThan(Number(claims.auth_time));
  });

  it.each(['-1', 'soon', '1.5'])('max_age=%s is refused', async (maxAge) => {
    const { answer } = await ask(new PageWalker(), { max_age: maxAge });
    expect(returned(answer)).toMatchObject({ error: 'invalid_request' });
  });
});

describe('a level that is asked', () => {
  it.each([
    ['acr_values', { acr_values: `${LEVEL}200` }, `${LEVEL}400`],
    [
      'acr_values with a context',
      { acr_values: 'urn:be:fedict:iam:fas:citizen:Level300' },
      'urn:be:fedict:iam:fas:citizen:Level400',
    ],
    ['the first of several', { acr_values: `${LEVEL}450 ${LEVEL}400` }, `${LEVEL}400`],
    ['one that we know among others', { acr_values: `urn:unknown ${LEVEL}400` }, `${LEVEL}400`],
    ['the claims parameter', acrClaim({ value: `${LEVEL}300` }), `${LEVEL}400`],
    ['nothing', {}, `${LEVEL}400`],
  ])(
    'OG-1 is met by a stronger key, asked by %s; the answer says what was proven',
    async (_, wishes, acr) => {
      strong ??= await signedIn('rosa-ruimschoots', 'totp');
      expect((await claimsAfter(strong.walker, { ...wishes, prompt: 'none' })).acr).toBe(acr);
    },
  );
  let strong: Awaited<ReturnType<typeof signedIn>> | undefined;

  it.each([
    ['acr_values', { acr_values: `${LEVEL}500` }],
    ['a class that nobody knows', { acr_values: 'urn:mace:incommon:iap:silver' }],
    ['a context that the service does not have', { acr_values: 'urn:be:fedict:iam:fas:enterprise:Level200' }],
    ['the claims parameter', acrClaim({ essential: true, value: `${LEVEL}500` })],
    [
      'the claims parameter against acr_values',
      { ...acrClaim({ values: [EID] }), acr_values: `${LEVEL}200` },
    ],
  ])('OG-3 that no key on offer reaches is an error, asked by %s', async (_, wishes) => {
    const { login, answer } = await ask(new PageWalker(), wishes);
    expect(returned(answer)).toMatchObject({
      error: 'unmet_authentication_requirements',
      state: login.state,
      iss: issuer(),
    });
  });

  it('OG-2 is reached by a step up: only the code is asked, and the session of others stays what it was', async () => {
    const { walker } = await signedIn('astrid-agenda');
    const { login, answer } = await ask(walker, { acr_values: `${LEVEL}400` });
    expect(isPage(answer)).toBe(true);
    const back = await signIn(walker, answer, 'astrid-agenda', 'totp');
    expect(claimsOf(await permits.finish(login, back))).toMatchObject({
      acr: `${LEVEL}400`,
      amr: ['totp', `${LEVEL}400`],
    });
  });

  it('OG-4 never goes below what the service registered, whatever the request says', async () => {
    const { walker } = await signedIn('an-appelmoes');
    const attempts: Parameters[] = [{ acr_values: `${LEVEL}200` }, acrClaim({ value: `${LEVEL}100` }), {}];
    for (const wishes of attempts) {
      const { answer } = await ask(walker, wishes, tax);
      expect(answer.body).not.toContain('/password"');
      expect(isPage(answer)).toBe(true);
    }
  });

  it('says why a weaker key cannot be used', async () => {
    const { answer } = await ask(new PageWalker(), {}, tax);
    expect(titleOf(answer)).toMatch(/sign in/i);
    expect(answer.body).toMatch(/not strong enough/i);
  });

  it('a scope chooses the context where the service has both', async () => {
    const { walker } = await signedIn('stijn-snoerloos', 'totp');
    const { login, answer } = await ask(walker, { scope: 'openid enterprise' }, mobile);
    expect(isPage(answer) || answer.location !== undefined).toBe(true);
    if (answer.location !== undefined) {
      expect(claimsOf(await mobile.finish(login, answer)).acr).toMatch(/Level400$/);
    }
  });
});

describe('two journeys in one browser', () => {
  it('XS-14 each gets its own level, also when the weaker one finishes first', async () => {
    const walker = new PageWalker();
    const high = await tax.begin();
    const low = await permits.begin();
    const highPage = await walker.open(high.url);
    const lowPage = await walker.open(low.url);
    const lowBack = await signIn(walker, lowPage, 'sofie-vierogen');
    const highPageAgain = await walker.open(highPage.url);
    expect(isPage(highPageAgain)).toBe(true);
    const highBack = await proveKey(walker, highPageAgain, 'sofie-vierogen', 'totp');
    expect(claimsOf(await permits.finish(low, lowBack)).acr).toBe(`${LEVEL}200`);
    expect(claimsOf(await tax.finish(high, highBack)).acr).toBe(`${LEVEL}400`);
  });
});
