import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { stack } from '../support/stack.js';
import { pageWithCard, problemOf, whileFailing } from './support/cards.js';
import { permitCounter } from './support/services.js';
import { submit } from './support/steps.js';

const selfTest = (language = 'en'): string => new URL(`/tma/?lang=${language}`, stack().addresses.fas).href;

describeInBrowser('Gisèle tests her card', () => {
  it('KY-11 sees card, certificate, authorities and revocation, and is signed in nowhere', async () => {
    const page = await pageWithCard('gisele-gaufre');
    await page.goto(selfTest());
    await submit(page);
    expect(await page.textContent('.notice-title')).toBe('Your card works');
    const words = (await page.textContent('main')) ?? '';
    expect(words).toContain('Gisèle Odette Marie de la Gaufre-Molle');
    expect(words).toContain('Citizen CA, valid until');
    expect(words).toContain('Root CA of the demo, valid until');
    expect(words).toContain('Not revoked, according to the issuer on');
    expect(words).toContain('79.08.21-***.**');
    expect(words).not.toContain('79082199689');

    const cookies = await page.context().cookies();
    expect(cookies.map(({ name }) => name)).not.toContain('csam-session');
    await page.goto(permitCounter.signIn({ level: 200 }));
    expect(await page.locator('a[data-key="eid"]').count()).toBe(1);
  });

  it('KY-11 reads the same result in every language, and prints it', async () => {
    const page = await pageWithCard('gisele-gaufre');
    await page.goto(selfTest());
    await submit(page);
    for (const [language, words] of [
      ['nl', 'Uw kaart werkt'],
      ['fr', 'Votre carte fonctionne'],
      ['de', 'Ihre Karte funktioniert'],
    ]) {
      await page.locator(`.languages a[lang=${language ?? ''}]`).click();
      expect(await page.textContent('.notice-title')).toBe(words);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main button').first().isVisible()).toBe(false);
    expect(await page.locator('.summary').first().isVisible()).toBe(true);
  });

  it('KY-11 shows the result to nobody else who has its address', async () => {
    const page = await pageWithCard('gisele-gaufre');
    await page.goto(selfTest());
    await submit(page);
    const stranger = await freshPage();
    await stranger.goto(page.url());
    expect(new URL(stranger.url()).pathname).toBe('/tma/');
  });

  it.each([
    ['fabrice-fantome-revoked', 'Your card was revoked or suspended', 'Revoked on'],
    ['fabrice-fantome-expired', 'Your card has expired', 'This was not checked'],
    ['fabrice-fantome-signature', 'You chose the wrong certificate', 'sign documents'],
    ['fabrice-fantome-stranger', 'This is not a Belgian identity card that we recognise', 'Nobody we trust'],
  ])('KY-11 says what is wrong with %s', async (card, problem, words) => {
    const page = await pageWithCard(card);
    await page.goto(selfTest());
    await submit(page);
    expect(await problemOf(page)).toBe(problem);
    expect(await page.textContent('main')).toContain(words);
  });

  it('KY-11 says so when no card is there, and when nobody can tell whether it was revoked', async () => {
    const page = await freshPage();
    await page.goto(selfTest());
    await submit(page);
    expect(await problemOf(page)).toBe('We did not see a card');
    await whileFailing('ocsp', 'error', async () => {
      const withCard = await pageWithCard('gisele-gaufre');
      await withCard.goto(selfTest());
      await submit(withCard);
      expect(await withCard.textContent('main')).toContain('The issuer does not answer at the moment.');
    });
  });
});
