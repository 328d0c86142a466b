import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { SamlLogoutService } from '../support/saml-logout-service.js';
import { myKeys } from './support/my-keys.js';
import { library, permitCounter } from './support/services.js';
import { continueIfAsked, signIn } from './support/steps.js';

const START_OF_PERMITS = /\/rp\/oidc\/?(\?|$)/;

describeInBrowser('Tijs signs out everywhere', () => {
  let tijs: SandboxPerson;
  beforeAll(async () => {
    tijs = await person('tijs-terugweg');
  });

  /** At the permit counter, the library and Mijn digitale sleutels, with one sign-in. */
  async function atThreeServices(): Promise<Page> {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: tijs });
    await page.goto(library.signIn({ level: 200 }));
    await continueIfAsked(page);
    await page.waitForURL(`**${library.path}/account`);
    await page.goto(myKeys('/overview/'));
    await continueIfAsked(page);
    await page.waitForURL(myKeys('/overview/'));
    await page.goto(new URL(`${permitCounter.path}/account`, library.signIn()).href);
    return page;
  }

  async function expectSignedOut(page: Page): Promise<void> {
    await page.goto(new URL('/rp/saml/account', library.signIn()).href);
    expect(new URL(page.url()).pathname).toMatch(/^\/rp\/saml\/?$/);
    // Told directly, a moment after the browser was sent on.
    await expect
      .poll(
        async () => {
          await page.goto(myKeys('/overview/'));
          return page.textContent('h1');
        },
        { timeout: 5_000 },
      )
      .toBe('Choose how to sign in');
  }

  it('SL-5 at one service of three, and is out of all', async () => {
    const page = await atThreeServices();
    await page.click('text=Sign out');
    await page.waitForURL('**/fas/sign-out/*');
    expect(await page.textContent('h1')).toBe('Do you want to sign out everywhere?');
    expect(await page.textContent('main')).toContain('My digital keys');
    await page.click('main a:text-is("Sign out everywhere")');
    await page.waitForURL(START_OF_PERMITS);
    await expectSignedOut(page);
  });

  it('SL-4 although one service is dead, which the page names', async () => {
    const dead = await SamlLogoutService.start('Dead service', 'HTTP-Redirect');
    const page = await atThreeServices();
    await page.goto(dead.signInAddress);
    await page.waitForURL((url) => url.href.startsWith(dead.base));
    await dead.stop();
    await page.goto(new URL(`${permitCounter.path}/account`, library.signIn()).href);
    await page.click('text=Sign out');
    await page.click('main a:text-is("Sign out everywhere")');
    await page.waitForSelector('h1:text-is("You are not yet signed out everywhere")');
    expect(await page.textContent('main dl')).toMatch(/Dead service\s*sign out here yourself/);
    await page.click('main a.button');
    await page.waitForURL(START_OF_PERMITS);
    await expectSignedOut(page);
  });

  it('SL-6 or at one service only', async () => {
    const page = await atThreeServices();
    await page.click('text=Sign out');
    await page.click('text=Only from Permit counter');
    await page.waitForURL(START_OF_PERMITS);
    await page.goto(new URL('/rp/saml/account', library.signIn()).href);
    expect(new URL(page.url()).pathname).toBe('/rp/saml/account');
  });
});
