import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PasswordStore, TokenStore, TotpStore } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { BlindIndex, FieldCipher, PasswordHasher } from '#libs/security';
import { totpCode } from '#libs/testing';
import { SpecBrowser } from '../test-support/spec-browser.js';
import { SpecSma } from '../test-support/spec-sma.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const CARD = { serial: 'T000000001', codes: Array.from({ length: 24 }, (_, at) => `CODE${at + 10}`) };
const NEW_PASSWORD = 'zeven groene fietsen in de zon';

let sma: SpecSma;
let passwords: PasswordStore;
let hasher: PasswordHasher;
let people = 0;

beforeAll(async () => {
  sma = await SpecSma.start();
  const { database } = sma.database;
  passwords = new PasswordStore(database, new FieldCipher(sma.master), new BlindIndex(sma.master));
  hasher = new PasswordHasher({ masterKey: sma.master });
});
afterAll(() => sma.stop());

/** Somebody with a password, a mailbox and these further keys. */
async function somebody(...further: KeyKind[]) {
  const { fedId } = await sma.people.create({ enrolment: 'eid', language: 'en' });
  const mail = `somebody.${(people += 1)}@example.be`;
  await sma.people.addContact(fedId, { kind: 'mail', value: mail, primary: true, verified: true });
  const keyId = await sma.keys.add({ fedId, kind: 'password', enrolment: 'eid' });
  await passwords.add(keyId, `somebody.${people}`, await hasher.hash('the old one'));
  for (const kind of further) {
    const id = await sma.keys.add({ fedId, kind, enrolment: 'eid' });
    if (kind === 'totp')
      await new TotpStore(sma.database.database, new FieldCipher(sma.master)).add(id, SECRET);
    if (kind === 'token')
      await new TokenStore(sma.database.database, new BlindIndex(sma.master)).add(id, CARD);
  }
  return { fedId, mail, username: `somebody.${people}` };
}

async function ask(mail: string, browser = new SpecBrowser(sma)) {
  return browser.press('/recovery/mail', '/recovery/mail', { email: mail });
}

/** The path of the newest link in the mailbox. */
async function linkOf(mail: string): Promise<string> {
  const links = (await sma.mailsTo(mail)).filter(({ template }) => template === 'recovery');
  return new URL(links.at(-1)?.data['url'] ?? '').pathname;
}

async function started(mail: string): Promise<string> {
  await ask(mail);
  const link = await linkOf(mail);
  await new SpecBrowser(sma).press(link, `${link}/start`);
  return link;
}

const ripen = (fedId: FedId) =>
  sma.database.database.query(
    `update digital_keys.recovery set ripe_at = now() - interval '1 second' where fed_id = $1 and finished_at is null`,
    [fedId],
  );

const works = async (username: string, password: string): Promise<boolean> => {
  const found = await passwords.findByUsername(username);
  return (await hasher.verify(found?.passwordHash, password)).kind === 'match';
};

const notices = async (mail: string) =>
  (await sma.mailsTo(mail)).flatMap(({ template, data }) =>
    template === 'account-change' ? [data['what']] : [],
  );

const refusals = async () =>
  (
    await sma.database.database.query<{ reason: string }>(
      `select data->>'reason' as reason from audit.event where name = 'RecoveryRefused' order by occurred_at, id`,
    )
  ).map(({ reason }) => reason);

describe('a forgotten password', () => {
  it('is answered alike whoever asks, and by mail only', async () => {
    const { mail, username } = await somebody('totp');
    const [known, unknown] = [await ask(mail), await ask('nobody@example.be')];
    expect([known.statusCode, known.headers.location]).toEqual([303, '/recovery/sent']);
    expect([unknown.statusCode, unknown.headers.location]).toEqual([303, '/recovery/sent']);
    expect(await sma.mailsTo(mail)).toMatchObject([{ data: { about: 'link', username } }]);
    expect(await sma.mailsTo('nobody@example.be')).toMatchObject([{ data: { about: 'unknown' } }]);
    expect((await ask('no address')).statusCode).toBe(422);
  });

  it('XS-18 LN-23 comes back by link, cooling-off and the key built on it; opening the link consumes nothing', async () => {
    const { fedId, mail, username } = await somebody('totp');
    await ask(mail);
    const link = await linkOf(mail);
    for (let scanner = 0; scanner < 3; scanner += 1) await new SpecBrowser(sma).get(link);
    expect(await notices(mail)).toEqual([]);
    const browser = new SpecBrowser(sma);
    await browser.press(link, `${link}/start`);
    expect(await notices(mail)).toEqual(['recovery-started']);
    expect((await browser.get(link)).body).toContain('A little longer');
    await ripen(fedId);
    const wrong = await browser.press(link, `${link}/prove`, { code: '000000' });
    expect(wrong.statusCode).toBe(422);
    const right = await browser.press(link, `${link}/prove`, { code: totpCode(SECRET, new Date()) });
    expect(right.headers.location).toBe('/recover');
    expect((await browser.press('/recover', '/recover', { password: 'short' })).statusCode).toBe(422);
    const done = await browser.press('/recover', '/recover', { password: NEW_PASSWORD });
    expect(done.body).toContain('Your new password works');
    expect([await works(username, NEW_PASSWORD), await works(username, 'the old one')]).toEqual([
      true,
      false,
    ]);
    expect(await notices(mail)).toEqual(['recovery-started', 'password-recovered']);
    // Once only, and the pass of the browser went with it.
    expect((await browser.get(link)).body).toContain('This link no longer works');
    expect((await browser.get('/recover')).body).toContain('This link no longer works');
  });

  it('LN-23 comes back with the code that the card asks, and with no other one of it', async () => {
    const { fedId, mail, username } = await somebody('token');
    const link = await started(mail);
    await ripen(fedId);
    const browser = new SpecBrowser(sma);
    const asked = async () => Number(/number (\d+)/.exec((await browser.get(link)).body)?.[1]);
    const place = await asked();
    const other = CARD.codes[place % CARD.codes.length] ?? '';
    expect((await browser.press(link, `${link}/prove`, { code: other })).statusCode).toBe(422);
    expect(await asked()).toBe(place);
    const right = await browser.press(link, `${link}/prove`, { code: CARD.codes[place - 1] ?? '' });
    expect(right.headers.location).toBe('/recover');
    await browser.press('/recover', '/recover', { password: NEW_PASSWORD });
    expect(await works(username, NEW_PASSWORD)).toBe(true);
  });

  it('XS-19 no step is skipped: not the cooling-off, not the proof, not the pass', async () => {
    const { fedId, mail, username } = await somebody('totp');
    const link = await started(mail);
    const browser = new SpecBrowser(sma);
    const csrf = { page: '/recovery/mail', action: '/recovery/mail' };
    const post = async (to: string, fields: Record<string, string>) =>
      browser.pressElsewhere(csrf.page, csrf.action, to, fields);
    const code = totpCode(SECRET, new Date());
    expect((await post(`${link}/prove`, { with: 'totp', code })).headers.location).toBe(link);
    await ripen(fedId);
    for (const fields of [
      { with: 'sms', code },
      { with: 'email', code },
      { with: 'password', code: 'x' },
    ]) {
      const answer = await post(`${link}/prove`, fields);
      expect(answer.headers.location).not.toBe('/recover');
    }
    expect((await post(`${link}/send`, {})).headers.location).toBe(link);
    const skipped = await post('/recover', { password: NEW_PASSWORD });
    expect(skipped.statusCode).toBe(410);
    expect(await works(username, NEW_PASSWORD)).toBe(false);
    expect(await refusals()).toEqual(
      expect.arrayContaining(['not-open-resting', 'wrong', 'not-open-ripe', 'no-pass']),
    );
  });

  it('XS-18 has one link at a time, and asking again does not begin the cooling-off anew', async () => {
    const { mail } = await somebody('totp');
    const first = await started(mail);
    await ask(mail);
    const second = await linkOf(mail);
    expect(second).not.toBe(first);
    expect((await new SpecBrowser(sma).get(first)).body).toContain('This link no longer works');
    expect((await new SpecBrowser(sma).get(second)).body).toContain('A little longer');
  });

  it('XS-18 is not replaced by a link from before another password was chosen, or the person was blocked', async () => {
    const { fedId, mail } = await somebody('totp');
    const link = await started(mail);
    await sma.people.setState(fedId, 'blocked');
    expect((await new SpecBrowser(sma).get(link)).body).toContain('This link no longer works');
    await sma.people.setState(fedId, 'active');
    const [key] = await sma.keys.ofPerson(fedId);
    await passwords.choose(key?.id ?? '', await hasher.hash('another one'));
    expect((await new SpecBrowser(sma).get(link)).body).toContain('This link no longer works');
  });

  it('LN-23 never comes back by the mailbox alone where a stronger key rests on it', async () => {
    const { mail } = await somebody('email');
    await ask(mail);
    expect(await sma.mailsTo(mail)).toMatchObject([{ data: { about: 'advice' } }]);
  });

  it('that nothing rests on takes the link and the cooling-off', async () => {
    const { fedId, mail, username } = await somebody();
    const link = await started(mail);
    await ripen(fedId);
    const browser = new SpecBrowser(sma);
    await browser.press(link, `${link}/prove`);
    await browser.press('/recover', '/recover', { password: NEW_PASSWORD });
    expect(await works(username, NEW_PASSWORD)).toBe(true);
  });

  it('LN-25 is stopped by its owner, who was told', async () => {
    const { mail } = await somebody('totp');
    const link = await started(mail);
    const notice = (await sma.mailsTo(mail)).find(({ data }) => data['what'] === 'recovery-started');
    const stop = new URL(notice?.data['disownUrl'] ?? '').pathname;
    await new SpecBrowser(sma).press(stop, stop);
    expect((await new SpecBrowser(sma).get(link)).body).toContain('This link no longer works');
  });

  it('fills no mailbox', async () => {
    const { mail } = await somebody('totp');
    for (let time = 0; time < 6; time += 1) expect((await ask(mail)).statusCode).toBe(303);
    expect(await sma.mailsTo(mail)).toHaveLength(3);
  });
});

describe('XS-17 a session', () => {
  it('reaches the keys of its own person only, whatever its level', async () => {
    const [mine, theirs] = [await somebody('totp'), await somebody('totp')];
    const browser = new SpecBrowser(sma);
    await browser.signIn(mine.fedId, 500);
    const keys = await sma.keys.ofPerson(theirs.fedId);
    for (const { id } of keys) {
      expect((await browser.get(`/keys/${id}`)).statusCode).toBe(404);
      for (const action of ['rename', 'suspend', 'resume', 'revoke']) {
        const answer = await browser.pressElsewhere('/overview/', '/sign-out', `/keys/${id}/${action}`, {
          label: 'mine now',
        });
        expect(answer.statusCode).toBe(404);
      }
    }
    expect(await sma.keys.ofPerson(theirs.fedId)).toEqual(keys);
  });

  it('of a password neither adds, changes nor removes a stronger key, and each try is recorded', async () => {
    const { fedId } = await somebody('totp');
    const totp = (await sma.keys.ofPerson(fedId)).find(({ kind }) => kind === 'totp');
    const browser = new SpecBrowser(sma);
    await browser.signIn(fedId, 200);
    for (const to of [`/keys/${totp?.id}/revoke`, '/keys/new/passkey/begin', '/keys/new/password/confirm']) {
      const answer = await browser.pressElsewhere('/overview/', '/sign-out', to, {});
      expect(answer.headers.location).toContain('/fas/SSORedirect/');
    }
    expect((await sma.keys.ofPerson(fedId)).map(({ state }) => state)).toEqual(['active', 'active']);
    const recorded = await sma.recorded('KeyChangeRefused', fedId);
    expect(recorded).toHaveLength(3);
  });
});
