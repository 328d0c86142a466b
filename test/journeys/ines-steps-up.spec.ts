import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { library, permitCounter } from './support/services.js';
import { chooseKey, continueIfAsked, giveFreshCode, signIn, watchPages } from './support/steps.js';

describeInBrowser('Ines steps up', () => {
  let ines: SandboxPerson;
  beforeAll(async () => {
    ines = await person('ines-inkomend');
  });

  it('KY-8 a session at level 200 is asked only for the code when level 400 is needed', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: ines });

    await page.goto(permitCounter.signIn({ level: 400 }));
    expect(await page.textContent('h1')).toBe('Choose a stronger key');
    expect(await page.textContent('.lead')).toContain('already signed in with ‘User name and password’');
    await chooseKey(page, 'totp');
    expect(await page.locator('[name=username]').count()).toBe(0);
    expect(await page.locator('[name=password]').count()).toBe(0);
    await giveFreshCode(page, ines);
    await page.waitForURL('**/account');

    expect((await permitCounter.account(page)).classReference).toBe('urn:be:fedict:iam:fas:citizen:Level400');
  });

  it('steps up for a service of the other protocol too', async () => {
    const page = await freshPage();
    await signIn(page, { at: library.signIn({ level: 200 }), with: 'password', as: ines });

    await page.goto(permitCounter.signIn({ level: 400 }));
    await chooseKey(page, 'totp');
    expect(await page.locator('[name=username]').count()).toBe(0);
    await giveFreshCode(page, ines);
    await continueIfAsked(page);
    await page.waitForURL('**/account');

    expect((await permitCounter.account(page)).classReference).toBe('urn:be:fedict:iam:fas:citizen:Level400');
  });

  it('a stronger key opens a service that asks for less, without any page', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 400 }), with: 'totp', as: ines });

    const pages = watchPages(page);
    await page.goto(permitCounter.signIn({ level: 200 }));
    await page.waitForURL('**/account');
    expect(pages.shown).toEqual([]);
  });

  it('a service that asks silently for more than the session has is told that she is needed', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: ines });

    await page.goto(permitCounter.signIn({ level: 400, silently: true }));
    expect(await page.textContent('.notice-problem')).toContain('interaction_required');
  });

  it('a level is not reached by leaving out the code', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: ines });
    await page.goto(permitCounter.signIn({ level: 400 }));
    const choice = page.url();
    for (const shortcut of ['/finish', '/information']) {
      await page.goto(`${choice}${shortcut}`);
      expect(page.url()).toBe(choice);
    }
  });
});
