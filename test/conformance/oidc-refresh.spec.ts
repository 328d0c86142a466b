import { beforeAll, describe, expect, it } from 'vitest';
import { issuer, returned, type JsonAnswer } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { whileBlocked } from '../support/person-state.js';
import { proveKey } from '../support/sign-in.js';
import { SigningClient, throughPages } from '../support/signing-client.js';
import { recordedEvents, rows } from '../support/stack-database.js';

// Refresh tokens: `oidcc-refresh-token` of the OpenID Foundation, RFC 9700 section 4.14 (OS-9) and OG-8.

const PERSON = 'dieter-dosenbrot';
const STANDARD = { profile: 'standard', requirePushedRequests: true } as const;

/** A confidential client with a key, and a public one. */
let service: SigningClient;
let app: SigningClient;
let stranger: SigningClient;
let walker: PageWalker;
beforeAll(async () => {
  service = await SigningClient.register(STANDARD);
  stranger = await SigningClient.register(STANDARD);
  app = await SigningClient.register({
    ...STANDARD,
    tokenEndpointAuthMethod: 'none',
    jwks: undefined,
  });
  walker = new PageWalker();
  await service.comeBack(walker, {}, { who: PERSON });
});

const authOf = async (client: SigningClient) =>
  client === app ? { client_id: client.clientId } : client.assertion();

/** A sign-in with offline access; the page that tells what that means is there each time. */
async function offline(client: SigningClient, visitor = walker) {
  const auth = await authOf(client);
  const wishes = { scope: 'openid offline_access', prompt: 'consent' };
  const { uri, verifier } = await client.push(wishes, { auth });
  let page = await visitor.open(client.authorizeUrl(uri));
  if (!page.url.pathname.endsWith('/information')) page = await proveKey(visitor, page, PERSON);
  expect(page.url.pathname).toMatch(/\/information$/);
  const back = await visitor.submit(page, { decision: 'continue' });
  const code = returned(back)['code'] ?? '';
  const answer = await client.redeem({ code, verifier }, { auth: await authOf(client), proof: null });
  expect([answer.status, answer.body['error_description']]).toEqual([200, undefined]);
  return tokensIn(answer);
}

const tokensIn = ({ body }: JsonAnswer) => ({
  access: String(body['access_token']),
  refresh: String(body['refresh_token']),
  id: String(body['id_token']),
});

async function refresh(client: SigningClient, token: string): Promise<JsonAnswer> {
  const fields = { grant_type: 'refresh_token', refresh_token: token };
  return client.token(fields, { auth: await authOf(client), proof: null });
}

const isAlive = async (access: string) =>
  (await fetch(`${issuer()}/userinfo`, { headers: { authorization: `Bearer ${access}` } })).status === 200;

const claimsOf = (jwt: string) =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('oidcc-refresh-token', () => {
  it('is given for offline access, brings new tokens of the same sign-in, and is replaced', async () => {
    const first = await offline(service);
    const answer = await refresh(service, first.refresh);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const second = tokensIn(answer);
    expect(second.refresh).not.toBe(first.refresh);
    expect(await isAlive(second.access)).toBe(true);
    const [before, after] = [claimsOf(first.id), claimsOf(second.id)];
    for (const claim of ['sub', 'iss', 'aud', 'acr', 'amr', 'auth_time'])
      expect(after[claim]).toEqual(before[claim]);
  });

  it('is refused to another client, and stays good for its own', async () => {
    const { refresh: token } = await offline(service);
    const answer = await refresh(stranger, token);
    expect([answer.status, answer.body['error']]).toEqual([400, 'invalid_grant']);
    expect(await recordedEvents(answer.headers.get('x-request-reference'))).toMatchObject([
      { name: 'OidcRequestRejected', data: { endpoint: 'grant', error: 'invalid_grant' } },
    ]);
    expect((await refresh(service, token)).status).toBe(200);
  });

  it('brings no more than was granted', async () => {
    const { refresh: token } = await offline(service);
    const fields = { grant_type: 'refresh_token', refresh_token: token, scope: 'openid profile' };
    const answer = await service.token(fields, { proof: null });
    expect(answer.body['error']).toBe('invalid_scope');
  });

  it('is not given without prompt=consent, nor to a client that is not registered for it', async () => {
    const without = await service.redeem(await service.comeBack(walker, { scope: 'openid offline_access' }), {
      proof: null,
    });
    expect([without.status, without.body['refresh_token']]).toEqual([200, undefined]);
    const plain = await SigningClient.register({ ...STANDARD, scopes: ['openid'] });
    const wishes = { scope: 'openid offline_access', prompt: 'consent' };
    const answer = await plain.redeem(await plain.comeBack(walker, wishes), { proof: null });
    expect([answer.status, answer.body['refresh_token']]).toEqual([200, undefined]);
  });

  it('survives the session, and ends with the agreement', async () => {
    const visitor = new PageWalker();
    const { refresh: token, access, id } = await offline(service, visitor);
    await rows(
      `update fas.sign_in_session set ended_at = now() where uid in (select session_uid from fas.oidc_answer where key_id is not null)`,
    );
    expect(await isAlive(access)).toBe(true);
    const next = tokensIn(await refresh(service, token));
    expect(claimsOf(next.id)['sub']).toBe(claimsOf(id)['sub']);
    await rows(`delete from fas.release_decision where application in (
      select id from agencies.application where oidc->>'clientId' = '${service.clientId}')`);
    expect((await refresh(service, next.refresh)).body['error']).toBe('invalid_grant');
    expect(await isAlive(next.access)).toBe(false);
    walker = new PageWalker();
    await throughPages(walker, await walker.open(service.authorizeUrl((await service.push()).uri)), PERSON);
  });
});

describe('OS-9 a refresh token that is used twice', () => {
  it.each([
    ['a public client', () => app],
    ['a confidential client', () => service],
  ])('of %s ends the whole family', async (_, client) => {
    const first = await offline(client());
    const second = tokensIn(await refresh(client(), first.refresh));
    expect((await refresh(client(), first.refresh)).body['error']).toBe('invalid_grant');
    expect((await refresh(client(), second.refresh)).body['error']).toBe('invalid_grant');
    expect([await isAlive(first.access), await isAlive(second.access)]).toEqual([false, false]);
  });

  it('fifty times at the same moment succeeds once, and is worth nothing afterwards', async () => {
    const first = await offline(app);
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(app, first.refresh)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 400)).toBe(true);
    for (const winner of won) {
      expect((await refresh(app, tokensIn(winner).refresh)).body['error']).toBe('invalid_grant');
      expect(await isAlive(tokensIn(winner).access)).toBe(false);
    }
  });
});

describe('OG-8 between token and refresh', () => {
  it('a person who is blocked is refused, everywhere', async () => {
    const { refresh: token, access } = await offline(service);
    await whileBlocked(PERSON, async () => {
      expect((await refresh(service, token)).body['error']).toBe('invalid_grant');
      expect(await isAlive(access)).toBe(false);
      const told = await service.send('/introspect', { token: access, ...(await service.assertion()) });
      expect(told.body).toEqual({ active: false });
    });
    expect(await isAlive(access)).toBe(true);
  });

  it('a key that is stopped takes its tokens along', async () => {
    const { refresh: token, access } = await offline(service);
    const [{ key } = { key: '' }] = await rows<{ key: string }>(
      `select key_id as key from fas.oidc_answer where key_id is not null order by created_at desc limit 1`,
    );
    const setState = (state: string) =>
      rows(`update digital_keys.digital_key set state = '${state}' where id = '${key}'`);
    await setState('revoked');
    try {
      expect((await refresh(service, token)).body['error']).toBe('invalid_grant');
      expect(await isAlive(access)).toBe(false);
    } finally {
      await setState('active');
    }
  });

  it('revocation of the refresh token by its owner ends its access tokens, by another nothing', async () => {
    const { refresh: token, access } = await offline(service);
    const revoke = async (client: SigningClient) =>
      client.send('/token/revoke', { token, ...(await client.assertion()) });
    expect((await revoke(stranger)).status).toBe(200);
    expect(await isAlive(access)).toBe(true);
    expect((await revoke(service)).status).toBe(200);
    expect(await isAlive(access)).toBe(false);
    expect((await refresh(service, token)).body['error']).toBe('invalid_grant');
  });
});
