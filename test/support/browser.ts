import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { describe, onTestFinished } from 'vitest';

const executablePath = process.env.CSAM_CHROME ?? '';

/** As `describe`, for tests in a browser; they count as skipped on a machine without one. */
export const describeInBrowser = describe.skipIf(executablePath === '');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Fewer processes for the same pages: what a fresh browser costs is mostly starting them.
  '--in-process-gpu',
  '--renderer-process-limit=1',
  '--enable-features=NetworkServiceInProcess2',
];

let launched: Promise<Browser> | undefined;

/** The browser of this worker: started when first asked for, it serves all its spec files and ends with the worker. */
export async function browser(): Promise<Browser> {
  if (executablePath === '') throw new Error('There is no browser: use describeInBrowser for this test.');
  if (launched !== undefined && !(await launched).isConnected()) launched = undefined;
  launched ??= chromium.launch({ executablePath, args: FLAGS });
  return launched;
}

/** Somebody's browser: no cookies of anybody else, gone after the test. The tests' language is English unless asked. */
export async function freshContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (
    await browser()
  ).newContext({ locale: 'en-GB', ignoreHTTPSErrors: true, ...options });
  context.setDefaultTimeout(15_000);
  onTestFinished(() => context.close());
  return context;
}

/** A first page in a fresh browser. */
export async function freshPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await freshContext(options)).newPage();
}
