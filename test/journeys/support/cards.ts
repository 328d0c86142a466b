import { writeFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { freshPage } from '../../support/browser.js';
import { stack } from '../../support/stack.js';
import { submit } from './steps.js';

const sandbox = (path: string): string => new URL(path, stack().addresses.sandbox).href;

/** Somebody's browser with this card of the sandbox in the reader; their PIN is typed for them. */
export async function pageWithCard(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const pfx = await cardFile(name);
  const clientCertificates = [{ origin: stack().addresses.card, pfx, passphrase: 'demo' }];
  return freshPage({ clientCertificates, ...options });
}

async function cardFile(name: string): Promise<Buffer> {
  const response = await fetch(sandbox(`/cards/${name}.p12`));
  if (!response.ok) throw new Error(`there is no card ${name}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The card as a file with its private key, as somebody keeps it who has no browser for it. */
export async function saveCard(name: string, file: string): Promise<void> {
  writeFileSync(file, await cardFile(name), { mode: 0o600 });
}

/** From the choice of keys to what the reading of the card comes to. */
export async function readCard(page: Page): Promise<void> {
  await page.locator('a[data-key="eid"]').click();
  await page.waitForURL('**/fas/sign-in/*/eid');
  await submit(page);
}

export type OcspFault = 'ok' | 'error' | 'hang' | 'reset' | 'garbage';

/** Makes the authority's servers fail during the work: all that tells about revocation, or the responder only. */
export async function whileFailing(
  target: 'ocsp' | 'ocsp-responder',
  mode: OcspFault,
  work: () => Promise<void>,
): Promise<void> {
  const set = (to: OcspFault) =>
    fetch(sandbox('/faults'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ target, mode: to }),
    });
  await set(mode);
  try {
    await work();
  } finally {
    await set('ok');
  }
}

/** Its holder reports the card lost, or finds it again. */
export async function setRevoked(name: string, revoked: boolean): Promise<void> {
  const response = await fetch(sandbox('/cards'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, revoked }),
    redirect: 'manual',
  });
  if (response.status !== 303) throw new Error(`the card ${name} could not be changed`);
}

/** What the page says is wrong; nothing when it says nothing. */
export async function problemOf(page: Page): Promise<string> {
  const title = page.locator('.notice-problem .notice-title');
  return (await title.count()) === 0 ? '' : ((await title.first().textContent()) ?? '');
}
