import type { Page } from 'playwright-core';
import { freshPage } from '../../support/browser.js';
import { answerAlways } from '../../support/identity-service.js';
import { person } from '../../support/people.js';
import { stack } from '../../support/stack.js';
import { continueIfAsked, submit } from './steps.js';

/** A page of the administration. */
export const adminPage = (path: string): string => new URL(path, stack().addresses.admin).href;

/** A browser in which a member of staff signed in with itsme, on this page of the administration. */
export async function staffBrowser(id: string, path: string): Promise<Page> {
  const phone = (await person(id)).itsme?.phone ?? '';
  await answerAlways(phone, 'confirm');
  const page = await freshPage();
  await page.goto(adminPage(path));
  await page.locator('a[data-key="itsme"]').click();
  await page.waitForURL('**/itsme');
  await submit(page);
  await page.fill('[name=phone]', phone);
  await submit(page);
  await page.waitForURL(
    (url) => url.pathname.endsWith('/information') || url.origin === stack().addresses.admin,
  );
  await continueIfAsked(page);
  await page.waitForURL(adminPage(path));
  return page;
}

/** Presses a button of the page; the first form of every page is the one that signs out. */
export async function press(page: Page, button: string): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.locator('main').getByRole('button', { name: button, exact: true }).first().click(),
  ]);
}

/** Sends the form of a question, with why. */
export async function answerWhy(page: Page, reason: string, button: string): Promise<void> {
  await page.fill('[name=reason]', reason);
  await press(page, button);
}
