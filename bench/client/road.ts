import { totpCode } from '#libs/testing';
import { formWith, linkToKey, titleOf, type Browser } from './browser.js';
import type { HttpAnswer } from './http-client.js';
import type { PersonToBe } from './messages.js';

/** A person at a device that FAS knows. */
export interface Visitor {
  readonly person: PersonToBe;
  readonly password: string;
  readonly browser: Browser;
  /** Time step of the last code that was used (RFC 6238). */
  lastStep: number;
  /** For userinfo: the last access token that was issued about this person. */
  accessToken?: string;
}

const STEP = 30_000;
const MOST_REDIRECTS = 10;

/** Where the browser stands when FAS is done: sent elsewhere, or on a page that FAS leaves it with. */
export interface Arrival {
  readonly location?: string;
  readonly page?: string;
}

/** Follows redirects as long as they stay with FAS. */
export async function follow(browser: Browser, first: HttpAnswer): Promise<Arrival> {
  let answer = first;
  for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
    const { location } = answer.headers;
    if (answer.status === 200) return { page: answer.body };
    if (answer.status < 300 || answer.status > 399 || location === undefined)
      throw new Error(`status ${answer.status}: ${titleOf(answer.body)}`);
    if (!browser.isOurs(location)) return { location };
    answer = await browser.get(labelOf(location), location);
  }
  throw new Error('redirected in circles');
}

/** From the choice of keys to the end of the login: every page that the person sees, and nothing else. */
export async function signIn(
  { browser, ...visitor }: Visitor,
  choice: string,
  key: 'password' | 'totp',
): Promise<Arrival> {
  const page = await browser.get('prove', linkToKey(key, choice));
  const form = formWith('username', page.body);
  const { username } = visitor.person;
  const proven = await browser.submit('credentials', form, { username, password: visitor.password });
  const arrival = await follow(browser, key === 'totp' ? await enterCode(browser, visitor, proven) : proven);
  return arrival.page?.includes('name="decision"') ? confirm(browser, arrival.page) : arrival;
}

async function enterCode(
  browser: Browser,
  { person: { totpSecret = '' } }: Pick<Visitor, 'person'>,
  answer: HttpAnswer,
): Promise<HttpAnswer> {
  const { page = '' } = await follow(browser, answer);
  return browser.submit('code', formWith('code', page), { code: totpCode(totpSecret) });
}

/** The page that tells what the service receives: seen once by everybody before the measurement. */
async function confirm(browser: Browser, page: string): Promise<Arrival> {
  const form = formWith('decision', page);
  return follow(browser, await browser.submit('information', form, { decision: 'continue' }));
}

/** Waits until the person's app shows a code that was not used yet, takes it, and tells how long that took. */
export async function waitForNewCode(visitor: Visitor): Promise<number> {
  const wait = Math.max(0, (visitor.lastStep + 1) * STEP - Date.now());
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  visitor.lastStep = Math.floor(Date.now() / STEP);
  return wait;
}

/** Resolves when all apps show a new code. */
export const nextCodes = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, STEP - (Date.now() % STEP)));

const LABELS: readonly (readonly [part: string, label: string])[] = [
  ['/authorize', 'authorize'],
  ['/finish', 'finish'],
  ['/information', 'information'],
];

const labelOf = (location: string): string => LABELS.find(([part]) => location.includes(part))?.[1] ?? 'page';
