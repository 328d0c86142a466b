import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { totpCode } from '#libs/testing';
import { ageAppCodes } from './aged-codes.js';
import { linksOf, titleOf, type Answer, type PageWalker } from './page-walker.js';
import { person, type SandboxPerson } from './people.js';
import { scratchFolder } from './register-application.js';

export type ProvenKey = 'password' | 'totp' | 'selfreg';

/** The service wants to know who is there: proves the key and agrees to what is passed on, up to the way back. */
export async function signIn(
  walker: PageWalker,
  choice: Answer,
  personId: string,
  key: ProvenKey = 'password',
): Promise<Answer> {
  return goOn(walker, await proveKey(walker, choice, personId, key));
}

/** From the page of choice (or of a key) to the page after the key is proven. */
export async function proveKey(
  walker: PageWalker,
  choice: Answer,
  personId: string,
  key: ProvenKey = 'password',
): Promise<Answer> {
  const who = await person(personId);
  const page = await walker.open(keyAddress(choice, key));
  const { username = '', password = '' } = who;
  const asksPassword = page.body.includes('name="password"');
  const next = asksPassword ? await walker.submit(page, { username, password }) : page;
  return key === 'totp' ? submitCode(walker, next, who) : next;
}

/** Goes on past the page that tells what the service receives, when it is shown. */
export async function goOn(walker: PageWalker, page: Answer): Promise<Answer> {
  return page.url.pathname.endsWith('/information') ? walker.submit(page, { decision: 'continue' }) : page;
}

/** The page of one key, from the page of choice. */
export function keyAddress(choice: Answer, key: ProvenKey): URL {
  const found = linksOf(choice).find(({ pathname }) => pathname.endsWith(`/${key}`));
  if (found !== undefined) return found;
  throw new Error(`${choice.url.pathname} (${choice.status}) offers no ${key}: ${titleOf(choice)}`);
}

/** Types the code of the app; a code that was used elsewhere meanwhile is followed by the next one. */
export async function submitCode(walker: PageWalker, page: Answer, who: SandboxPerson): Promise<Answer> {
  let answer = page;
  for (let attempt = 0; attempt < 3 && (attempt === 0 || answer.status === 422); attempt += 1) {
    answer = await walker.submit(answer, { code: await nextCode(who) });
  }
  return answer;
}

const STEP = 30_000;

/**
 * A code that counts, since each does so once: that of now, or the next. When both were given out, it is as if the time
 * that they take had gone by; that a code counts once is for tests that use one twice.
 */
export async function nextCode({ id, totpSecret }: SandboxPerson): Promise<string> {
  if (totpSecret === undefined) throw new Error(`${id} has no app`);
  const note = join(scratchFolder(), `code-of-${id}`);
  const taken = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  const now = Math.floor(Date.now() / STEP);
  let step = Math.max(now, taken + 1);
  if (step > now + 1) {
    await ageAppCodes(2);
    step = now;
  }
  writeFileSync(note, String(step));
  return totpCode(totpSecret, new Date(step * STEP));
}
