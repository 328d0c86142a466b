import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LogoutClient } from '../support/logout-client.js';
import { PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import {
  answerOf,
  fasEndpoint,
  idOf,
  messageIn,
  SamlLogoutService,
  statusesOf,
} from '../support/saml-logout-service.js';
import { rows } from '../support/stack-database.js';

let archive: SamlLogoutService;
let museum: SamlLogoutService;
let registry: SamlLogoutService;
let permits: LogoutClient;
let taxes: LogoutClient;
beforeAll(async () => {
  archive = await SamlLogoutService.start('Archive of all', 'HTTP-Redirect');
  museum = await SamlLogoutService.start('Museum of all', 'HTTP-Redirect');
  registry = await SamlLogoutService.start('Registry of all', 'SOAP');
  permits = await LogoutClient.start('Permits of all');
  taxes = await LogoutClient.start('Taxes of all');
});
afterAll(async () => {
  await Promise.all([archive, museum, registry, permits, taxes].map((one) => one.stop()));
});

async function timed(work: Promise<Answer>): Promise<{ answer: Answer; milliseconds: number }> {
  const started = performance.now();
  return { answer: await work, milliseconds: performance.now() - started };
}

/** What happened after `count` tokens had come. */
const tokensOf = (client: LogoutClient, count: number) =>
  expect.poll(() => client.tokens.length, { timeout: 8_000 }).toBeGreaterThanOrEqual(count);

describe('one logout', () => {
  it('SL-5 that a SAML service starts reaches clients by logout tokens', async () => {
    const walker = new PageWalker();
    const told = await archive.signIn(walker);
    await permits.signIn(walker);
    const before = permits.tokens.length;
    const { answer, milliseconds } = await timed(walker.open(archive.redirect(archive.request(told))));
    expect(answerOf(answer)).toEqual(['Success']);
    expect(milliseconds).toBeLessThan(2_000);
    await tokensOf(permits, before + 1);
    expect(await permits.silently(walker)).toBe('login_required');
  });

  it('SL-5 that a client starts reaches SAML services, by SOAP at once', async () => {
    const walker = new PageWalker();
    await registry.signIn(walker);
    const idToken = await permits.signIn(walker);
    const before = registry.heard.length;
    const { answer, milliseconds } = await timed(walker.open(permits.signOutUrl(idToken)));
    expect(answer.location?.href).toBe(permits.signedOutUri);
    expect(milliseconds).toBeLessThan(2_000);
    await expect.poll(() => registry.heard.length, { timeout: 5_000 }).toBe(before + 1);
    expect(registry.heard.at(-1)).toMatch(/LogoutRequest.*<ds:SignatureValue>.*<samlp:SessionIndex>/s);
    await expect
      .poll(() => delivered(registry.entityId), { timeout: 5_000 })
      .toMatchObject({ state: 'confirmed', channel: 'back' });
  });

  it('SL-4 leads the browser past services of the front channel, as the person wants it', async () => {
    const walker = new PageWalker();
    const told = await archive.signIn(walker);
    await museum.signIn(walker);
    const question = await walker.open(archive.redirect(archive.request(told)));
    expect(titleOf(question)).toBe('Do you want to sign out everywhere?');
    expect(question.body).toContain('Museum of all');
    const visit = await walker.open(`${question.url.href}/everywhere`);
    expect(visit.location?.href.startsWith(museum.sloAddress)).toBe(true);
    const asked = messageIn(visit.location, 'SAMLRequest');
    expect(await archive.isSignedIn(walker)).toBe(false);
    const back = await walker.open(museum.redirect(museum.response(idOf(asked))));
    expect(back.location?.href.startsWith(archive.sloAddress)).toBe(true);
    expect(answerOf(back)).toEqual(['Success']);
  });

  it('SL-4 survives a dead service: PartialLogout within two seconds, and a page that names it', async () => {
    const dead = await SamlLogoutService.start('Dead service', 'HTTP-Redirect');
    const walker = new PageWalker();
    const told = await archive.signIn(walker);
    await dead.signIn(walker);
    await dead.stop();
    const question = await walker.open(archive.redirect(archive.request(told)));
    const { answer: page, milliseconds } = await timed(walker.open(`${question.url.href}/everywhere`));
    expect(milliseconds).toBeLessThan(2_000);
    expect(titleOf(page)).toBe('You are not yet signed out everywhere');
    expect(page.body).toMatch(/Dead service.*sign out here yourself/s);
    const back = await walker.open(`${page.url.href}/return`);
    expect(answerOf(back)).toEqual(['Success', 'PartialLogout']);
  });

  it('SL-4 goes on without a service that keeps the browser', async () => {
    const walker = new PageWalker();
    const told = await archive.signIn(walker);
    await museum.signIn(walker);
    const question = await walker.open(archive.redirect(archive.request(told)));
    await walker.open(`${question.url.href}/everywhere`);
    const progress = await walker.open(question.url);
    expect(titleOf(progress)).toBe('Almost done: you are being signed out');
    expect(progress.body).toContain('Museum of all has not answered yet');
    const done = await walker.open(`${question.url.href}/next`);
    expect(titleOf(done)).toBe('You are not yet signed out everywhere');
  });

  it('SL-4 by SOAP says PartialLogout when a service only hears by the browser', async () => {
    const walker = new PageWalker();
    const told = await archive.signIn(walker);
    await museum.signIn(walker);
    const { body } = await archive.soap(
      archive.signed(archive.request(told, { destination: fasEndpoint('Soap') })),
    );
    expect(statusesOf(body)).toEqual(['Success', 'PartialLogout']);
    expect(await archive.isSignedIn(walker)).toBe(false);
  });

  it('SL-6 the person leaves one service only: the session goes on, without it', async () => {
    const walker = new PageWalker();
    const told = await archive.signIn(walker);
    await museum.signIn(walker);
    const question = await walker.open(archive.redirect(archive.request(told)));
    const back = await walker.open(`${question.url.href}/only`);
    expect(answerOf(back)).toEqual(['Success', 'PartialLogout']);
    expect(await museum.isSignedIn(walker)).toBe(true);
    const asked = await walker.open(`${question.url.href}/everywhere`);
    expect([asked.status, asked.location]).toEqual([404, undefined]);
  });

  it.each(['error', 'hang'] as const)(
    'a client that answers with %s holds nobody up, and hears again with the same jti',
    async (mode) => {
      const client = await LogoutClient.start(`Client with ${mode}`);
      const walker = new PageWalker();
      await client.signIn(walker);
      const idToken = await taxes.signIn(walker);
      const before = taxes.tokens.length;
      client.mode = mode;
      const { answer, milliseconds } = await timed(walker.open(taxes.signOutUrl(idToken)));
      expect(answer.location?.href).toBe(taxes.signedOutUri);
      expect(milliseconds).toBeLessThan(2_000);
      await tokensOf(taxes, before + 1);
      await tokensOf(client, 1);
      client.mode = 'confirm';
      await tokensOf(client, 2);
      const [first, second] = client.heard;
      expect(second?.claims.jti).toBe(first?.claims.jti);
      await client.stop();
    },
  );

  it.each<[string, string]>([
    ['session that is ended elsewhere', `update fas.sign_in_session set ended_at = now() where uid = $1`],
    [
      'key that is revoked',
      `update digital_keys.digital_key k set state = 'suspended' from fas.sign_in_session s
        where s.uid = $1 and k.fed_id = s.fed_id and k.id::text = s.events->0->>'keyId'`,
    ],
    [
      'account that is blocked',
      `update people.person p set state = 'blocked' from fas.sign_in_session s where s.uid = $1 and p.fed_id = s.fed_id`,
    ],
  ])('SL-7 a %s sends the same logout tokens', async (_, statement) => {
    const walker = new PageWalker();
    await permits.signIn(walker, 'tijs-terugweg');
    const told = await registry.signIn(walker);
    const [session] = await rows<{ uid: string; fed_id: string }>(
      `select uid, fed_id from fas.sign_in_session where participants @> jsonb_build_array(jsonb_build_object('index', $1::text))`,
      [told.sessionIndex],
    );
    const [tokens, requests] = [permits.tokens.length, registry.heard.length];
    await rows(statement, [session?.uid]);
    await tokensOf(permits, tokens + 1);
    await expect.poll(() => registry.heard.length, { timeout: 5_000 }).toBe(requests + 1);
    await rows(`update digital_keys.digital_key set state = 'active' where fed_id = $1`, [session?.fed_id]);
    await rows(`update people.person set state = 'active' where fed_id = $1`, [session?.fed_id]);
    expect(await permits.silently(walker)).toBe('login_required');
  });

  it('XS-10 on our own page needs our own form', async () => {
    const walker = new PageWalker();
    await permits.signIn(walker);
    expect((await walker.post('/fas/sign-out', { logout: 'yes' })).status).toBe(403);
    expect(await permits.silently(walker)).toBe('code');
    const page = await walker.open('/fas/sign-out');
    expect(page.body).toContain('Permits of all');
    const done = await walker.submit(page, { logout: 'yes' });
    expect(titleOf(done)).toBe('You are signed out');
    expect(done.body).toContain('Permits of all');
    expect(await permits.silently(walker)).toBe('login_required');
  });
});

async function delivered(audience: string): Promise<unknown> {
  const [row] = await rows(
    `select state, channel from single_logout.delivery where details->>'audience' = $1 order by created_at desc limit 1`,
    [audience],
  );
  return row;
}
