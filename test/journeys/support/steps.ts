import type { Page } from 'playwright-core';
import type { SandboxPerson } from '../../support/people.js';
import { nextCode } from '../../support/sign-in.js';

type Key = 'password' | 'totp' | 'sms' | 'email' | 'certificate';

/** On the choice of keys. */
export async function chooseKey(page: Page, key: Key): Promise<void> {
  await page.locator(`a[data-key="${key}"]`).click();
  await page.waitForURL(`**/fas/sign-in/*/${key}`);
}

export async function giveCredentials(page: Page, username: string, password: string): Promise<void> {
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', password);
  await submit(page);
}

export async function giveCode(page: Page, code: string): Promise<void> {
  await page.fill('[name=code]', code);
  await submit(page);
}

/** The one main button of the page; the browser is on the next page afterwards. */
export async function submit(page: Page): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.locator('main form button[type=submit]').first().click(),
  ]);
}

/** Types a code of the person's app; once more when somebody used it before, or half a minute just passed. */
export async function giveFreshCode(page: Page, person: SandboxPerson): Promise<void> {
  await giveCode(page, await nextCode(person));
  if (await page.locator('.error-summary').isVisible()) await giveCode(page, await nextCode(person));
}

export interface Person extends SandboxPerson {
  readonly username: string;
  readonly password: string;
}

/** From the choice of keys to what comes after the proof. */
export async function proveWith(page: Page, key: Key, person: SandboxPerson): Promise<void> {
  await chooseKey(page, key);
  const { username, password } = withPassword(person);
  await giveCredentials(page, username, password);
  if (key === 'totp') await giveFreshCode(page, person);
}

export function withPassword(person: SandboxPerson): Person {
  const { username, password } = person;
  if (username === undefined || password === undefined) throw new Error(`${person.id} has no password`);
  return { ...person, username, password };
}

export const isInformationPage = (page: Page): boolean => page.url().endsWith('/information');

/** Goes on from the information page, where it is shown. */
export async function continueIfAsked(page: Page): Promise<void> {
  if (isInformationPage(page)) await page.click('button[name=decision][value=continue]');
}

export interface SignIn {
  /** the address behind the service's button */
  readonly at: string;
  readonly with: Key;
  readonly as: SandboxPerson;
}

/** A whole sign-in, until the service shows the account. */
export async function signIn(page: Page, { at, with: key, as }: SignIn): Promise<void> {
  await page.goto(at);
  await proveWith(page, key, as);
  await continueIfAsked(page);
  await page.waitForURL('**/account');
}

/** Counts the pages of the sign-in that are shown from now on. */
export function watchPages(page: Page): { readonly shown: readonly string[]; forget(): void } {
  const shown: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const isPage = response.request().isNavigationRequest() && response.status() !== 303;
    if (isPage && pathname.startsWith('/fas/sign-in/')) shown.push(pathname);
  });
  return { shown, forget: () => shown.splice(0) };
}
