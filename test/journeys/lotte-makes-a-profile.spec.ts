import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { mailTo, registrationMail, type ReceivedMail } from '../support/mailbox.js';
import { claimsOf, OidcRelyingParty, returned } from '../support/oidc-relying-party.js';
import { formOf, linksOf, PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { rows } from '../support/stack-database.js';
import { keyAddress } from '../support/sign-in.js';

const LEVEL_100 = 'urn:be:fedict:iam:fas:Level100';
const PASSWORD = 'zeven gele zeilen op zee';

let forum: OidcRelyingParty;
beforeAll(async () => {
  forum = await OidcRelyingParty.of('forum');
});

const newMailbox = () => `lotte-${randomBytes(6).toString('hex')}@people.example`;
const codeIn = ({ text }: ReceivedMail) => /\b(\d{6})\b/.exec(text)?.[1] ?? '';
const linkIn = ({ text }: ReceivedMail) => /(https?:\S+\/mail\?proof=[\w-]+)/.exec(text)?.[1] ?? '';
const registrationLink = (page: Answer) =>
  linksOf(page).find(({ pathname }) => pathname.startsWith('/fasui/'));

/** From the choice of keys to the page that waits for the code. */
async function asking(mail: string) {
  const walker = new PageWalker();
  const login = await forum.begin();
  const choice = await walker.open(login.url);
  const key = await walker.open(keyAddress(choice, 'selfreg'));
  const start = await walker.open(registrationLink(key) ?? '');
  const waiting = await walker.submit(start, { emailAddress: mail });
  return { walker, login, choice, start, waiting };
}

/** The forms of the page on which a code is typed hold a button too, which is not pressed. */
const typing = (walker: PageWalker, page: Answer, code: string) => walker.submit(page, { code });

const profile = (password = PASSWORD) => ({
  firstname: 'Lotte',
  lastname: 'Voorbeeldmans',
  language: 'nl',
  password,
  eulaApproval: 'yes',
});

describe('Lotte, who has no digital key,', () => {
  it('makes a profile on the way and is let in at level 100; later her address and password do', async () => {
    const mail = newMailbox();
    const { walker, login, waiting } = await asking(mail);
    expect(titleOf(waiting)).toBe('Look in your mailbox');
    expect(waiting.body).toContain(mail);
    const asked = await typing(walker, waiting, codeIn(await registrationMail(mail, 1)));
    expect(titleOf(asked)).toBe('Your profile');
    const told = await walker.submit(asked, profile());
    expect(titleOf(told)).not.toContain('Choose how to sign in');
    const back = told.url.pathname.endsWith('/information')
      ? await walker.submit(told, { decision: 'continue' })
      : told;
    expect(claimsOf(await forum.finish(login, back))).toMatchObject({ acr: LEVEL_100 });
    expect(
      await rows(`select 1 from audit.event where name = 'SelfRegistered' and subject is not null`),
    ).not.toEqual([]);

    const second = new PageWalker();
    const again = await forum.begin();
    const key = await second.open(keyAddress(await second.open(again.url), 'selfreg'));
    const wrong = await second.submit(key, { username: mail, password: 'not it at all, sorry' });
    expect([wrong.status, wrong.body.includes('is not right')]).toEqual([422, true]);
    const signedIn = await second.submit(wrong, { username: mail.toUpperCase(), password: PASSWORD });
    expect(claimsOf(await forum.finish(again, signedIn))).toMatchObject({ acr: LEVEL_100 });
  });

  it('LN-1 LN-3 reads why a password is refused, and keeps what she typed', async () => {
    const mail = newMailbox();
    const { walker, waiting } = await asking(mail);
    const asked = await typing(walker, waiting, codeIn(await registrationMail(mail, 1)));
    const short = await walker.submit(asked, profile('veertien teken'));
    expect([short.status, short.body.includes('at least 15 characters')]).toEqual([422, true]);
    expect(formOf(short).fields).toMatchObject({ firstname: 'Lotte', lastname: 'Voorbeeldmans' });
    expect(formOf(short).fields['password']).toBe('');
    for (const [password, words] of [
      ['csambelgium2026!!', 'made of your own name or that of this service'],
      ['Voorbeeldmans 1234', 'made of your own name'],
      ['aaaaaaaaaaaaaaaaaa', 'repeats itself'],
    ] as const) {
      const refused = await walker.submit(short, profile(password));
      expect([refused.status, refused.body.includes(words)]).toEqual([422, true]);
    }
    const { eulaApproval: _yes, ...unsigned } = { ...formOf(short).fields, ...profile() };
    const silent = await walker.post(formOf(short).action, unsigned);
    expect([silent.status, silent.body.includes('only if you agree')]).toEqual([422, true]);
    // Composed and decomposed, the same password: what counts is what a person types (NFKC).
    const back = await walker.submit(short, profile('café brûlé à gogo'.normalize('NFD')));
    expect(titleOf(back)).not.toBe('Your profile');
    const next = new PageWalker();
    const key = await next.open(keyAddress(await next.open((await forum.begin()).url), 'selfreg'));
    const signedIn = await next.submit(key, {
      username: mail,
      password: 'café brûlé à gogo'.normalize('NFC'),
    });
    expect(returned(signedIn)['code']).toBeDefined();
  });

  it('KY-9 XS-18 XS-20 uses the link: following it consumes nothing, it serves once, and in her browser only', async () => {
    const mail = newMailbox();
    const { walker, waiting } = await asking(mail);
    const link = linkIn(await registrationMail(mail, 1));
    expect(new URL(link).origin).toBe(new URL(waiting.url).origin);
    for (let look = 0; look < 2; look += 1) expect((await new PageWalker().open(link)).status).toBe(403);
    const stranger = new PageWalker();
    const elsewhere = await stranger.open(link);
    expect(titleOf(elsewhere)).toBe('Go on in the other browser');
    const confirming = await walker.open(link);
    expect(titleOf(await walker.open(link))).toBe('Confirm your e-mail address');
    expect(titleOf(await walker.open(waiting.url))).toBe('Look in your mailbox');
    const confirmed = await walker.submit(confirming);
    expect(titleOf(confirmed)).toBe('Your profile');
    await walker.submit(confirmed, profile());
    const later = await walker.submit(confirming);
    expect([later.status, later.body.includes('was used already')]).toEqual([410, true]);
  });

  it('XS-2 cannot go on with the mail of somebody else: its link and its code answer as made-up ones do', async () => {
    const [hers, theirs] = [newMailbox(), newMailbox()];
    const { walker, waiting } = await asking(hers);
    await asking(theirs);
    const [own, foreign] = [codeIn(await registrationMail(hers, 1)), await registrationMail(theirs, 1)];
    const madeUp =
      ['111111', '222222', '333333'].find((code) => ![own, codeIn(foreign)].includes(code)) ?? '';
    const answers = await Promise.all(
      [codeIn(foreign), madeUp].map((code) => walker.copy().submitOnly(waiting, { code })),
    );
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    expect(new Set(answers.map(titleOf)).size).toBe(1);
    const swapped = await walker.open(linkIn(foreign));
    expect([swapped.status, titleOf(swapped)]).toEqual([403, 'Go on in the other browser']);
    expect(titleOf(await typing(walker, waiting, own))).toBe('Your profile');
  });

  it('XS-18 can use the newest mail only, and each code a few times', async () => {
    const mail = newMailbox();
    const { walker, waiting } = await asking(mail);
    const first = codeIn(await registrationMail(mail, 1));
    const soon = await walker.submit(waiting, { resend: '1' });
    expect([soon.status, soon.body.includes('Wait half a minute')]).toEqual([429, true]);
    const wrong = String((Number(first) + 1) % 1_000_000).padStart(6, '0');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => walker.copy().submitOnly(waiting, { code: wrong })),
    );
    expect(answers.every(({ status }) => status === 422 || status === 410)).toBe(true);
    const late = await typing(walker, waiting, first);
    expect(titleOf(late)).not.toBe('Your profile');
    expect(late.body).toContain('Too many wrong codes');
  });
});

describe('XS-1 making a profile', () => {
  it('looks the same whether the address is known, and the owner of a known one reads so in the mail', async () => {
    const { email = '' } = await person('hakim-hazelnoot');
    const unknown = await asking(newMailbox());
    const known = await asking(email);
    const shape = ({ body }: Answer) =>
      body.replaceAll(
        /value="[^"]*"|[\w.-]+@[\w.-]+|nonce="[^"]*"|weakprofile\/[\w-]+|sign-in\/[\w-]+|login=[\w-]+/g,
        '',
      );
    expect(known.waiting.status).toBe(unknown.waiting.status);
    expect(shape(known.waiting)).toBe(shape(unknown.waiting));
    const mail = await registrationMail(email, 1);
    expect(mail.text).not.toMatch(/\b\d{6}\b/);
    expect(mail.text).not.toContain('proof=');
  });

  it('with the address of a profile lets its owner choose another password, and ends the sessions of before', async () => {
    const mail = newMailbox();
    const one = await asking(mail);
    await one.walker.submit(
      await typing(one.walker, one.waiting, codeIn(await registrationMail(mail, 1))),
      profile(),
    );
    await rows(`delete from digital_keys.send_count where purpose = 'registration-mailbox-burst'`);
    const two = await asking(mail);
    const newest = await registrationMail(mail, 2);
    const other = 'acht blauwe bergen in de mist';
    await two.walker.submit(await typing(two.walker, two.waiting, codeIn(newest)), profile(other));
    const silent = await one.walker.open((await forum.begin({ prompt: 'none' })).url);
    expect(returned(silent)['error']).toBe('login_required');
    const walker = new PageWalker();
    const key = await walker.open(keyAddress(await walker.open((await forum.begin()).url), 'selfreg'));
    const old = await walker.submit(key, { username: mail, password: PASSWORD });
    expect(old.status).toBe(422);
    const fresh = await walker.submit(old, { username: mail, password: other });
    expect(returned(fresh)['code']).toBeDefined();
  });

  it('XS-6 sends one address a few mails, and an address of the network some dozens', async () => {
    const mail = newMailbox();
    const { walker, start } = await asking(mail);
    const again = await walker.submit(start, { emailAddress: mail.toUpperCase() });
    expect([again.status, again.body.includes('Too many mails')]).toEqual([429, true]);
    await registrationMail(mail, 1);
    expect(await mailTo(mail)).toHaveLength(1);
  });
});

describe('a profile that a person made', () => {
  it('is never offered to act for an enterprise, nor where level 200 is asked', async () => {
    const walker = new PageWalker();
    for (const acr_values of [
      'urn:be:fedict:iam:fas:enterprise:Level100',
      'urn:be:fedict:iam:fas:citizen:Level200',
    ]) {
      const choice = await walker.open((await forum.begin({ acr_values })).url);
      expect(choice.body).not.toContain('data-key="selfreg"');
      const typed = await walker.open(`${choice.url.pathname}/selfreg`);
      expect(typed.url.pathname).toBe(choice.url.pathname);
    }
  });
});
