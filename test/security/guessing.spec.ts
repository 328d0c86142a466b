import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OidcRelyingParty } from '../support/oidc-relying-party.js';
import { formOf, PageWalker, type Answer } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { whileBlocked } from '../support/person-state.js';
import { keyAddress, type ProvenKey } from '../support/sign-in.js';
import { auditEvents, rows } from '../support/stack-database.js';

/** Has a password and an app, and is nobody else's person in these specs. */
const VICTIM = 'otto-opstart';
const FREE_GUESSES = 5;

let permits: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
});
// Guesses are counted for hours; the specs after this one start from nothing.
afterEach(() => rows('delete from security.throttle'));

async function keyPage(key: ProvenKey = 'password') {
  const walker = new PageWalker();
  const choice = await walker.open((await permits.begin()).url);
  return { walker, page: await walker.open(keyAddress(choice, key)) };
}

const nobody = (): string => `nobody.${randomBytes(4).toString('hex')}`;

/** Types it in a fresh browser; the page that comes back. */
async function guess(username: string, password: string, key: ProvenKey = 'password'): Promise<Answer> {
  const { walker, page } = await keyPage(key);
  return walker.submitOnly(page, { username, password });
}

/** The page without what differs in every answer: token, nonce, reference, journey, and the name as typed. */
const essence = ({ body, status, headers }: Answer, username: string) => ({
  status,
  headers: [...headers.keys()].filter((name) => name !== 'date').toSorted(),
  body: body
    .replaceAll(/nonce="[^"]+"|name="_csrf" value="[^"]+"|[0-9A-Z]{4}-[0-9A-Z]{4}/g, '')
    .replaceAll(/\/fas\/sign-in\/[\w-]+/g, '')
    .replaceAll(username, 'USERNAME'),
});

describe('XS-1 who exists cannot be found out', () => {
  it.each<ProvenKey>(['password', 'totp'])('by %s: known, blocked and unknown look the same', async (key) => {
    const { username = '' } = await person(VICTIM);
    const { username: blocked = '' } = await person('hakim-hazelnoot');
    const stranger = nobody();
    const known = essence(await guess(username, 'wrong password', key), username);
    expect(essence(await guess(stranger, 'wrong password', key), stranger)).toEqual(known);
    const right = await person('hakim-hazelnoot');
    await whileBlocked(right.id, async () => {
      expect(essence(await guess(blocked, 'wrong password', key), blocked)).toEqual(known);
      expect(essence(await guess(blocked, right.password ?? '', key), blocked)).toEqual(known);
    });
    expect(known.status).toBe(422);
  });

  it('who has no app is told the same as who types a wrong code', async () => {
    const codePage = async (id: string) => {
      const { username = '', password = '' } = await person(id);
      const { walker, page } = await keyPage('totp');
      const code = await walker.submit(page, { username, password });
      return essence(await walker.submit(code, { code: '000000' }), username);
    };
    expect(await codePage('bram-boterkoek')).toEqual(await codePage(VICTIM));
  });

  it('a wrong password takes as long as a wrong name', async () => {
    const { username = '' } = await person(VICTIM);
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 4; round += 1) {
      for (const kind of ['known', 'unknown'] as const) {
        const { walker, page } = await keyPage();
        const before = performance.now();
        await walker.submitOnly(page, {
          username: kind === 'known' ? username : nobody(),
          password: 'wrong',
        });
        times[kind].push(performance.now() - before);
      }
    }
    // The machine may be busy with other things: only a hash that is left out would show here.
    const fastest = (list: readonly number[]) => Math.min(...list);
    expect(fastest(times.unknown)).toBeGreaterThan(fastest(times.known) / 3);
    expect(fastest(times.known)).toBeGreaterThan(fastest(times.unknown) / 3);
  });

  it('what was typed is never sent back but for the name, which does no harm', async () => {
    const { walker, page } = await keyPage();
    const name = `"><script>alert(1)</script>`;
    const answer = await walker.submitOnly(page, { username: name, password: 'my wrong password' });
    expect([answer.body.includes('my wrong password'), answer.body.includes('<script>alert')]).toEqual([
      false,
      false,
    ]);
    expect(formOf(answer).fields['username']).toBe(name);
  });
});

describe('XS-3 guessing', () => {
  it('a password is slowed down after a few tries, known name or not, and the right one waits too', async () => {
    const { username = '', password = '' } = await person(VICTIM);
    for (const name of [nobody(), username]) {
      for (let attempt = 0; attempt < FREE_GUESSES; attempt += 1) {
        expect((await guess(name, `wrong ${attempt}`)).status).toBe(422);
      }
      const locked = await guess(name, password);
      expect([locked.status, /second|minute/.test(locked.body)]).toEqual([429, true]);
      expect(locked.body).not.toContain('name="password"');
      expect(await auditEvents(locked.headers.get('x-request-reference'))).toMatchObject([
        { name: 'KeyRefused', data: { locked: true, reason: 'credentials' } },
      ]);
    }
  });

  it('is counted by person and not by key: the way by code is shut as well, another name is not', async () => {
    const { username = '', password = '' } = await person(VICTIM);
    for (let attempt = 0; attempt < FREE_GUESSES; attempt += 1) await guess(username, 'wrong');
    expect((await guess(username, password, 'totp')).status).toBe(429);
    const { username: other = '', password: right = '' } = await person('bram-boterkoek');
    expect((await guess(other, right)).status).toBe(303);
  });

  it('XS-5 twenty guesses at the same moment are twenty guesses', async () => {
    const name = nobody();
    const pages = await Promise.all(Array.from({ length: 12 }, () => keyPage()));
    const answers = await Promise.all(
      pages.map(({ walker, page }, at) =>
        walker.submitOnly(page, { username: name, password: `wrong ${at}` }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(FREE_GUESSES);
    expect(statuses.every((status) => status === 422 || status === 429)).toBe(true);
  });

  it('XS-4 codes are slowed down in the same way', async () => {
    const { username = '', password = '' } = await person(VICTIM);
    const { walker, page } = await keyPage('totp');
    let answer = await walker.submit(page, { username, password });
    for (let attempt = 0; attempt < FREE_GUESSES; attempt += 1) {
      answer = await walker.submit(answer, { code: String(100_000 + attempt) });
      expect(answer.status).toBe(422);
    }
    const locked = await walker.submit(answer, { code: '123456' });
    expect([locked.status, /second|minute/.test(locked.body)]).toEqual([429, true]);
  });

  it('by strangers keeps nobody out of a browser in which they signed in before', async () => {
    const { username = '', password = '' } = await person(VICTIM);
    const { walker: own, page } = await keyPage();
    await own.submit(page, { username, password });
    for (let attempt = 0; attempt < FREE_GUESSES; attempt += 1) await guess(username, 'wrong');
    expect((await guess(username, password)).status).toBe(429);
    const again = await own.open((await permits.begin({ prompt: 'login' })).url);
    expect(again.body).toContain('Last used in this browser');
    const asked = await own.open(keyAddress(again, 'password'));
    expect((await own.submitOnly(asked, { username, password })).status).toBe(303);
  });

  it('each failed try is in the record once, without what was typed', async () => {
    const { username = '' } = await person(VICTIM);
    const answer = await guess(username, 'my wrong password');
    const events = await auditEvents(answer.headers.get('x-request-reference'));
    expect(events).toMatchObject([{ name: 'KeyRefused', data: { key: 'password', reason: 'credentials' } }]);
    expect(JSON.stringify(events)).not.toMatch(/my wrong password|otto/i);
  });
});

describe('4.1.3 what a proxy would say', () => {
  it('is not believed from anybody: the address in the record is the real one', async () => {
    const walker = new PageWalker({
      'x-forwarded-for': '9.9.9.9',
      'x-real-ip': '9.9.9.9',
      forwarded: 'for=9.9.9.9',
    });
    const answer = await walker.open((await permits.begin({ prompt: 'none' })).url);
    const [event] = await rows<{ address: string }>(
      'select address::text as address from audit.event where reference = $1',
      [answer.headers.get('x-request-reference')],
    );
    expect(event?.address).toMatch(/^127\.|^::/);
  });
});
