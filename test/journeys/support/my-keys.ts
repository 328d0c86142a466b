import type { BrowserContextOptions, Page } from 'playwright-core';
import { freshPage } from '../../support/browser.js';
import type { SandboxPerson } from '../../support/people.js';
import { stack } from '../../support/stack.js';
import { chooseKey, continueIfAsked, giveCredentials, giveFreshCode, submit, withPassword } from './steps.js';

/** A page of My digital keys. */
export const myKeys = (path: string): string => new URL(path, stack().addresses.sma).href;

export const heading = async (page: Page): Promise<string> => (await page.textContent('h1')) ?? '';

/** Opens a page of My digital keys and proves who is there with this key, when asked. */
export async function openMyKeys(
  page: Page,
  path: string,
  key: 'password' | 'totp',
  person: SandboxPerson,
): Promise<void> {
  await page.goto(myKeys(path));
  if (!page.url().includes('/fas/sign-in/')) return;
  await chooseKey(page, key);
  // Half of the key may have been proven before.
  if ((await page.locator('[name=username]').count()) > 0) {
    const { username, password } = withPassword(person);
    await giveCredentials(page, username, password);
  }
  if (key === 'totp') await giveFreshCode(page, person);
  await continueIfAsked(page);
  // FAS answers by a form that posts itself.
  await page.waitForURL((url) => url.origin === stack().addresses.sma && !url.pathname.startsWith('/saml'));
}

type Cookies = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** Where people of this run are signed in still: signing in anew would take several pages. */
const signedIn = new Map<string, Cookies>();

/** Opens the browser in which this person signed in with the app before, or one in which they do so now. */
export async function atMyKeys(
  person: SandboxPerson,
  open: (options: BrowserContextOptions) => Promise<Page> = freshPage,
): Promise<Page> {
  const storageState = signedIn.get(person.id);
  const page = await open(storageState === undefined ? {} : { storageState });
  await openMyKeys(page, '/overview/', 'totp', person);
  if (storageState === undefined) await acceptAgreement(page);
  await rememberSession(page, person);
  return page;
}

/** Later tests go on in this session. */
export async function rememberSession(page: Page, { id }: SandboxPerson): Promise<void> {
  signedIn.set(id, await page.context().storageState());
}

/** The identifier of a key of mine, from the overview. */
export async function keyPage(page: Page, kind: string): Promise<string> {
  await page.goto(myKeys('/overview/'));
  const href = await page.locator(`[data-own-key="${kind}"] a[href^="/keys/"]`).first().getAttribute('href');
  if (href === null) throw new Error(`there is no ${kind} among the keys`);
  return href;
}

/** Confirms a change of a key on the page that tells what follows. */
export async function confirmKeyAction(page: Page, key: string, action: string): Promise<void> {
  await page.goto(myKeys(`${key}/${action}`));
  await submit(page);
}

/** Reads and accepts the agreement, unless that was done before. */
export async function acceptAgreement(page: Page): Promise<void> {
  await page.goto(myKeys('/agreement'));
  const form = page.locator('form[action="/agreement"]');
  if ((await form.count()) > 0) await submit(page);
}
