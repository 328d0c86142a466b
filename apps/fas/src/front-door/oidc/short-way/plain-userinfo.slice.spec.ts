import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import {
  codeIn,
  redeem,
  SpecBrowser,
  specProvider,
  type Client,
  type SpecProvider,
} from '../test-support/spec-provider.js';

let fas: SpecProvider;
beforeAll(async () => {
  fas = await specProvider();
});
afterAll(() => fas.close());

/** A token of somebody who saw before what this client receives. */
async function tokenFor(client: Client) {
  const person = await fas.signedIn();
  await fas.services.decisions.remember(person.fedId, client.application.id, ['surname']);
  const browser = new SpecBrowser(fas, person.cookie);
  const { location } = await browser.authorize(client, { scope: 'openid profile' });
  return { ...person, token: (await redeem(fas, client, { code: codeIn(location) })).access_token ?? '' };
}

async function userinfo(token: string, init: RequestInit = {}) {
  const response = await fetch(fas.at('/fas/oauth2/userinfo'), {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
  });
  const { status, headers } = response;
  return {
    status,
    type: headers.get('content-type'),
    cache: headers.get('cache-control'),
    challenge: headers.get('www-authenticate'),
    body: await response.text(),
  };
}

/** The same question as a post goes through the provider's middleware. */
const theLongWay = { method: 'POST' };

const STANDING = { userinfoFormat: 'json' } as const;

describe('userinfo', () => {
  it('as JSON is the same by the short way and the long one', async () => {
    const { token, fedId } = await tokenFor(await fas.clientWith(STANDING, 'surname'));
    const short = await userinfo(token);
    const long = await userinfo(token, theLongWay);
    expect(short).toMatchObject({ status: 200, type: 'application/json; charset=utf-8', cache: 'no-store' });
    expect(short).toEqual(long);
    expect(JSON.parse(short.body)).toMatchObject({ surname: expect.any(String) as string });
    expect(short.body).not.toContain(fedId);
  });

  it('as a signed token is the same by both ways', async () => {
    const { token } = await tokenFor(await fas.clientWith({ userinfoFormat: 'jwt' }, 'surname'));
    const short = await userinfo(token);
    const long = await userinfo(token, theLongWay);
    expect([short.status, short.type]).toEqual([200, 'application/jwt; charset=utf-8']);
    expect(long.type).toBe(short.type);
    expect(decodeProtectedHeader(short.body)).toEqual(decodeProtectedHeader(long.body));
    const told = ({ body }: { readonly body: string }) => ({ ...decodeJwt(body), iat: 0 });
    expect(told(short)).toEqual(told(long));
    expect(told(short)).toMatchObject({ surname: expect.any(String) as string });
  });

  it.each([
    ['the session ended', ({ uid }: { uid: string }) => fas.services.sessions.end(uid)],
    [
      'the person was blocked',
      ({ fedId }: { fedId: string }) =>
        fas.database.query(`update people.person set state = 'blocked' where fed_id = $1`, [fedId]),
    ],
  ])('is refused by both ways when %s', async (_what, happens) => {
    const given = await tokenFor(await fas.clientWith(STANDING, 'surname'));
    await happens(given);
    const short = await userinfo(given.token);
    expect([short.status, (await userinfo(given.token, theLongWay)).status]).toEqual([401, 401]);
    expect(short.challenge).toContain('error="invalid_token"');
  });

  it('is refused as soon as the application is suspended', async () => {
    const client = await fas.clientWith(STANDING, 'surname');
    const { token } = await tokenFor(client);
    expect((await userinfo(token)).status).toBe(200);
    await fas.database.query(`update agencies.application set state = 'suspended' where id = $1`, [
      client.application.id,
    ]);
    await expect.poll(() => fas.services.parties.find(client.application.id)?.state).toBe('suspended');
    expect([(await userinfo(token)).status, (await userinfo(token, theLongWay)).status]).toEqual([401, 401]);
  });

  it.each([
    ['a page of another site', { headers: { origin: 'https://elsewhere.example' } }, 400],
    ['somebody with a proof for another token', { headers: { dpop: 'e30.e30.e30' } }, 400],
  ])('asked by %s goes the long way and is refused', async (_who, init, status) => {
    const { token } = await tokenFor(await fas.clientWith(STANDING, 'surname'));
    expect((await userinfo(token, init)).status).toBe(status);
  });

  it('is refused for what is no token, or no bearer', async () => {
    expect((await userinfo('x'.repeat(43))).status).toBe(401);
    expect((await userinfo('x', { headers: { authorization: 'Basic eDp5' } })).status).toBe(400);
  });
});
