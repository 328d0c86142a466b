import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { runCsam } from '../support/csam.js';
import { scratchFolder } from '../support/register-application.js';
import { permitCounter } from './support/services.js';
import { adminPage, press, staffBrowser } from './support/staff.js';
import { signIn, withPassword } from './support/steps.js';

interface Proven {
  readonly records: readonly { readonly record: { readonly reference: string }; readonly proof?: object }[];
}

/** What the button hands over, once the worker has sealed some of it. */
async function proven(page: Page, button: string, again: () => Promise<void>): Promise<string> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main').getByRole('button', { name: button, exact: true }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    if ((JSON.parse(text) as Proven).records.some(({ proof }) => proof !== undefined)) return text;
    await sleep(1_500);
    await again();
  }
  throw new Error('Nothing was sealed within a minute.');
}

const keep = (name: string, text: string): string => {
  const file = join(scratchFolder(), name);
  writeFileSync(file, text);
  return file;
};

/** One letter of one sealed record is another. */
function tampered(text: string): string {
  const { records } = JSON.parse(text) as Proven;
  const reference = records.find(({ proof }) => proof !== undefined)?.record.reference ?? '';
  const other = reference.startsWith('A') ? 'B' : 'A';
  const changed = text.replace(`"${reference}"`, `"${other}${reference.slice(1)}"`);
  expect(Buffer.byteLength(changed)).toBe(Buffer.byteLength(text));
  return changed;
}

/** Checks the file as it came, and with one byte changed. */
async function checkBoth(name: string, text: string, more: readonly string[]): Promise<void> {
  const check = (file: string) => runCsam(['audit', 'check-export', file, ...more]);
  const [good, bad] = await Promise.allSettled([
    check(keep(`${name}.json`, text)),
    check(keep(`${name}-changed.json`, tampered(text))),
  ]);
  expect(good).toMatchObject({
    status: 'fulfilled',
    value: expect.stringMatching(/^Good: [1-9]\d* records/),
  });
  expect(bad.status === 'rejected' && String(bad.reason)).toMatch(/Record \S+ is not as it was sealed/);
}

describeInBrowser('Astrid, who answers for a service, and Aude, whom a court asked', () => {
  it('XS-26 take records with proof from a page; a stranger checks them, and finds one byte that was changed', async () => {
    const bram = withPassword(await person('bram-boterkoek'));
    await signIn(await freshPage(), { at: permitCounter.signIn({ level: 200 }), with: 'password', as: bram });
    const keys = await (await fetch(adminPage('/audit-keys.json'))).text();
    const withPublicKeys = ['--keys', keep('audit-keys.json', keys)];

    const astrid = await staffBrowser('astrid-agenda', '/reports');
    await astrid.fill('[name=q]', permitCounter.name);
    await press(astrid, 'Show');
    await astrid.getByRole('link', { name: permitCounter.name }).first().click();
    await astrid.getByRole('link', { name: 'See every transaction' }).click();
    const trail = astrid.url();
    const askForProof = async () => {
      await astrid.goto(trail);
      await astrid.getByRole('link', { name: 'With proof' }).click();
      await astrid.fill('[name=reason]', 'A citizen disputes a sign-in.');
    };
    await askForProof();
    const own = await proven(astrid, 'Take them', askForProof);
    expect(own).not.toContain(bram.nationalNumber);

    const aude = await staffBrowser('aude-archive', '/audit/people');
    await aude.check('[name=by][value=username]');
    await aude.fill('[name=value]', bram.username);
    await aude.check('[name=ground][value=court-order]');
    await aude.fill('[name=reason]', 'Order 2026/114 of the court of Ghent.');
    await press(aude, 'Search');
    const found = aude.url();
    const ordered = await proven(aude, 'Take them with proof', async () => void (await aude.goto(found)));

    await checkBoth('own', own, withPublicKeys);
    await checkBoth('ordered', ordered, []);
    expect(await runCsam(['audit', 'verify'])).toContain('The audit record is whole.');
  }, 240_000);
});
