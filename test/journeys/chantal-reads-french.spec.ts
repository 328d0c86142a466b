import { expect, it } from 'vitest';
import { describeInBrowser, freshContext, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { stack } from '../support/stack.js';
import { library, permitCounter, type Language } from './support/services.js';
import { signIn } from './support/steps.js';

const CHOICE: Readonly<Record<Language, string>> = {
  nl: 'Kies hoe u zich aanmeldt',
  fr: 'Choisissez comment vous identifier',
  de: 'Wählen Sie, wie Sie sich anmelden',
  en: 'Choose how to sign in',
};

interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

describeInBrowser('Chantal reads French', () => {
  it.each(['nl', 'fr', 'de', 'en'] as const)('the browser’s wish decides: %s', async (language) => {
    const page = await freshPage({ locale: `${language}-BE` });
    await page.goto(permitCounter.signIn());
    expect(await page.textContent('h1')).toBe(CHOICE[language]);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
  });

  it('Dutch, when the browser asks for none of the four', async () => {
    const page = await freshPage({ locale: 'pt-PT' });
    await page.goto(permitCounter.signIn());
    expect(await page.getAttribute('html', 'lang')).toBe('nl');
  });

  it.each([permitCounter, library])(
    'the wish of the service goes before the browser’s: $name',
    async (service) => {
      const page = await freshPage({ locale: 'en-GB' });
      await page.goto(service.signIn({ language: 'fr' }));
      expect(await page.textContent('h1')).toBe(CHOICE.fr);
      await page.locator('a[data-key=password]').click();
      expect(await page.getAttribute('html', 'lang')).toBe('fr');
    },
  );

  it('her own choice goes before both, and is remembered for the next service', async () => {
    const context = await freshContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(permitCounter.signIn({ language: 'de' }));
    await page.click('nav a[lang=fr]');
    expect(await page.textContent('h1')).toBe(CHOICE.fr);

    const later = await context.newPage();
    await later.goto(library.signIn({ language: 'de' }));
    expect(await later.textContent('h1')).toBe(CHOICE.fr);
  });

  it('the switch works on a page that tells of a mistake', async () => {
    const page = await freshPage();
    await page.goto(`${stack().addresses.fas}/fas/sign-in/nowhere`);
    await page.click('nav a[lang=nl]');
    expect(await page.getAttribute('html', 'lang')).toBe('nl');
    expect(await page.locator('main a.button').count()).toBe(1);
  });

  it('a sign-in from a new browser brings her a mail in her language, whatever language the page had', async () => {
    const chantal = await person('chantal-chicon');
    const before = (await mailTo(chantal.email)).length;
    const page = await freshPage({ locale: 'en-GB' });
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: chantal });

    await expect.poll(async () => (await mailTo(chantal.email)).length, { timeout: 15_000 }).toBe(before + 1);
    const [mail] = await mailTo(chantal.email);
    expect(mail?.subject).toMatch(/identifi|connexion/i);
    expect(mail?.text).toContain('Guichet des permis');
    expect(mail?.text).not.toContain(chantal.nationalNumber);

    await signIn(page, {
      at: permitCounter.signIn({ level: 200, anew: true }),
      with: 'password',
      as: chantal,
    });
    await page.waitForTimeout(2_000);
    expect(await mailTo(chantal.email)).toHaveLength(before + 1);
  });
});

async function mailTo(address = ''): Promise<readonly Mail[]> {
  const url = new URL('/mail.json', stack().addresses.sandbox);
  url.searchParams.set('to', address);
  return (await (await fetch(url)).json()) as readonly Mail[];
}
