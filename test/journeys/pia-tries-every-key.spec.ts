import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { totpCode } from '#libs/testing';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import {
  acceptAgreement,
  confirmKeyAction,
  heading,
  keyPage,
  myKeys,
  openMyKeys,
} from './support/my-keys.js';
import { messagesTo, newestCode } from './support/messages.js';
import { permitCounter } from './support/services.js';
import { continueIfAsked, giveCode, giveCredentials, submit } from './support/steps.js';

/** Codes of an app count once, so a test may have to wait for the next one. */
const PATIENCE = 90_000;

describeInBrowser('Pia activates, suspends and removes keys in My digital keys', () => {
  let pia: SandboxPerson;
  beforeAll(async () => {
    pia = await person('pia-proefsleutel');
  });

  /** Signs in at a service with her password and a code of this key; whether the service got to know her. */
  async function signInWith(
    page: Page,
    key: string,
    code: (page: Page) => Promise<string>,
  ): Promise<boolean> {
    await page.goto(permitCounter.signIn({ level: 300 }));
    await page.locator(`a[data-key="${key}"]`).click();
    await giveCredentials(page, pia.username ?? '', pia.password ?? '');
    await giveCode(page, await code(page));
    await continueIfAsked(page);
    if (page.url().includes(`/${key}`)) return false;
    await page.waitForURL('**/account');
    return true;
  }

  it(
    'KY-6 LE-2 LE-3 a card with codes, from the printed page to its end',
    async () => {
      const page = await freshPage();
      await openMyKeys(page, '/overview/', 'totp', pia);
      await acceptAgreement(page);
      await page.goto(myKeys('/keys/new/token'));
      await submit(page);
      const codes = await page.locator('[data-cell]').allTextContents();
      expect(new Set(codes).size).toBe(24);
      const place = /\d+/.exec((await page.textContent('label[for=code]')) ?? '')?.[0] ?? '';
      await giveCode(page, codes[Number(place) - 1]?.toLowerCase() ?? '');
      expect(await page.locator('.notice-success').innerText()).toContain('Your new key is active');

      const codeOnCard = async (asking: Page) => {
        const at = await asking.locator('[data-position]').first().getAttribute('data-position');
        return codes[Number(at) - 1] ?? '';
      };
      expect(await signInWith(await freshPage(), 'token', codeOnCard)).toBe(true);

      const card = await keyPage(page, 'token');
      await confirmKeyAction(page, card, 'suspend');
      expect(await signInWith(await freshPage(), 'token', codeOnCard)).toBe(false);
      await confirmKeyAction(page, card, 'resume');
      expect(await signInWith(await freshPage(), 'token', codeOnCard)).toBe(true);
      await confirmKeyAction(page, card, 'revoke');
      expect(await page.locator('[data-own-key="token"]').count()).toBe(0);
      expect(await signInWith(await freshPage(), 'token', codeOnCard)).toBe(false);
      const again = await page.goto(myKeys(`${card}/resume`));
      expect(again?.status()).toBe(404);
    },
    PATIENCE,
  );

  it(
    'KY-3 LN-22 a second app, proven before it counts, after a stronger sign-in',
    async () => {
      const page = await freshPage();
      await openMyKeys(page, '/overview/', 'password', pia);
      await acceptAgreement(page);
      // The session of the password is sent to prove something stronger first, and comes back to the same page.
      await openMyKeys(page, '/keys/new/totp', 'totp', pia);
      expect(new URL(page.url()).pathname).toBe('/keys/new/totp');
      await submit(page);
      const secret = (await page.locator('[data-secret]').getAttribute('data-secret')) ?? '';
      await giveCode(page, '000000');
      expect(await page.locator('.error-summary').innerText()).toContain('not right');
      expect(await page.locator('[data-secret]').count()).toBe(0);
      await page.fill('[name=label]', 'old phone');
      await giveCode(page, totpCode(secret, new Date(Date.now() - 30_000)));
      expect(await page.locator('main').innerText()).toContain('old phone');

      const code = () => Promise.resolve(totpCode(secret, new Date()));
      expect(await signInWith(await freshPage(), 'totp', code)).toBe(true);
      const third = await page.goto(myKeys('/keys/new/totp'));
      expect(third?.status()).toBe(409);

      await page.goto(myKeys('/overview/'));
      const second = page.locator('[data-own-key="totp"]', { hasText: 'old phone' });
      const href = (await second.locator('a').first().getAttribute('href')) ?? '';
      await confirmKeyAction(page, href, 'suspend');
      expect(
        await signInWith(await freshPage(), 'totp', () =>
          Promise.resolve(totpCode(secret, new Date(Date.now() + 30_000))),
        ),
      ).toBe(false);
      await confirmKeyAction(page, href, 'revoke');
      expect(await page.locator('[data-own-key="totp"]', { hasText: 'old phone' }).count()).toBe(0);
    },
    PATIENCE,
  );

  it(
    'KY-4 LE-3 codes by text message and by mail, from their making to their end',
    async () => {
      const page = await freshPage();
      await openMyKeys(page, '/overview/', 'totp', pia);
      await acceptAgreement(page);
      /** The next code that comes there. */
      const next = (kind: 'sms' | 'mail') => {
        const since = new Date();
        return () => newestCode(kind, (kind === 'sms' ? pia.phone : pia.email) ?? '', since);
      };
      const guess = () => Promise.resolve('000000');
      /** Two codes in ten seconds are the most that one person gets, whichever way they come. */
      const pause = () => new Promise((resolve) => setTimeout(resolve, 10_000));
      for (const [key, kind] of [
        ['sms', 'sms'],
        ['email', 'mail'],
      ] as const) {
        await pause();
        await page.goto(myKeys(`/keys/new/${key}`));
        const made = next(kind);
        await submit(page);
        await giveCode(page, await made());
        expect(await page.locator('.notice-success').innerText()).toContain('Your new key is active');
        const own = await keyPage(page, key);
        expect(await signInWith(await freshPage(), key, next(kind))).toBe(true);

        await pause();
        await confirmKeyAction(page, own, 'suspend');
        const silent = new Date();
        expect(await signInWith(await freshPage(), key, guess)).toBe(false);
        const to = (kind === 'sms' ? pia.phone : pia.email) ?? '';
        const codes = (await messagesTo(kind, to)).filter(
          ({ at, text }) => new Date(at) >= silent && /#\d{6}/.test(text),
        );
        expect(codes).toEqual([]);

        await confirmKeyAction(page, own, 'revoke');
        expect(await page.locator(`[data-own-key="${key}"]`).count()).toBe(0);
        expect(await signInWith(await freshPage(), key, guess)).toBe(false);
        expect((await page.goto(myKeys(`${own}/resume`)))?.status()).toBe(404);
      }
    },
    PATIENCE,
  );

  it(
    'LN-25 is told by mail, and stops what was not her',
    async () => {
      const page = await freshPage();
      await openMyKeys(page, '/overview/', 'totp', pia);
      await acceptAgreement(page);
      await page.goto(myKeys('/keys/new/token'));
      await submit(page);
      const place = /\d+/.exec((await page.textContent('label[for=code]')) ?? '')?.[0] ?? '';
      await giveCode(page, (await page.locator(`[data-cell="${place}"]`).textContent()) ?? '');
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
