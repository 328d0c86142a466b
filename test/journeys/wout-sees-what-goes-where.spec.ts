import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { forgetWhatWasShown } from './support/database.js';
import { library, permitCounter } from './support/services.js';
import { isInformationPage, proveWith, signIn, watchPages } from './support/steps.js';

describeInBrowser('Wout sees what goes to whom', () => {
  let wout: SandboxPerson;
  beforeAll(async () => {
    wout = await person('wout-wafel');
  });
  beforeEach(async () => {
    await forgetWhatWasShown();
  });

  it.each([permitCounter, library])(
    'PR-7 before the first use of a service, in his language, and not the second time: $name',
    async (service) => {
      const page = await freshPage();
      await page.goto(service.signIn({ level: 200 }));
      await proveWith(page, 'password', wout);

      expect(isInformationPage(page)).toBe(true);
      expect(await page.textContent('h1')).toBe('This information goes to the service');
      const shown = await page.locator('main').innerText();
      for (const words of [
        'Wout',
        'Wafel',
        '03.05.15-997.38',
        'Source: the National Register',
        'RR 21/2015',
      ]) {
        expect(shown).toContain(words);
      }
      expect(shown).toContain(service.name);
      for (const [language, title] of [
        ['nl', 'Deze gegevens gaan naar de dienst'],
        ['fr', 'Ces données sont envoyées au service'],
        ['de', 'Diese Daten gehen an den Dienst'],
      ] as const) {
        await page.locator(`.languages a[lang=${language}]`).click();
        await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
        expect(await page.textContent('h1')).toBe(title);
        expect(await page.locator('main').innerText()).toContain('RR 21/2015');
      }
      await page.click('button[name=decision][value=continue]');
      await page.waitForURL(`**${service.path}/account`);

      const pages = watchPages(page);
      await page.goto(service.signIn({ level: 200 }));
      await page.waitForURL(`**${service.path}/account`);
      expect(pages.shown).toEqual([]);
    },
  );

  it('again when the service receives more than before, with what is new marked', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ attributes: 'name' }), with: 'password', as: wout });

    await page.goto(permitCounter.signIn({ attributes: 'everything' }));
    expect(await page.textContent('h1')).toBe('Different information goes to the service');
    const fresh = page.locator('.summary > div', { has: page.locator('.tag') });
    expect(await fresh.locator('dt').allInnerTexts()).toEqual([expect.stringMatching(/national/i)]);
    await page.click('button[name=decision][value=continue]');
    await page.waitForURL('**/account');
    expect((await permitCounter.account(page)).attributes).toMatchObject({ egovNRN: wout.nationalNumber });
  });

  it('not when the service receives less than before', async () => {
    const page = await freshPage();
    await signIn(page, {
      at: permitCounter.signIn({ attributes: 'everything' }),
      with: 'password',
      as: wout,
    });
    const pages = watchPages(page);
    await page.goto(permitCounter.signIn({ attributes: 'name' }));
    await page.waitForURL('**/account');
    expect(pages.shown).toEqual([]);
  });

  it('not at all when nothing but the fact that he is signed in goes to the service', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ attributes: 'nothing' }));
    await proveWith(page, 'password', wout);
    await page.waitForURL('**/account');
    expect((await permitCounter.account(page)).attributes).not.toHaveProperty('surname');
  });

  it('and nothing goes when he does not want it to', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    await proveWith(page, 'password', wout);
    await page.click('button[name=decision][value=cancel]');
    await page.waitForURL('**/rp/oidc/callback*');
    expect(await page.textContent('.notice-problem')).toContain('access_denied');

    await page.goto(permitCounter.signIn());
    expect(await page.textContent('h1')).toBe('This information goes to the service');
  });

  it('a service that may show no page is told that he has to see it first', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ attributes: 'name' }), with: 'password', as: wout });
    await page.goto(permitCounter.signIn({ attributes: 'everything', silently: true }));
    expect(await page.textContent('.notice-problem')).toContain('consent_required');
  });
});
