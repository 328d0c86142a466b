import { totpCode } from '#libs/testing';
import { linksOf, titleOf, type Answer, type PageWalker } from './page-walker.js';
import { person, type SandboxPerson } from './people.js';

export type ProvenKey = 'password' | 'totp';

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

const STEP = 30_000;
const taken = new Map<string, number>();

/** Types the code of the app. A code counts once, also a code of an earlier test: then the next one has to do. */
export async function submitCode(walker: PageWalker, page: Answer, who: SandboxPerson): Promise<Answer> {
  const answer = await walker.submit(page, { code: await nextCode(who) });
  return answer.status === 422 ? walker.submit(page, { code: await nextCode(who) }) : answer;
}

/** A code that was not given out by this function before; waits when it has to. */
export async function nextCode({ id, totpSecret }: SandboxPerson): Promise<string> {
  if (totpSecret === undefined) throw new Error(`${id} has no app`);
  const now = Math.floor(Date.now() / STEP);
  // One step early is taken too, which saves the first waiting.
  const step = Math.max(now - 1, (taken.get(id) ?? 0) + 1);
  taken.set(id, step);
  const early = (step - 1) * STEP - Date.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early + 50));
  return totpCode(totpSecret, new Date(step * STEP));
}
