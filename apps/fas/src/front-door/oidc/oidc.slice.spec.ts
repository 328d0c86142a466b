import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomToken } from '#libs/security';
import { hasRedis, testRedis, type TestRedis } from '#libs/testing';
import { SIGN_IN_COOKIE } from '../../sign-in-session/sign-in-cookie.js';
import {
  codeIn,
  redeem,
  SpecBrowser,
  specProvider,
  type Client,
  type SpecProvider,
} from './test-support/spec-provider.js';

const claimsOf = (token = '') =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}') as Record<
    string,
    unknown
  >;

/** Everything holds wherever codes and tokens live. */
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

  describe('a code', () => {
    it('OS-9 RF-21 that is redeemed fifty times at the same moment gives tokens once', async () => {
      const client = await fas.client();
      const browser = new SpecBrowser(fas, (await fas.signedIn()).cookie);
      const code = codeIn((await browser.authorize(client)).location);
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => redeem(fas, client, { code })));
      expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
      // On a machine with much to do some are sent away before anything is looked at.
      const lost = outcomes.filter(({ status }) => status !== 200 && status !== 503);
      expect(lost.every(({ error }) => error === 'invalid_grant')).toBe(true);
    });

    it('OS-9 that comes a second time takes the tokens of the first along', async () => {
      const client = await fas.client();
      const browser = new SpecBrowser(fas, (await fas.signedIn()).cookie);
      const code = codeIn((await browser.authorize(client)).location);
      const { access_token: token } = await redeem(fas, client, { code });
      const userinfo = () =>
        fetch(fas.at('/fas/oauth2/userinfo'), { headers: { authorization: `Bearer ${token}` } }).then(
          ({ status }) => status,
        );
      expect(await userinfo()).toBe(200);
      expect((await redeem(fas, client, { code })).error).toBe('invalid_grant');
      expect(await userinfo()).toBe(401);
    });

    it('of another client is refused, and stays good for its own', async () => {
      const [client, other] = [await fas.client(), await fas.client()];
      const browser = new SpecBrowser(fas, (await fas.signedIn()).cookie);
      const code = codeIn((await browser.authorize(client)).location);
      expect((await redeem(fas, other, { code })).error).toBe('invalid_grant');
      expect((await redeem(fas, client, { code })).status).toBe(200);
    });

    it.each([
      ['started without a challenge, redeemed with a verifier', false, true],
      ['started with a challenge, redeemed without a verifier', true, false],
      ['redeemed with another verifier', true, true],
    ])('OS-3 %s is refused', async (_, challenged, verifying) => {
      const client = await fas.client();
      const browser = new SpecBrowser(fas, (await fas.signedIn()).cookie);
      const challenge = createHash('sha256').update(randomToken()).digest('base64url');
      const pkce = challenged ? { code_challenge: challenge, code_challenge_method: 'S256' } : undefined;
      const code = codeIn((await browser.authorize(client, pkce)).location);
      expect(code).not.toBe('');
      const form = { code, ...(verifying && { code_verifier: randomToken(48) }) };
      expect((await redeem(fas, client, form)).error).toBe('invalid_grant');
    });

    it('of a session that ended meanwhile is refused', async () => {
      const client = await fas.client();
      const { cookie, uid } = await fas.signedIn();
      const code = codeIn((await new SpecBrowser(fas, cookie).authorize(client)).location);
      await fas.services.sessions.end(uid);
      expect((await redeem(fas, client, { code })).error).toBe('invalid_grant');
    });
  });

  describe('a session', () => {
    it('XS-15 opens many services at the same moment, and each can redeem its code', async () => {
      const clients = await Promise.all(Array.from({ length: 8 }, () => fas.client()));
      const { cookie } = await fas.signedIn();
      const tabs = clients.map(() => new SpecBrowser(fas, cookie));
      const answers = await Promise.all(
        clients.map(async (client, tab) => tabs[tab]?.authorize(client) ?? { location: '' }),
      );
      const tokens = await Promise.all(
        clients.map((client, tab) => redeem(fas, client, { code: codeIn(answers[tab]?.location ?? '') })),
      );
      expect(tokens.map(({ status }) => status)).toEqual(clients.map(() => 200));
    });

    it('7.2.4 whose cookie a proof renews while a request is under way keeps the new one only', async () => {
      const client = await fas.client('surname');
      const { cookie, uid, keyId, fedId } = await fas.signedIn();
      await fas.services.decisions.remember(fedId, client.application.id, ['surname']);
      const asked = fas.aps.waits();
      const slow = new SpecBrowser(fas, cookie);
      const answering = slow.authorize(client, { scope: 'openid profile' });
      await asked;
      const at = new Date().toISOString();
      const proven = await fas.services.sessions.addProof(uid, { key: 'totp', level: 400, at, keyId });
      fas.aps.goesOn();
      const { location, set } = await answering;
      expect(set.filter((line) => line.startsWith(`${SIGN_IN_COOKIE}=`))).toEqual([]);
      expect(await fas.services.sessions.findByCookie(cookie)).toBeUndefined();
      expect((await fas.services.sessions.findByCookie(proven?.cookie ?? ''))?.uid).toBe(uid);
      expect((await redeem(fas, client, { code: codeIn(location) })).status).toBe(200);
    });

    it('that is ended while a request is under way stays ended', async () => {
      const client = await fas.client('surname');
      const { cookie, uid } = await fas.signedIn();
      const asked = fas.aps.waits();
      const answering = new SpecBrowser(fas, cookie).authorize(client, { scope: 'openid profile' });
      await asked;
      await fas.services.sessions.end(uid);
      fas.aps.goesOn();
      await answering;
      expect(await fas.services.sessions.findByCookie(cookie)).toBeUndefined();
      expect(await fas.services.sessions.findByUid(uid)).toBeUndefined();
    });
  });

  describe('a journey', () => {
    /** The journey to which the browser was sent. */
    const journeyIn = (location: string) => location.split('/').at(-1) ?? '';

    /** A browser that proved a stronger key, and where it is sent for its answer. */
    async function steppedUp(client: Client) {
      const { cookie, uid, keyId } = await fas.signedIn('password', 200);
      const browser = new SpecBrowser(fas, cookie);
      const { location } = await browser.authorize(client, {
        acr_values: 'urn:be:fedict:iam:fas:Level400',
      });
      const at = new Date().toISOString();
      const proven = await fas.services.sessions.addProof(uid, { key: 'totp', level: 400, at, keyId });
      browser.cookies.set(SIGN_IN_COOKIE, proven?.cookie ?? '');
      const back = (await browser.get((await browser.get(location)).location)).location;
      return { browser, back, former: cookie };
    }

    it('7.2.4 ends with the cookie of its proof and the same session; the one before the proof is dead', async () => {
      const client = await fas.client();
      const { cookie, uid, fedId } = await fas.signedIn();
      const browser = new SpecBrowser(fas, cookie);
      const { location } = await browser.authorize(client, { prompt: 'login' });
      const journey = await fas.services.journeyStore.read(journeyIn(location));
      const session = await fas.services.sessions.findByUid(uid);
      expect([journey?.state, session?.fedId]).toEqual(['choosing', fedId]);
      const event = session?.events[0];
      if (journey === undefined || event === undefined) throw new Error('no journey or no proof');
      const proven = await fas.services.sessions.addProof(uid, { ...event, at: new Date().toISOString() });
      browser.cookies.set(SIGN_IN_COOKIE, proven?.cookie ?? '');
      const finish = await browser.get(location);
      expect(finish.location).toBe(`${new URL(location, 'http://localhost').pathname}/finish`);
      const resume = await browser.get((await browser.get(finish.location)).location);
      expect(browser.session).toBe(proven?.cookie);
      expect((await fas.services.sessions.findByCookie(browser.session))?.uid).toBe(uid);
      expect(await fas.services.sessions.findByCookie(cookie)).toBeUndefined();
      const tokens = await redeem(fas, client, { code: codeIn(resume.location) });
      expect(claimsOf(tokens.id_token)).toMatchObject({ acr: 'urn:be:fedict:iam:fas:Level400' });
    });

    it.each(['the key is revoked', 'the session is ended'])(
      'XS-21 gives no code when %s after the last page',
      async (what) => {
        const client = await fas.client();
        const { cookie, uid, keyId } = await fas.signedIn();
        const browser = new SpecBrowser(fas, cookie);
        const { location } = await browser.authorize(client, { prompt: 'login' });
        const at = new Date().toISOString();
        const proven = await fas.services.sessions.addProof(uid, { key: 'totp', level: 400, at, keyId });
        browser.cookies.set(SIGN_IN_COOKIE, proven?.cookie ?? '');
        const back = (await browser.get((await browser.get(location)).location)).location;
        expect(back).toContain('/authorize/');
        if (what === 'the session is ended') await fas.services.sessions.end(uid);
        else
          await fas.database.query(`update digital_keys.digital_key set state = 'revoked' where id = $1`, [
            keyId,
          ]);
        const answer = new URL((await browser.get(back)).location).searchParams;
        expect([answer.get('code'), answer.get('error')]).toEqual([null, 'login_required']);
      },
    );

    it('that was answered is answered once more to the browser that goes back to it, and to no other', async () => {
      const client = await fas.client();
      const { browser, back } = await steppedUp(client);
      expect(codeIn((await browser.get(back)).location)).not.toBe('');
      const again = await browser.get((await browser.get(back)).location);
      const answer = new URL(again.location).searchParams;
      expect([answer.get('state'), answer.get('code')]).toEqual(['s', expect.any(String)]);
      const tokens = await redeem(fas, client, { code: codeIn(again.location) });
      expect(claimsOf(tokens.id_token)).toMatchObject({ acr: 'urn:be:fedict:iam:fas:Level400' });
      const stranger = new SpecBrowser(fas, (await fas.signedIn()).cookie);
      expect((await stranger.get(back)).status).toBe(400);
    });

    it('RF-3 whose answer was lost with its cookies is answered once more', async () => {
      const { browser, back } = await steppedUp(await fas.client());
      const before = new Map(browser.cookies);
      await browser.get(back);
      browser.cookies.clear();
      for (const [name, value] of before) browser.cookies.set(name, value);
      const again = await browser.get((await browser.get(back)).location);
      expect([again.status, codeIn(again.location).length]).toEqual([303, 43]);
    });

    it('7.2.4 gives nothing to who brings the cookie from before its proof', async () => {
      const { browser, back, former } = await steppedUp(await fas.client());
      browser.cookies.set(SIGN_IN_COOKIE, former);
      const answer = await browser.get(back);
      const { searchParams } = new URL(answer.location);
      expect([searchParams.get('code'), searchParams.get('error')]).toEqual([null, 'login_required']);
      // In the place of the dead one comes another, of nobody.
      expect(browser.session).not.toBe(former);
      expect((await fas.services.sessions.findByCookie(browser.session))?.fedId).toBeUndefined();
    });

    it('XS-21 of a person who is blocked before the answer ends in a refusal', async () => {
      const client = await fas.client();
      const { cookie, uid, keyId, fedId } = await fas.signedIn();
      const browser = new SpecBrowser(fas, cookie);
      const { location } = await browser.authorize(client, { prompt: 'login' });
      const at = new Date().toISOString();
      const proven = await fas.services.sessions.addProof(uid, { key: 'totp', level: 400, at, keyId });
      browser.cookies.set(SIGN_IN_COOKIE, proven?.cookie ?? '');
      const finish = await browser.get(location);
      await fas.database.query(`update people.person set state = 'blocked' where fed_id = $1`, [fedId]);
      const resume = await browser.get((await browser.get(finish.location)).location);
      const answer = new URL(resume.location).searchParams;
      expect([answer.get('code'), answer.get('error'), answer.get('state')]).toEqual([
        null,
        'login_required',
        's',
      ]);
    });
  });

  it('after a sign-in no code, token, cookie or secret stands in any column in clear', async () => {
    const client = await fas.client('surname');
    const { cookie, fedId } = await fas.signedIn();
    await fas.services.decisions.remember(fedId, client.application.id, ['surname']);
    const browser = new SpecBrowser(fas, cookie);
    const code = codeIn((await browser.authorize(client, { scope: 'openid profile' })).location);
    const { access_token: token = '', id_token: idToken = '' } = await redeem(fas, client, { code });
    const own = { cookie: browser.session, secret: client.secret, value: 'value of surname' };
    const secrets = { code, token, idToken, ...own };
    expect(Object.values(secrets)).not.toContain('');
    const tables = await fas.database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables) {
      const rows = await fas.database.query<{ row: string }>(`select t::text as row from ${name} t`);
      const text = rows.map(({ row }) => row).join('\n');
      const clear = Object.entries(secrets).filter(([, secret]) => text.includes(secret));
      expect([name, clear.map(([what]) => what)]).toEqual([name, []]);
    }
  });
});
