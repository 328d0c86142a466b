import type { Page } from 'playwright-core';
import { freshPage } from '../../support/browser.js';
import type { SandboxPerson } from '../../support/people.js';
import { permitCounter, type Wish } from './services.js';
import { continueIfAsked, giveCode, giveCredentials, submit, withPassword } from './steps.js';

/** What came of signing in at a service with a key: the service knows the person, or the words of the refusal. */
export type Trial = 'signed in' | { readonly refused: string };

export const SIGNED_IN = 'signed in';

/** From the choice of keys at a service to what this way of proving comes to. */
export async function tryKey(
  page: Page,
  key: string,
  wish: Wish,
  prove: (page: Page) => Promise<void>,
): Promise<Trial> {
  await page.goto(permitCounter.signIn(wish));
  await page.locator(`a[data-key="${key}"]`).click();
  await prove(page);
  await continueIfAsked(page);
  if (!page.url().includes(`/${key}`)) {
    await page.waitForURL('**/account');
    return SIGNED_IN;
  }
  return { refused: await page.locator('.error-summary, .notice-problem').first().innerText() };
}

/** Somebody else's browser: username, password and one code more. */
export async function tryCode(
  person: SandboxPerson,
  key: string,
  code: (page: Page) => Promise<string>,
): Promise<Trial> {
  const { username, password } = withPassword(person);
  return tryKey(await freshPage(), key, { level: 300 }, async (page) => {
    await giveCredentials(page, username, password);
    await giveCode(page, await code(page));
  });
}

export async function tryPassword(person: SandboxPerson, password: string): Promise<Trial> {
  const { username } = withPassword(person);
  return tryKey(await freshPage(), 'password', {}, (page) => giveCredentials(page, username, password));
}

/** With the certificate in this person's browser. */
export async function tryCertificate(page: Page, person: SandboxPerson): Promise<Trial> {
  const { username, password } = withPassword(person);
  return tryKey(page, 'certificate', { level: 350 }, async () => {
    await giveCredentials(page, username, password);
    await submit(page);
  });
}
