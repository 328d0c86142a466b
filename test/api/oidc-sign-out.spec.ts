import * as oidc from 'openid-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { issuer, OidcRelyingParty, returned, type Tokens } from '../support/oidc-relying-party.js';
import { formOf, languageOf, PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { signIn } from '../support/sign-in.js';

let permits: OidcRelyingParty;
let library: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  library = await OidcRelyingParty.of('library');
});

async function signedIn(): Promise<{ walker: PageWalker; tokens: Tokens; hint: string }> {
  const walker = new PageWalker();
  const login = await permits.begin();
  const back = await signIn(walker, await walker.open(login.url), 'bram-boterkoek');
  const tokens = await permits.finish(login, back);
  return { walker, tokens, hint: tokens.id_token ?? '' };
}

const signOut = (walker: PageWalker, parameters: Record<string, string>): Promise<Answer> =>
  walker.open(`${issuer()}/connect/endSession?${new URLSearchParams(parameters)}`);

/** `code` when the session still serves, else the error of prompt=none. */
async function silently(walker: PageWalker, service = permits): Promise<string | undefined> {
  const { url } = await service.begin({ prompt: 'none' });
  const back = returned(await walker.open(url));
  return back['code'] === undefined ? back['error'] : 'code';
}

describe('sign-out that a service starts (RP-Initiated Logout)', () => {
  it('ends the session and goes back to the registered address with the state', async () => {
    const { walker, tokens } = await signedIn();
    const before = walker.cookie('csam-session');
    const url = oidc.buildEndSessionUrl(permits.configuration, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: permits.signedOutUri,
      state: 'my state & more',
    });
    const back = await walker.open(url);
    expect([back.status, back.location?.origin]).toEqual([303, new URL(permits.signedOutUri).origin]);
    expect(returned(back)).toEqual({ state: 'my state & more' });
    expect(await silently(walker)).toBe('login_required');
    walker.setCookie('csam-session', before ?? '');
    expect(await silently(walker)).toBe('login_required');
    await expect(permits.userinfo(tokens)).rejects.toThrow();
  });

  it('goes back without a state when none was sent', async () => {
    const { walker, hint } = await signedIn();
    const uri = permits.signedOutUri;
    const back = await signOut(walker, { id_token_hint: hint, post_logout_redirect_uri: uri });
    expect(back.location?.href).toBe(uri);
  });

  it.each<[string, (uri: string) => string]>([
    ['that is not registered', () => 'https://evil.example/signed-out'],
    ['with a query that is not registered', (uri) => `${uri}?foo=bar`],
    ['of another service', () => library.signedOutUri],
    ['that is a return address', () => permits.redirectUri],
    ['that is a script', () => 'javascript:alert(1)'],
  ])('does not go to an address %s, and leaves the session', async (_, uri) => {
    const { walker, hint } = await signedIn();
    const answer = await signOut(walker, {
      id_token_hint: hint,
      post_logout_redirect_uri: uri(permits.signedOutUri),
    });
    expect([answer.status, answer.location]).toEqual([400, undefined]);
    expect(titleOf(answer)).toBe('We cannot send you back safely');
    expect(await silently(walker)).toBe('code');
  });

  it.each<[string, (hint: string) => string]>([
    ['made without signature', (hint) => `${segment({ alg: 'none' })}.${hint.split('.')[1]}.`],
    ['with a changed signature', (hint) => `${hint.slice(0, -8)}AAAAAAAA`],
    [
      'with another content',
      (hint) => [hint.split('.')[0], segment({ sub: 'x' }), hint.split('.')[2]].join('.'),
    ],
    ['that is none', () => 'nonsense'],
    ['that is an access token', () => 'x'.repeat(43)],
  ])('does not believe a hint %s', async (_, change) => {
    const { walker, hint } = await signedIn();
    const answer = await signOut(walker, {
      id_token_hint: change(hint),
      post_logout_redirect_uri: permits.signedOutUri,
    });
    expect([answer.status, answer.location]).toEqual([400, undefined]);
    expect(await silently(walker)).toBe('code');
  });

  it.each<[string, (service: OidcRelyingParty) => Record<string, string>]>([
    ['nothing', () => ({})],
    ['only a state', () => ({ state: 'x' })],
    [
      'an address and no hint',
      ({ clientId, signedOutUri }) => ({ client_id: clientId, post_logout_redirect_uri: signedOutUri }),
    ],
  ])('asks first when it is asked with %s; a no leaves the session, a yes ends it', async (_, parameters) => {
    const { walker } = await signedIn();
    const question = await signOut(walker, { ...parameters(permits), ui_locales: 'fr' });
    expect([question.status, question.location, languageOf(question)]).toEqual([200, undefined, 'fr']);
    expect(await silently(walker)).toBe('code');
    await walker.submit(await signOut(walker, parameters(permits)), { logout: '' });
    expect(await silently(walker)).toBe('code');
    const done = await walker.submit(await signOut(walker, parameters(permits)), { logout: 'yes' });
    expect([200, 303]).toContain(done.status);
    expect(await silently(walker)).toBe('login_required');
  });

  it('is no danger from the page of another site: the form needs its own secret', async () => {
    const { walker } = await signedIn();
    const question = await signOut(walker, {});
    for (const secret of ['', 'guessed']) {
      const confirm = `${issuer()}/connect/endSession/confirm`;
      expect((await walker.post(confirm, { xsrf: secret, logout: 'yes' })).status).toBe(400);
      const page = formOf(question).action;
      expect((await walker.post(page, { _csrf: secret, logout: 'yes' })).status).toBe(403);
    }
    expect(await silently(walker)).toBe('code');
  });

  it('a hint of another person asks first, or is refused', async () => {
    const { walker } = await signedIn();
    const other = new PageWalker();
    const login = await permits.begin();
    const back = await signIn(other, await other.open(login.url), 'chantal-chicon');
    const foreign = await permits.finish(login, back);
    await signOut(walker, { id_token_hint: foreign.id_token ?? '' });
    expect(await silently(walker)).toBe('code');
  });

  it('is quiet when nobody is signed in', async () => {
    const { walker, hint } = await signedIn();
    const parameters = { id_token_hint: hint, post_logout_redirect_uri: permits.signedOutUri };
    await signOut(walker, parameters);
    const again = await signOut(walker, parameters);
    expect([again.status, again.location?.href]).toEqual([303, permits.signedOutUri]);
  });

  it('takes the request as a form too', async () => {
    const { walker, hint } = await signedIn();
    const fields = { id_token_hint: hint, post_logout_redirect_uri: permits.signedOutUri };
    const answer = await walker.follow(await walker.post(`${issuer()}/connect/endSession`, fields));
    expect([answer.status, answer.location?.href]).toEqual([303, permits.signedOutUri]);
    expect(await silently(walker)).toBe('login_required');
  });

  it('shows a form that leads nowhere else than where it must', async () => {
    const { walker } = await signedIn();
    const { action } = formOf(await signOut(walker, {}));
    expect(action.href).toMatch(new RegExp(`^${new URL(issuer()).origin}/fas/sign-out/[\\w-]{22}$`));
  });
});

const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
