import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LogoutClient } from '../support/logout-client.js';
import { PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { stack } from '../support/stack.js';

const issuer = () => `${stack().addresses.fas}/fas/oauth2`;

let client: LogoutClient;
let metadata: Record<string, unknown>;
beforeAll(async () => {
  client = await LogoutClient.start('Conformance');
  metadata = (await (await fetch(`${issuer()}/.well-known/openid-configuration`)).json()) as typeof metadata;
});
afterAll(() => client.stop());

async function signedIn(): Promise<{ walker: PageWalker; idToken: string }> {
  const walker = new PageWalker();
  return { walker, idToken: await client.signIn(walker) };
}

const endSession = (walker: PageWalker, parameters: Record<string, string> = {}): Promise<Answer> =>
  walker.open(`${String(metadata['end_session_endpoint'])}?${new URLSearchParams(parameters)}`);

/** Nothing happened: no redirect out of FAS, and the session serves. */
async function expectNothing(walker: PageWalker, answer: Answer): Promise<void> {
  expect(answer.location).toBeUndefined();
  expect([200, 400]).toContain(answer.status);
  expect(await client.silently(walker)).toBe('code');
}

async function expectSignedOutAfterYes(walker: PageWalker, question: Answer): Promise<void> {
  expect(titleOf(question)).toBe('Do you want to sign out everywhere?');
  const done = await walker.submit(question, { logout: 'yes' });
  expect(titleOf(done)).toBe('You are signed out');
  expect(await client.silently(walker)).toBe('login_required');
}

describe('RP-initiated logout', () => {
  it('oidcc-rp-initiated-logout-discovery-endpoint-verification', () => {
    expect(metadata['end_session_endpoint']).toBe(`${issuer()}/connect/endSession`);
  });

  it('oidcc-rp-initiated-logout', async () => {
    const { walker, idToken } = await signedIn();
    const answer = await walker.open(client.signOutUrl(idToken, { state: 'a state' }));
    expect(answer.location?.href).toBe(`${client.signedOutUri}?state=a+state`);
    expect(await client.silently(walker)).toBe('login_required');
  });

  it('the other path of the real service leads to the same', async () => {
    const { walker, idToken } = await signedIn();
    const query = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: client.signedOutUri,
    });
    const answer = await walker.open(`${issuer()}/endSession?${query}`);
    expect(answer.location?.href).toBe(client.signedOutUri);
  });

  it.each([
    ['oidcc-rp-initiated-logout-bad-post-logout-redirect-uri', () => 'https://evil.example/'],
    [
      'oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri',
      () => `${client.signedOutUri}?foo=bar`,
    ],
  ])('%s', async (_, uri) => {
    const { walker, idToken } = await signedIn();
    const parameters = { id_token_hint: idToken, post_logout_redirect_uri: uri() };
    await expectNothing(walker, await endSession(walker, parameters));
  });

  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  it.each([
    ['oidcc-rp-initiated-logout-modified-id-token-hint', (hint: string) => `${none}.${hint.split('.')[1]}.`],
    [
      'oidcc-rp-initiated-logout-bad-id-token-hint',
      (hint: string) => `${hint.slice(0, hint.lastIndexOf('.'))}.${'A'.repeat(342)}`,
    ],
  ])('%s', async (_, change) => {
    const { walker, idToken } = await signedIn();
    const parameters = { id_token_hint: change(idToken), post_logout_redirect_uri: client.signedOutUri };
    await expectNothing(walker, await endSession(walker, parameters));
  });

  it('oidcc-rp-initiated-logout-no-id-token-hint', async () => {
    const { walker } = await signedIn();
    const uri = { post_logout_redirect_uri: client.signedOutUri };
    await expectNothing(walker, await endSession(walker, uri));
    await expectSignedOutAfterYes(walker, await endSession(walker, uri));
  });

  it.each([
    ['oidcc-rp-initiated-logout-no-params', {}],
    ['oidcc-rp-initiated-logout-only-state', { state: 'x' }],
  ])('%s', async (_, parameters) => {
    const { walker } = await signedIn();
    await expectSignedOutAfterYes(walker, await endSession(walker, parameters));
  });

  it('oidcc-rp-initiated-logout-no-post-logout-redirect-uri', async () => {
    const { walker, idToken } = await signedIn();
    const answer = await endSession(walker, { id_token_hint: idToken, state: 'x' });
    expect([answer.status, titleOf(answer)]).toEqual([200, 'You are signed out']);
    expect(await client.silently(walker)).toBe('login_required');
  });

  it('oidcc-rp-initiated-logout-no-state', async () => {
    const { walker, idToken } = await signedIn();
    const answer = await walker.open(client.signOutUrl(idToken));
    expect(answer.location?.href).toBe(client.signedOutUri);
  });

  it('an image on another site without a hint ends nothing (ASVS 10.6.2)', async () => {
    const { walker } = await signedIn();
    await walker.send(`${String(metadata['end_session_endpoint'])}`, {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' },
    });
    expect(await client.silently(walker)).toBe('code');
  });
});

describe('back-channel logout', () => {
  it('oidcc-backchannel-logout-discovery-endpoint-verification', () => {
    expect(metadata).toMatchObject({
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    });
  });

  it('oidcc-backchannel-rp-initiated-logout', async () => {
    const { walker, idToken } = await signedIn();
    const before = client.tokens.length;
    const answer = await walker.open(client.signOutUrl(idToken));
    expect(answer.location?.href).toBe(client.signedOutUri);
    await expect.poll(() => client.tokens.length, { timeout: 5_000 }).toBe(before + 1);
    const { payload, protectedHeader } = await jwtVerify(
      client.tokens.at(-1) ?? '',
      createRemoteJWKSet(new URL(`${issuer()}/connect/jwk_uri`)),
      {
        issuer: issuer(),
        audience: client.clientId,
        typ: 'logout+jwt',
        requiredClaims: ['iat', 'exp', 'jti'],
      },
    );
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as {
      sub: string;
      sid: string;
    };
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      sub: claims.sub,
      sid: claims.sid,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(120);
    expect(payload).not.toHaveProperty('nonce');
    expect(client.contentTypes.at(-1)).toBe('application/x-www-form-urlencoded');
    expect(await client.silently(walker)).toBe('login_required');
  });
});
