import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { totpCode } from '#libs/testing';
import { ageSentCounts } from '../support/aged-codes.js';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { SIGNED_IN, tryCode } from './support/key-trials.js';
import { messagesTo, newestCode } from './support/messages.js';
import {
  acceptAgreement,
  atMyKeys,
  confirmKeyAction,
  heading,
  keyPage,
  myKeys,
  openMyKeys,
  rememberSession,
} from './support/my-keys.js';
import { giveCode, submit } from './support/steps.js';

/** A long road, on a machine that does other things too. */
const PATIENCE = 90_000;
const NOT_RIGHT = { refused: expect.stringContaining('not right') as string };

/** The codes of a new card, once one of them is typed back. */
async function makeCard(page: Page): Promise<readonly string[]> {
  await page.goto(myKeys('/keys/new/token'));
  await submit(page);
  const codes = await page.locator('[data-cell]').allTextContents();
  const place = /\d+/.exec((await page.textContent('label[for=code]')) ?? '')?.[0] ?? '';
  await giveCode(page, codes[Number(place) - 1]?.toLowerCase() ?? '');
  return codes;
}

const codeOn = (card: readonly string[]) => async (asking: Page) => {
  const at = await asking.locator('[data-position]').first().getAttribute('data-position');
  return card[Number(at) - 1] ?? '';
};

const success = (page: Page) => page.locator('.notice-success').innerText();

describeInBrowser('Pia activates, suspends, replaces and removes keys in My digital keys', () => {
  let pia: SandboxPerson;
  beforeAll(async () => {
    pia = await person('pia-proefsleutel');
  });

  it(
    'KY-3 LN-22 LE-3 a second app, proven before it counts, after a stronger sign-in',
    async () => {
      const page = await freshPage();
      await openMyKeys(page, '/overview/', 'password', pia);
      await acceptAgreement(page);
      // The session of the password is sent to prove something stronger first, and comes back to the same page.
      await openMyKeys(page, '/keys/new/totp', 'totp', pia);
      expect(new URL(page.url()).pathname).toBe('/keys/new/totp');
      await rememberSession(page, pia);
      await submit(page);
      const secret = (await page.locator('[data-secret]').getAttribute('data-secret')) ?? '';
      await giveCode(page, '000000');
      expect(await page.locator('.error-summary').innerText()).toContain('not right');
      expect(await page.locator('[data-secret]').count()).toBe(0);
      await page.fill('[name=label]', 'old phone');
      // Codes half a minute to either side count, each once.
      const codes = [-30_000, 0, 30_000].map((shift) => totpCode(secret, new Date(Date.now() + shift)));
      const nextCode = () => Promise.resolve(codes.shift() ?? '');
      await giveCode(page, await nextCode());
      expect(await page.locator('main').innerText()).toContain('old phone');
      const second = new URL(page.url()).pathname;
      expect((await page.goto(myKeys('/keys/new/totp')))?.status()).toBe(409);

      expect(await tryCode(pia, 'totp', nextCode)).toBe(SIGNED_IN);
      await confirmKeyAction(page, second, 'suspend');
      const unused = () => Promise.resolve(codes[0] ?? '');
      expect(await tryCode(pia, 'totp', unused)).toEqual(NOT_RIGHT);
      await confirmKeyAction(page, second, 'resume');
      expect(await tryCode(pia, 'totp', nextCode)).toBe(SIGNED_IN);
      await confirmKeyAction(page, second, 'revoke');
      expect(await page.locator('[data-own-key="totp"]', { hasText: 'old phone' }).count()).toBe(0);
      const later = () => Promise.resolve(totpCode(secret, new Date(Date.now() + 30_000)));
      expect(await tryCode(pia, 'totp', later)).toEqual(NOT_RIGHT);
    },
    PATIENCE,
  );

  it(
    'KY-6 LE-2 LE-3 a card with codes, from the printed page over another card to its end',
    async () => {
      const page = await atMyKeys(pia);
      const codes = await makeCard(page);
      expect(new Set(codes).size).toBe(24);
      expect(await success(page)).toContain('Your new key is active');
      expect(await tryCode(pia, 'token', codeOn(codes))).toBe(SIGNED_IN);

      const card = await keyPage(page, 'token');
      await confirmKeyAction(page, card, 'suspend');
      expect(await tryCode(pia, 'token', codeOn(codes))).toEqual(NOT_RIGHT);
      await confirmKeyAction(page, card, 'resume');
      expect(await success(page)).toContain('works again');
      expect(await tryCode(pia, 'token', codeOn(codes))).toBe(SIGNED_IN);

      await page.goto(myKeys(card));
      await page.locator('a[href="/keys/new/token"]').click();
      expect(await heading(page)).toContain('Renew');
      const others = await makeCard(page);
      expect(await success(page)).toContain('replaced');
      expect(others.filter((code) => codes.includes(code))).toEqual([]);
      // Shown once: the browser has kept nothing to go back to, and nothing leads to a card.
      expect(await page.locator('[data-cell]').count()).toBe(0);
      await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS');
      await page.waitForURL('chrome-error://chromewebdata/');
      expect((await page.goto(myKeys(card)))?.status()).toBe(404);
      expect(await tryCode(pia, 'token', codeOn(codes))).toEqual(NOT_RIGHT);
      expect(await tryCode(pia, 'token', codeOn(others))).toBe(SIGNED_IN);

      const newCard = await keyPage(page, 'token');
      await confirmKeyAction(page, newCard, 'revoke');
      expect(await page.locator('[data-own-key="token"]').count()).toBe(0);
      expect(await tryCode(pia, 'token', codeOn(others))).toEqual(NOT_RIGHT);
      expect((await page.goto(myKeys(`${newCard}/resume`)))?.status()).toBe(404);
    },
    PATIENCE,
  );

  it.each([
    ['sms', 'sms', 'phone'],
    ['email', 'mail', 'email'],
  ] as const)(
    'KY-4 LE-3 codes by %s, from their making to their end',
    async (key, kind, contact) => {
      const page = await atMyKeys(pia);
      const to = pia[contact] ?? '';
      /** The next code that comes there. */
      const next = () => {
        const since = new Date();
        return () => newestCode(kind, to, since);
      };
      const guess = () => Promise.resolve('000000');
      // Two codes in ten seconds are the most that one person gets.
      await ageSentCounts(10);
      await page.goto(myKeys(`/keys/new/${key}`));
      const made = next();
      await submit(page);
      await giveCode(page, await made());
      expect(await success(page)).toContain('Your new key is active');
      const own = await keyPage(page, key);
      expect(await tryCode(pia, key, next())).toBe(SIGNED_IN);

      await ageSentCounts(10);
      await confirmKeyAction(page, own, 'suspend');
      const silent = new Date();
      expect(await tryCode(pia, key, guess)).toEqual(NOT_RIGHT);
      const codes = (await messagesTo(kind, to)).filter(
        ({ at, text }) => new Date(at) >= silent && /#\d{6}/.test(text),
      );
      expect(codes).toEqual([]);
      await confirmKeyAction(page, own, 'resume');
      await ageSentCounts(10);
      expect(await tryCode(pia, key, next())).toBe(SIGNED_IN);

      await confirmKeyAction(page, own, 'revoke');
      expect(await page.locator(`[data-own-key="${key}"]`).count()).toBe(0);
      expect(await tryCode(pia, key, guess)).toEqual(NOT_RIGHT);
      expect((await page.goto(myKeys(`${own}/resume`)))?.status()).toBe(404);
    },
    PATIENCE,
  );

  it(
    'LN-25 is told by mail, and stops what was not her',
    async () => {
      const page = await atMyKeys(pia);
      await makeCard(page);
      await expect
        .poll(async () => (await messagesTo('mail', pia.email ?? ''))[0]?.text ?? '', { timeout: 15_000 })
        .toContain('You have a new digital key');
      const text = (await messagesTo('mail', pia.email ?? ''))[0]?.text ?? '';
      const link = /https?:\/\/\S+\/not-me\/[\w-]+/.exec(text)?.[0] ?? '';

      const elsewhere = await freshPage();
      await elsewhere.goto(link);
      // A mail program that opens the link changes nothing.
      expect((await page.goto(myKeys('/overview/')))?.url()).toContain('/overview/');
      await submit(elsewhere);
      expect(await heading(elsewhere)).toBe('Thank you, we have stepped in');
      await page.goto(myKeys('/overview/'));
      expect(page.url()).toContain('/fas/sign-in/');
      expect(await elsewhere.goto(link).then(() => heading(elsewhere))).toBe('This link no longer works');
    },
    PATIENCE,
  );
});
