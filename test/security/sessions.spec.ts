import { beforeAll, describe, expect, it } from 'vitest';
import { claimsOf, issuer, OidcRelyingParty, returned } from '../support/oidc-relying-party.js';
import { linksOf, PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { whileBlocked } from '../support/person-state.js';
import { goOn, keyAddress, proveKey, signIn } from '../support/sign-in.js';
import { auditEvents, rows } from '../support/stack-database.js';

const SESSION = 'csam-session';
const BROWSER = 'csam-browser';

let permits: OidcRelyingParty;
let tax: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  tax = await OidcRelyingParty.of('tax');
});

async function begun(service = permits, walker = new PageWalker()) {
  const login = await service.begin();
  return { walker, login, page: await walker.open(login.url) };
}

async function signedIn(id = 'bram-boterkoek', key: 'password' | 'totp' = 'password') {
  const { walker, login, page } = await begun();
  const back = await signIn(walker, page, id, key);
  return { walker, login, back, choice: page };
}

const silently = async (walker: PageWalker, service = permits) =>
  returned(await walker.open((await service.begin({ prompt: 'none' })).url));

const idOf = ({ url }: Answer): string => url.pathname.split('/')[3] ?? '';

/** A page that explains, leads back to the service, and is in the record once. */
async function expectTurnedAway(answer: Answer, status: number, reason: string): Promise<void> {
  expect([answer.status, answer.location]).toEqual([status, undefined]);
  expect(titleOf(answer)).toMatch(/\w/);
  expect(await auditEvents(answer.headers.get('x-request-reference'))).toMatchObject([
    { name: 'JourneyTurnedAway', data: { reason } },
  ]);
}

describe('XS-9 fixation', () => {
  it('a cookie that was planted before the sign-in is worth nothing after it', async () => {
    const attackers = new PageWalker();
    await attackers.open(`${issuer()}/connect/endSession`);
    const real = attackers.cookie(SESSION) ?? '';
    expect(real).not.toBe('');
    for (const planted of ['A'.repeat(43), 'x', real]) {
      const walker = new PageWalker();
      walker.setCookie(SESSION, planted);
      const { page } = await begun(permits, walker);
      await signIn(walker, page, 'chantal-chicon');
      expect(walker.cookie(SESSION)).not.toBe(planted);
      const attacker = new PageWalker();
      attacker.setCookie(SESSION, planted);
      const [mine, theirs] = [await silently(walker), await silently(attacker)];
      expect([mine['code'] !== undefined, theirs['error']]).toEqual([true, 'login_required']);
    }
  });

  it('7.2.4 a sign-in and a step up each give a new cookie, and the old one is dead', async () => {
    const { walker } = await signedIn('an-appelmoes');
    const first = walker.cookie(SESSION) ?? '';
    const { page } = await begun(tax, walker);
    await signIn(walker, page, 'an-appelmoes', 'totp');
    expect(walker.cookie(SESSION)).not.toBe(first);
    const thief = new PageWalker();
    thief.setCookie(SESSION, first);
    expect((await silently(thief))['error']).toBe('login_required');
    expect((await silently(walker, tax))['code']).toBeDefined();
  });

  it('LN-20 the table keeps no cookie that could be used', async () => {
    const { walker } = await signedIn();
    const cookies = walker.cookies.map(({ value }) => value).filter((value) => value.length > 20);
    const found = await rows<{ text: string }>(
      `select s::text as text from fas.sign_in_session s union all select j::text from fas.journey j`,
    );
    const text = found.map((row) => row.text).join('\n');
    const session = walker.cookie(SESSION) ?? '';
    expect([
      cookies.includes(session),
      text.includes(session),
      text.includes(walker.cookie(BROWSER) ?? ''),
    ]).toEqual([true, false, false]);
  });
});

describe('another browser', () => {
  it('cannot go on with a sign-in, nor end it, nor take its answer', async () => {
    const { walker, page } = await begun();
    const other = new PageWalker();
    await other.open('/fas/');
    for (const path of ['', '/password', '/information', '/finish']) {
      await expectTurnedAway(await other.open(page.url.pathname + path), 403, 'other-browser');
    }
    const { page: own } = await begun(permits, other);
    const stolen = linksOf(own).length > 0 ? page.url.pathname : '';
    const { _csrf = '' } = Object.fromEntries(new URLSearchParams(`_csrf=${tokenIn(own)}`));
    for (const path of ['/password', '/cancel', '/information']) {
      const answer = await other.post(stolen + path, {
        _csrf,
        username: 'x',
        password: 'x',
        decision: 'cancel',
      });
      expect(answer.status).toBe(403);
    }
    expect((await walker.open(page.url)).status).toBe(200);
  });

  it('cannot pick up the answer of a sign-in that another finished', async () => {
    const { walker, page } = await begun();
    const proven = await proveKey(walker, page, 'bram-boterkoek');
    const back = await goOn(walker, proven);
    const resume = new URL(back.url);
    const thief = new PageWalker();
    const answer = await thief.send(resume);
    expect([answer.status, returned(answer)['code']]).toEqual([400, undefined]);
    thief.setCookie('csam-resume', idOf(page), resume.pathname);
    expect(returned(await thief.send(resume))['code']).toBeUndefined();
  });

  it('a link into somebody else’s sign-in does not sign the victim in there', async () => {
    const { page: attackers } = await begun();
    const { walker: victim } = await signedIn('chantal-chicon');
    await expectTurnedAway(await victim.open(attackers.url), 403, 'other-browser');
  });
});

describe('a sign-in that is over', () => {
  it('finished, it is told so, with the way back to the service', async () => {
    const { walker, choice } = await signedIn();
    const again = await walker.open(choice.url);
    await expectTurnedAway(again, 410, 'finished');
    expect(linksOf(again).map(({ origin }) => origin)).toContain(new URL(permits.redirectUri).origin);
  });

  it('expired, it is told so, and nothing typed there counts', async () => {
    const { walker, page } = await begun();
    const key = await walker.open(keyAddress(page, 'password'));
    await rows(`update fas.journey set expires_at = now() - interval '1 second' where id = $1`, [idOf(page)]);
    await expectTurnedAway(await walker.open(page.url), 410, 'expired');
    const late = await walker.submitOnly(key, { username: 'bram.boterkoek', password: 'x' });
    await expectTurnedAway(late, 410, 'expired');
  });

  it('unknown, it is told so', async () => {
    await expectTurnedAway(await new PageWalker().open('/fas/sign-in/never-was'), 404, 'unknown');
  });

  it('cancelled, it cannot be taken up again', async () => {
    const { walker, page, login } = await begun();
    const answer = await walker.submit(page);
    expect(returned(answer)).toMatchObject({ error: 'access_denied', state: login.state });
    const again = await walker.open(`${page.url.pathname}/password`);
    expect(again.status).not.toBe(200);
  });
});

describe('a session that is over', () => {
  it('8.3.2 when the person is blocked: no answer any more, and no way in', async () => {
    const { walker } = await signedIn('eline-eekhoorn');
    await whileBlocked('eline-eekhoorn', async () => {
      expect((await silently(walker))['code']).toBeUndefined();
      const fresh = await begun();
      const refused = await proveKey(fresh.walker, fresh.page, 'eline-eekhoorn');
      expect([refused.status, refused.location]).toEqual([422, undefined]);
    });
  });

  it('7.4.1 when it was ended by whoever has the right', async () => {
    const { walker } = await signedIn();
    await rows(
      `update fas.sign_in_session set ended_at = now()
        where uid = (select uid from fas.sign_in_session where fed_id is not null order by created_at desc limit 1)`,
    );
    expect((await silently(walker))['error']).toBe('login_required');
  });

  it('7.3.1 LN-19 when nothing was done for too long, and when it grew too old', async () => {
    for (const change of [
      `last_used_at = now() - interval '31 minutes'`,
      `expires_at = now() - interval '1 second'`,
    ]) {
      const { walker } = await signedIn();
      await rows(
        `update fas.sign_in_session set ${change}
          where uid = (select uid from fas.sign_in_session where fed_id is not null order by created_at desc limit 1)`,
      );
      expect((await silently(walker))['error']).toBe('login_required');
    }
  });
});

describe('many requests of one browser at once', () => {
  it('all get their own answer', async () => {
    const { walker } = await signedIn();
    const logins = await Promise.all(Array.from({ length: 6 }, () => permits.begin()));
    const backs = await Promise.all(logins.map(({ url }) => walker.copy().open(url)));
    expect(backs.map((back) => returned(back)['state'])).toEqual(logins.map(({ state }) => state));
    const tokens = await Promise.all(logins.map((login, at) => permits.finish(login, backs[at] ?? fail())));
    expect(new Set(tokens.map((one) => claimsOf(one).sub)).size).toBe(1);
  });
});

const tokenIn = ({ body }: Answer): string => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

function fail(): never {
  throw new Error('an answer is missing');
}
