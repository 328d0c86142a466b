import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OidcSettings } from '#libs/agencies';
import { hasRedis, testRedis, type TestRedis } from '#libs/testing';
import {
  codeIn,
  redeem,
  SpecBrowser,
  specProvider,
  type Client,
  type SpecProvider,
} from '../test-support/spec-provider.js';

const PASSWORD = 'kettle-meadow-lantern-52';
const verifier = randomBytes(32).toString('base64url');
const PKCE = {
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

/** What the provider knows and changes nothing makes a request more than the plain one. */
const LONG = { response_mode: 'query' };
const SHORT = {};

/** Their order and case say nothing (RFC 6265 section 5.2). */
const attributesOf = (line: string) => line.toLowerCase().split('; ').toSorted();

describe.each(['PostgreSQL', ...(hasRedis ? ['Redis'] : [])])('with codes and tokens in %s', (store) => {
  let fas: SpecProvider;
  let redis: TestRedis | undefined;
  beforeAll(async () => {
    redis = store === 'Redis' ? await testRedis() : undefined;
    fas = await specProvider(redis?.url);
  });
  afterAll(async () => {
    await fas.close();
    await redis?.stop();
  });

  /** Signs somebody in with a password, up to where the browser is sent for its answer. */
  async function proven(client: Client, asked: Readonly<Record<string, string>> = {}) {
    const person = await fas.withPassword(PASSWORD);
    const browser = new SpecBrowser(fas);
    const { location: journey } = await browser.authorize(client, { ...PKCE, ...asked });
    const { username, password } = person;
    const { location } = await browser.type(`${journey}/password`, { username, password });
    return { ...person, browser, location, journey: journey.split('/').at(-1) ?? '' };
  }

  const sessionOf = async (fedId: string) => {
    const [row] = await fas.database.query<{ oidc: object; cookie: string; ended: boolean }>(
      'select oidc, cookie, ended_at is not null as ended from fas.sign_in_session where fed_id = $1',
      [fedId],
    );
    return row;
  };
  const stateOf = async (journey: string) => {
    const [row] = await fas.database.query<{ state: string }>('select state from fas.journey where id = $1', [
      journey,
    ]);
    return row?.state;
  };
  const answerOf = async (fedId: string) => {
    const [row] = await fas.database.query(
      `select application, client_id, scope, class_reference, amr from fas.oidc_answer where fed_id = $1`,
      [fedId],
    );
    return row;
  };

  /** All that can be seen of a return, but what is another each time. */
  async function seen(client: Client, asked: Readonly<Record<string, string>>) {
    const { browser, location, fedId, journey } = await proven(client, asked);
    const answer = await browser.get(location);
    const url = new URL(answer.location);
    const { id_token: idToken, ...tokens } = await redeem(fas, client, {
      code: codeIn(answer.location),
      code_verifier: verifier,
    });
    const { iat, exp, sub, auth_time, sid, at_hash, ...claims } = decodeJwt(String(idToken));
    const known = JSON.stringify((await sessionOf(fedId))?.oidc);
    return {
      status: answer.status,
      to: [url.origin, url.pathname, [...url.searchParams.keys()]],
      set: answer.set.map((line) => attributesOf(line.replaceAll(journey, 'JOURNEY'))),
      tokens: { ...tokens, access_token: tokens.access_token?.length },
      claims,
      life: Number(exp) - Number(iat),
      told: [typeof sub, typeof auth_time, typeof sid, typeof at_hash],
      known: known.replaceAll(/"(sid|grantId)":"[^"]+"/g, '"$1"'),
      sameName: sid === undefined || known.includes(String(sid)),
      state: await stateOf(journey),
      answer: await answerOf(fedId),
      completed: (await fas.recorded({ name: 'SignInCompleted', subject: fedId })).map(
        ({ data: { journey: _journey, ...data } }) => data,
      ),
    };
  }

  it.each<[string, Partial<OidcSettings>, Readonly<Record<string, string>>]>([
    ['with PKCE', {}, {}],
    ['with a nonce, for a level', {}, { nonce: 'n-1', acr_values: 'urn:be:fedict:iam:fas:Level100' }],
    [
      'of a client that hears of the end of sessions',
      { backchannelLogoutUri: 'https://service.example/out' },
      {},
    ],
    ['for more scopes, in a language', {}, { scope: 'profile openid profile', ui_locales: 'fr' }],
  ])(
    'a return from the journey %s is answered the same by the short way and the long one',
    async (_what, settings, asked) => {
      const client = await fas.clientWith(settings);
      const [short, long] = [
        await seen(client, { ...asked, ...SHORT }),
        await seen(client, { ...asked, ...LONG }),
      ];
      expect(short).toEqual(long);
      expect(short).toMatchObject({
        status: 303,
        state: 'answered',
        sameName: true,
        tokens: { status: 200 },
      });
    },
  );

  /** All that can be seen of the beginning of a journey, but what is another each time. */
  async function begun(client: Client, asked: Readonly<Record<string, string>>) {
    const browser = new SpecBrowser(fas);
    const { status, location, set } = await browser.authorize(client, { ...PKCE, ...asked });
    const id = location.split('/').at(-1) ?? '';
    const [row] = await fas.database.query<{ protocol_state: { interaction: Record<string, unknown> } }>(
      `select state, application, request, protocol_state, expires_at - created_at as life from fas.journey where id = $1`,
      [id],
    );
    const { iat, exp, jti, cid, params, ...interaction } = row?.protocol_state.interaction ?? {};
    const [record] = (
      await fas.recorded({ name: 'SignInStarted', application: client.application.id })
    ).slice(-1);
    return {
      status,
      location: location.replace(id, 'JOURNEY'),
      id: [id.length >= 43, jti === id, typeof cid],
      set: set
        .filter((line) => !line.startsWith('csam-login='))
        .map((line) =>
          attributesOf(line.replaceAll(id, 'JOURNEY').replace(/^csam-browser=[^;]+/, 'csam-browser')).map(
            (one) => one.replace(/^expires=.*/, 'expires'),
          ),
        )
        .toSorted(),
      row: { ...row, protocol_state: undefined },
      interaction: { ...interaction, returnTo: String(interaction['returnTo']).replace(id, 'JOURNEY') },
      life: Number(exp) - Number(iat),
      params: { ...(params as object), response_mode: undefined },
      record: { ...record?.data, journey: record?.data['journey'] === id },
    };
  }

  it.each<[string, Readonly<Record<string, string>>]>([
    ['with PKCE', {}],
    ['with a nonce, for a level', { nonce: 'n-1', acr_values: 'urn:be:fedict:iam:fas:Level400' }],
    ['for more scopes, in a language', { scope: 'profile openid profile', ui_locales: 'fr en' }],
  ])('a request %s sends for the person the same by the short way and the long one', async (_what, asked) => {
    const client = await fas.clientWith({});
    const [short, long] = [
      await begun(client, { ...asked, ...SHORT }),
      await begun(client, { ...asked, ...LONG }),
    ];
    expect(short).toEqual(long);
    expect(short).toMatchObject({ status: 303, location: '/fas/sign-in/JOURNEY', record: { journey: true } });
  });

  it('what the short way began the long way ends', async () => {
    const client = await fas.clientWith({});
    const { browser, location, journey } = await proven(client);
    await fas.database.query(
      `update fas.journey set protocol_state = jsonb_set(protocol_state, '{interaction,params,response_mode}', '"query"')
        where id = $1`,
      [journey],
    );
    const { location: to } = await browser.get(location);
    expect((await redeem(fas, client, { code: codeIn(to), code_verifier: verifier })).status).toBe(200);
    expect(await stateOf(journey)).toBe('answered');
  });

  it('a value that cannot be kept is refused by either', async () => {
    const client = await fas.clientWith({});
    for (const way of [SHORT, LONG]) {
      const { location } = await new SpecBrowser(fas).authorize(client, { ...PKCE, nonce: 'a\0b', ...way });
      expect(new URL(location).searchParams.get('error')).toBe('invalid_request');
    }
  });

  it('the browser is signed in afterwards, and the client knows its session', async () => {
    const client = await fas.clientWith({});
    const { browser, location, fedId } = await proven(client);
    await browser.get(location);
    const before = await sessionOf(fedId);
    const again = await browser.authorize(client, PKCE);
    expect(codeIn(again.location)).not.toBe('');
    expect(await sessionOf(fedId)).toEqual(before);
  });

  describe.each([
    ['the short way', SHORT],
    ['the long way', LONG],
  ])('by %s', (_way, way) => {
    it('another browser gets nothing, and the right one still does', async () => {
      const client = await fas.clientWith({});
      const { browser, location } = await proven(client, way);
      const thief = new SpecBrowser(fas, browser.session);
      expect((await thief.get(location)).location).not.toContain('code=');
      expect(codeIn((await browser.get(location)).location)).not.toBe('');
    });

    it('a journey without its session gets nothing', async () => {
      const client = await fas.clientWith({});
      const { browser, location, fedId } = await proven(client, way);
      await fas.services.sessions.endAllOf(fedId as never);
      expect((await browser.get(location)).location).not.toContain('code=');
    });

    it('a key that was put on hold meanwhile opens nothing', async () => {
      const client = await fas.clientWith({});
      const { browser, location, keyId } = await proven(client, way);
      await fas.database.query(`update digital_keys.digital_key set state = 'suspended' where id = $1`, [
        keyId,
      ]);
      const { location: to } = await browser.get(location);
      expect(to).not.toContain('code=');
    });

    it('of many that come at the same moment one is answered, the others are answered again from the session', async () => {
      const client = await fas.clientWith({});
      const { browser, location, journey } = await proven(client, way);
      const answers = await Promise.all(Array.from({ length: 5 }, () => browser.get(location)));
      expect(answers.filter(({ location: to }) => to.includes('code=')).length).toBeGreaterThan(0);
      expect(await stateOf(journey)).toBe('answered');
    });
  });

  it('of many that come at the same moment the short way answers one', async () => {
    const client = await fas.clientWith({});
    const { browser, location } = await proven(client);
    const cookies = new Map(browser.cookies);
    const copies = Array.from({ length: 6 }, () => {
      const copy = new SpecBrowser(fas);
      for (const [name, value] of cookies) copy.cookies.set(name, value);
      return copy;
    });
    const answers = await Promise.all(copies.map((copy) => copy.get(location)));
    const codes = answers.filter(({ location: to }) => to.includes('code='));
    expect(codes).toHaveLength(1);
    for (const { location: to } of answers)
      expect(to.includes('code=') || to.includes('/fas/oauth2/authorize?')).toBe(true);
  });

  it('that cannot be kept is not answered, and can be afterwards', async () => {
    const client = await fas.clientWith({});
    const { browser, location, journey } = await proven(client);
    await fas.database.query('revoke insert on fas.oidc_answer from csam_fas');
    expect((await browser.get(location)).location).not.toContain('code=');
    await fas.database.query('grant insert on fas.oidc_answer to csam_fas');
    expect(await stateOf(journey)).toBe('finished');
    expect(codeIn((await browser.get(location)).location)).not.toBe('');
  });
});
