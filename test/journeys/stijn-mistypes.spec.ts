import { afterAll, beforeAll, expect, it } from 'vitest';
import { totpCode } from '#libs/testing';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { nextCode } from '../support/sign-in.js';
import { rows } from '../support/stack-database.js';
import { permitCounter } from './support/services.js';
import {
  chooseKey,
  continueIfAsked,
  giveCode,
  giveCredentials,
  giveFreshCode,
  withPassword,
  type Person,
} from './support/steps.js';

describeInBrowser('Stijn mistypes', () => {
  let stijn: Person;
  beforeAll(async () => {
    stijn = withPassword(await person('stijn-snoerloos'));
  });
  // Nobody who signs in after this has to wait for what was guessed here.
  afterAll(() => rows(`delete from security.throttle where purpose = 'password-username'`));

  it('a wrong password is told without saying which of the two was wrong, and what he typed stays', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    await chooseKey(page, 'password');
    await giveCredentials(page, stijn.username, 'not the password');

    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.textContent('.error-summary')).toContain('The user name or the password is not right');
    expect(await page.inputValue('[name=username]')).toBe(stijn.username);
    expect(await page.inputValue('[name=password]')).toBe('');
    expect(await page.getAttribute('[name=username]', 'aria-invalid')).toBe('true');

    await giveCredentials(page, stijn.username, stijn.password);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
  });

  it('somebody who does not exist sees the same page as somebody whose password is wrong', async () => {
    const seen = [];
    for (const username of ['sofie.vierogen', 'nobody.at.all']) {
      const page = await freshPage();
      await page.goto(permitCounter.signIn());
      await chooseKey(page, 'password');
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await giveCredentials(page, username, 'not the password');
      const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
      seen.push({ status: (await answered).status(), title: await page.title(), text });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.status).toBe(422);
  });

  it('what is missing is told beside its field', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    await chooseKey(page, 'password');
    await giveCredentials(page, '', '');
    expect(await page.locator('.error-summary a').allInnerTexts()).toEqual([
      'Enter your user name',
      'Enter your password',
    ]);
    await page.locator('.error-summary a').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('username');
  });

  it('a wrong code brings advice about the clock, and the right one is then taken', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 400 }));
    await chooseKey(page, 'totp');
    await giveCredentials(page, stijn.username, stijn.password);
    await giveCode(page, codeOfAnHourAgo(stijn));
    expect(await page.textContent('.error-summary')).toContain('This code is not right');
    expect(await page.textContent('.notice')).toContain('date and time automatically');
    await giveFreshCode(page, stijn);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
  });

  it('a code counts once', async () => {
    const code = await nextCode(stijn);
    const [first, second] = [await freshPage(), await freshPage()];
    for (const page of [first, second]) {
      await page.goto(permitCounter.signIn({ level: 400 }));
      await chooseKey(page, 'totp');
      await giveCredentials(page, stijn.username, stijn.password);
    }
    await giveCode(first, code);
    await continueIfAsked(first);
    await first.waitForURL('**/account');
    await giveCode(second, code);
    expect(await second.textContent('.error-summary')).toContain('This code has already been used');
  });

  it.each(['hakim.hazelnoot', 'nobody.here.either'])(
    'the sixth attempt has to wait, and the page says how long: %s',
    async (username) => {
      const page = await freshPage();
      await page.goto(permitCounter.signIn());
      await chooseKey(page, 'password');
      for (let attempt = 1; attempt <= 6; attempt += 1)
        await giveCredentials(page, username, `guess ${attempt}`);

      expect(await page.textContent('.notice-problem')).toContain('Wait before you try again');
      expect(await page.textContent('.notice-problem')).toMatch(/try again in \d+ seconds/);
      expect(await page.locator('[name=password]').count()).toBe(0);
      await page.click('text=Choose another key');
      expect(await page.locator('a[data-key]').count()).toBeGreaterThan(0);
    },
  );
});

const codeOfAnHourAgo = ({ totpSecret = '' }: Person): string =>
  totpCode(totpSecret, new Date(Date.now() - 3_600_000));
