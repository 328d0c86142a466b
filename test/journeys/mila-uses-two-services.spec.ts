import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshContext, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { library, permitCounter } from './support/services.js';
import { continueIfAsked, signIn, watchPages } from './support/steps.js';

const SIGNED_OUT = /\/rp\/oidc\/?(\?|$)/;

describeInBrowser('Mila uses two services', () => {
  let mila: SandboxPerson;
  beforeAll(async () => {
    mila = await person('mila-nieuwnaam');
  });

  it.each([
    ['OpenID Connect', permitCounter, 'SAML', library],
    ['SAML', library, 'OpenID Connect', permitCounter],
  ] as const)(
    'a session made over $0 serves a service that speaks $2',
    async (_one, first, _other, second) => {
      const page = await freshPage();
      await signIn(page, { at: first.signIn({ level: 400 }), with: 'totp', as: mila });
      await page.goto(second.signIn({ level: 400 }));
      await continueIfAsked(page);
      await page.waitForURL(`**${second.path}/account`);

      const pages = watchPages(page);
      for (const service of [first, second, first]) {
        await page.goto(service.signIn({ level: 400 }));
        await page.waitForURL(`**${service.path}/account`);
        expect(await service.account(page)).toMatchObject({
          classReference: 'urn:be:fedict:iam:fas:citizen:Level400',
          attributes: { surname: 'Nieuwnaam' },
        });
      }
      expect(pages.shown).toEqual([]);
    },
  );

  it('after signing out every service asks for a key again', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 400 }), with: 'totp', as: mila });
    await page.click('text=Sign out');
    await page.waitForURL(SIGNED_OUT);

    for (const service of [permitCounter, library]) {
      await page.goto(service.signIn({ level: 400 }));
      expect(await page.textContent('h1')).toBe('Choose how to sign in');
    }
  });

  it('signing out in one browser leaves the other signed in', async () => {
    const [home, work] = [await freshContext(), await freshContext()];
    const [atHome, atWork] = [await home.newPage(), await work.newPage()];
    for (const page of [atHome, atWork]) {
      await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: mila });
    }
    await atHome.click('text=Sign out');
    await atHome.waitForURL(SIGNED_OUT);

    const pages = watchPages(atWork);
    await atWork.goto(permitCounter.signIn({ level: 200 }));
    await atWork.waitForURL('**/account');
    expect(pages.shown).toEqual([]);
  });

  it('is asked for her key again when the service wants a fresh proof', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: mila });
    for (const service of [permitCounter, library]) {
      await page.goto(service.signIn({ level: 200, anew: true }));
      expect(await page.locator('a[data-key=password]').count()).toBe(1);
    }
  });
});
