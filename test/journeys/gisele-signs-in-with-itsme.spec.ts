import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { answerAlways, sandboxAddress } from '../support/identity-service.js';
import { person, type SandboxPerson } from '../support/people.js';
import { problemOf } from './support/cards.js';
import { library, permitCounter } from './support/services.js';
import { continueIfAsked, signIn, submit } from './support/steps.js';

const LEVEL_450 = 'urn:be:fedict:iam:fas:citizen:Level450';

const phoneOf = ({ itsme }: SandboxPerson): string => itsme?.phone ?? '';

/** From the choice of keys to where the browser waits for the phone. */
async function giveNumber(page: Page, phone: string): Promise<void> {
  await page.locator('a[data-key="itsme"]').click();
  await page.waitForURL('**/itsme');
  await submit(page);
  await page.fill('[name=phone]', phone);
  await submit(page);
}

/** Looks at the phone and presses a button there; tells which number it showed. */
async function answerOnPhone(phone: string, answer: 'Confirm' | 'Refuse'): Promise<string> {
  const screen = await freshPage();
  await screen.goto(sandboxAddress(`/itsme/phone?phone=${encodeURIComponent(phone)}`));
  const number = await screen.locator('main strong').first().textContent();
  await screen.getByRole('button', { name: answer }).click();
  return number ?? '';
}

describeInBrowser('Gisèle signs in with itsme', () => {
  let gisele: SandboxPerson;
  let rosa: SandboxPerson;
  beforeAll(async () => {
    [gisele, rosa] = await Promise.all([person('gisele-gaufre'), person('rosa-ruimschoots')]);
  });
  afterEach(() => answerAlways(phoneOf(gisele), 'ask'));

  it('KY-2 confirms on her phone, where she sees who asks and the same number', async () => {
    const page = await freshPage();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(permitCounter.signIn({ level: 450 }));
    await giveNumber(page, phoneOf(gisele));
    expect(await page.textContent('h1')).toBe('Look at your phone');
    const shown = await page.locator('main strong').first().textContent();
    expect(await answerOnPhone(phoneOf(gisele), 'Confirm')).toBe(shown);
    await page.waitForURL(/\/(information|account)$/);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    const { classReference, attributes } = await permitCounter.account(page);
    expect(classReference).toBe(LEVEL_450);
    expect(attributes).toMatchObject({ egovNRN: gisele.nationalNumber });
    expect(addresses.join(' ')).not.toContain(gisele.nationalNumber);
  });

  it('refuses on her phone, in French and with scripts off, and finds the other keys', async () => {
    const page = await freshPage({ javaScriptEnabled: false });
    await page.goto(library.signIn({ level: 450, language: 'fr' }));
    await giveNumber(page, phoneOf(gisele));
    await answerOnPhone(phoneOf(gisele), 'Refuse');
    await page.waitForURL('**/itsme/return*');
    expect(await problemOf(page)).toBe('Vous avez refusé ou arrêté chez itsme');
    await page.getByText('Choisir une autre clé').click();
    expect(await page.locator('a[data-key="eid"]').count()).toBe(1);
  });

  it('XS-15 Rosa steps up from level 200 with her phone, and not with Gisèle’s', async () => {
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: rosa });
    await answerAlways(phoneOf(gisele), 'confirm');
    await page.goto(permitCounter.signIn({ level: 450 }));
    expect(await page.textContent('h1')).toBe('Choose a stronger key');
    await giveNumber(page, phoneOf(gisele));
    await page.waitForURL('**/itsme/return*');
    expect(await page.textContent('h1')).toBe('Somebody else is still signed in in this browser');

    await page.goto(permitCounter.signIn({ level: 450 }));
    await giveNumber(page, phoneOf(rosa));
    await answerOnPhone(phoneOf(rosa), 'Confirm');
    await page.waitForURL(/\/(information|account)$/);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    expect((await permitCounter.account(page)).classReference).toBe(LEVEL_450);
  });
});
