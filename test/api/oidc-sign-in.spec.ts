import { calculateJwkThumbprint, decodeJwt, decodeProtectedHeader } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimsOf, issuer, OidcRelyingParty, returned } from '../support/oidc-relying-party.js';
import { formOf, languageOf, PageWalker, titleOf } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { fedIdOf } from '../support/person-state.js';
import { keyAddress, signIn } from '../support/sign-in.js';
import { auditEvents } from '../support/stack-database.js';

const LEVEL = 'urn:be:fedict:iam:fas:Level';
const EVERYTHING = { scope: 'openid profile egovnrn' };

let permits: OidcRelyingParty;
let library: OidcRelyingParty;
let tax: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  library = await OidcRelyingParty.of('library');
  tax = await OidcRelyingParty.of('tax');
});

/** Signs in from nothing; the browser stays signed in. */
async function wholeLogin(
  service: OidcRelyingParty,
  who: { id: string; key?: 'password' | 'totp' },
  wishes: Record<string, string> = EVERYTHING,
) {
  const walker = new PageWalker();
  const login = await service.begin(wishes);
  const back = await signIn(walker, await walker.open(login.url), who.id, who.key);
  return { walker, login, back, tokens: await service.finish(login, back) };
}

describe('a sign-in over OpenID Connect with the stock client', () => {
  it('gives an ID token that says who, how strongly and when, and userinfo that is signed', async () => {
    const an = await person('an-appelmoes');
    const { login, back, tokens } = await wholeLogin(permits, { id: an.id, key: 'totp' });
    expect(back.location?.href.startsWith(`${permits.redirectUri}?code=`)).toBe(true);
    expect(returned(back)).toMatchObject({ state: login.state, iss: issuer() });

    const claims = claimsOf(tokens);
    expect(claims).toMatchObject({
      iss: issuer(),
      aud: permits.clientId,
      nonce: login.nonce,
      acr: `${LEVEL}400`,
      amr: ['totp', `${LEVEL}400`],
    });
    expect(claims.exp - claims.iat).toBeLessThanOrEqual(15 * 60);
    expect(Math.abs(Date.now() / 1000 - Number(claims.auth_time))).toBeLessThan(60);

    expect(await permits.userinfo(tokens)).toMatchObject({
      iss: issuer(),
      aud: permits.clientId,
      sub: claims.sub,
      egovNRN: an.nationalNumber,
      givenName: expect.stringContaining('An') as string,
      surname: 'Appelmoes',
      mail: an.email,
    });
  });

  it('OG-11 keeps the national number and the name out of ID token, code, address and session', async () => {
    const an = await person('bram-boterkoek');
    const { walker, login, back, tokens } = await wholeLogin(permits, { id: an.id });
    const seen = JSON.stringify([
      decodeJwt(tokens.id_token ?? ''),
      tokens.access_token,
      login.url,
      back.location,
      walker.setCookies,
    ]);
    expect(seen).not.toContain(an.nationalNumber);
    expect(seen).not.toMatch(/boterkoek/i);
  });

  it('gives userinfo as JSON, and only what the service may have, where it is registered so', async () => {
    const { tokens } = await wholeLogin(library, { id: 'bram-boterkoek' }, { scope: 'openid profile' });
    const response = await fetch(`${issuer()}/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual({ sub: claimsOf(tokens).sub, givenName: 'Bram' });
    expect(await library.userinfo(tokens)).toMatchObject({ givenName: 'Bram' });
  });

  it('signs with a key of the published set, named by its thumbprint', async () => {
    const { tokens } = await wholeLogin(tax, { id: 'rosa-ruimschoots', key: 'totp' }, {});
    const { alg, kid, ...others } = decodeProtectedHeader(tokens.id_token ?? '');
    const { keys } = (await (await fetch(`${issuer()}/connect/jwk_uri`)).json()) as {
      keys: Parameters<typeof calculateJwkThumbprint>[0][];
    };
    const key = keys.find((candidate) => (candidate as { kid?: string }).kid === kid);
    expect([alg, Object.keys(others)]).toEqual(['RS256', expect.not.arrayContaining(['jku', 'x5u', 'jwk'])]);
    expect(key && (await calculateJwkThumbprint(key))).toBe(kid);
  });

  it('OG-5 gives each sector its own sub for one person, the same every time', async () => {
    const first = await wholeLogin(permits, { id: 'bram-boterkoek' });
    const again = await wholeLogin(permits, { id: 'bram-boterkoek' });
    const elsewhere = await wholeLogin(library, { id: 'bram-boterkoek' }, {});
    const somebodyElse = await wholeLogin(permits, { id: 'chantal-chicon' });
    const [one, two, other, another] = [first, again, elsewhere, somebodyElse].map(
      ({ tokens }) => claimsOf(tokens).sub,
    );
    expect(two).toBe(one);
    expect(new Set([one, other, another]).size).toBe(3);
    expect(one).toMatch(/^[\w-]{32,}$/);
  });

  it('OG-5 gives the services of one sector the same sub', async () => {
    const { walker, tokens } = await wholeLogin(tax, { id: 'rosa-ruimschoots', key: 'totp' }, {});
    const login = await permits.begin();
    const there = await permits.finish(login, await walker.open(login.url));
    expect(claimsOf(there).sub).toBe(claimsOf(tokens).sub);
  });

  it('XS-22 gives a public subject that is no identifier of ours', async () => {
    const mobile = await OidcRelyingParty.of('mobile');
    const { tokens } = await wholeLogin(mobile, { id: 'bram-boterkoek' }, {});
    expect(claimsOf(tokens).sub).not.toContain(fedIdOf('bram-boterkoek'));
    const again = await wholeLogin(mobile, { id: 'bram-boterkoek' }, {});
    expect(claimsOf(again.tokens).sub).toBe(claimsOf(tokens).sub);
  });

  it('asks nothing a second time: the session of one service serves the next', async () => {
    const { walker, tokens } = await wholeLogin(permits, { id: 'chantal-chicon' });
    const login = await permits.begin(EVERYTHING);
    const back = await walker.send(login.url);
    const second = claimsOf(await permits.finish(login, back));
    expect(second).toMatchObject({ sub: claimsOf(tokens).sub, auth_time: claimsOf(tokens).auth_time });
    expect(await auditEvents(back.headers.get('x-request-reference'))).toMatchObject([
      { name: 'SignInCompleted', application: permits.id, data: { singleSignOn: true, level: 200 } },
    ]);
  });

  it('tells what a service receives at its first use, and not again', async () => {
    const walker = new PageWalker();
    const login = await permits.begin(EVERYTHING);
    const key = await walker.open(keyAddress(await walker.open(login.url), 'password'));
    const { username = '', password = '', nationalNumber } = await person('hakim-hazelnoot');
    const information = await walker.submit(key, { username, password });
    expect(information.url.pathname).toMatch(/\/information$/);
    expect(information.body.replaceAll(/\D/g, '')).toContain(nationalNumber);

    const cancelled = await walker.submit(information, { decision: 'cancel' });
    expect(returned(cancelled)).toMatchObject({ error: 'access_denied', state: login.state, iss: issuer() });

    const second = await permits.begin(EVERYTHING);
    const shownAgain = await walker.open(second.url);
    expect(shownAgain.url.pathname).toMatch(/\/information$/);
    const back = await walker.submit(shownAgain, { decision: 'continue' });
    expect(await permits.userinfo(await permits.finish(second, back))).toMatchObject({
      egovNRN: nationalNumber,
    });
    const third = await permits.begin(EVERYTHING);
    expect(returned(await walker.send(third.url))['code']).toBeDefined();
  });

  it('OS-5 answers the form with the password by 303, so that no browser repeats it', async () => {
    const walker = new PageWalker();
    const key = await walker.open(keyAddress(await walker.open((await permits.begin()).url), 'password'));
    const { username = '', password = '' } = await person('bram-boterkoek');
    expect(formOf(key).method).toBe('post');
    const answer = await walker.submitOnly(key, { username, password });
    expect(answer.status).toBe(303);
    expect((await walker.follow(answer)).status).toBe(303);
  });

  it.each(['nl', 'fr', 'de', 'en'])('speaks %s when the service asks it', async (language) => {
    const login = await permits.begin({ ui_locales: `xx ${language}` });
    const page = await new PageWalker({ 'accept-language': language === 'en' ? 'nl' : 'en' }).open(login.url);
    expect([languageOf(page), titleOf(page)]).toEqual([language, expect.stringMatching(/\w/)]);
  });

  it('takes the request as a form too', async () => {
    const login = await permits.begin();
    const walker = new PageWalker();
    const choice = await walker.follow(
      await walker.post(`${issuer()}/authorize`, Object.fromEntries(login.url.searchParams)),
    );
    const back = await signIn(walker, choice, 'bram-boterkoek');
    expect(claimsOf(await permits.finish(login, back)).acr).toBe(`${LEVEL}200`);
  });
});
