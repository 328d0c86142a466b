import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { pageWithCard, saveCard } from './support/cards.js';
import { SIGNED_IN, tryCertificate, tryKey, tryPassword } from './support/key-trials.js';
import { atMyKeys, confirmKeyAction, heading, keyPage, myKeys, openMyKeys } from './support/my-keys.js';
import { plugIn, usePasskey } from './support/passkeys.js';
import { submit, withPassword } from './support/steps.js';

/** A long road, on a machine that does other things too. */
const PATIENCE = 120_000;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const CARD = 'eline-eekhoorn-certificate-other';
const NEW_PASSWORD = 'negen groene lantaarns bij het water';
const REFUSED = { refused: expect.any(String) as string };

async function changePassword(page: Page, from: string, to: string): Promise<void> {
  await page.goto(myKeys('/keys/new/password'));
  await submit(page);
  await page.fill('[name=current]', from);
  await page.fill('[name=password]', to);
  await submit(page);
  expect(await page.locator('.notice-success').innerText()).toContain('changed');
}

describeInBrowser('Pia makes a passkey and a certificate her keys', () => {
  let pia: SandboxPerson;
  beforeAll(async () => {
    pia = await person('pia-proefsleutel');
  });

  /** Anew, so that what was proven in this browser before does not count. */
  const tryPasskey = (page: Page) =>
    tryKey(page, 'passkey', { level: 400, anew: true }, () => usePasskey(page));

  /** In a browser that shows it. */
  const withCertificate = async () => tryCertificate(await pageWithCard(CARD), pia);

  const success = (page: Page) => page.locator('.notice-success').innerText();

  it(
    'KY-5 LE-3 a certificate, from its making to its end',
    async () => {
      const page = await atMyKeys(pia, (options) => pageWithCard(CARD, options));
      await page.goto(myKeys('/keys/new/certificate'));
      await submit(page);
      expect(await page.locator('main').innerText()).toContain('Example Trust');
      await submit(page);
      expect(await success(page)).toContain('Your new key is active');
      const certificate = await keyPage(page, 'certificate');
      expect(await withCertificate()).toBe(SIGNED_IN);
      await confirmKeyAction(page, certificate, 'suspend');
      expect(await withCertificate()).toEqual(REFUSED);
      await confirmKeyAction(page, certificate, 'resume');
      expect(await withCertificate()).toBe(SIGNED_IN);
      await confirmKeyAction(page, certificate, 'revoke');
      expect(await withCertificate()).toEqual(REFUSED);
      expect((await page.goto(myKeys(`${certificate}/resume`)))?.status()).toBe(404);
    },
    PATIENCE,
  );

  it.skipIf(!hasOpenssl)(
    'KY-5 LE-2 a certificate that no browser shows, with the commands that the pages tell',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'csam-pia-'));
      await saveCard(CARD, join(folder, 'my-file.p12'));
      const page = await atMyKeys(pia);
      const run = async (command: Locator) => {
        const text = ((await command.textContent()) ?? '').replace('pkcs12', 'pkcs12 -passin pass:demo');
        return (await promisify(execFile)('sh', ['-c', text], { cwd: folder })).stdout;
      };
      await page.goto(myKeys('/keys/new/certificate'));
      await Promise.all([page.waitForNavigation(), page.locator('form:has([name=way]) button').click()]);
      await run(page.locator('main code'));
      await page.setInputFiles('[name=certificate]', join(folder, 'certificate.pem'));
      await submit(page);
      expect(await heading(page)).toBe('Prove that the certificate is yours');
      await page.fill('[name=signature]', 'bm90IG1pbmU=');
      await submit(page);
      expect(await page.locator('.error-summary').innerText()).toContain('does not go with');
      await page.fill('[name=signature]', await run(page.locator('main details code').first()));
      await submit(page);
      expect(await page.locator('.notice-success').innerText()).toContain('Your new key is active');
      const certificate = await keyPage(page, 'certificate');
      expect(await page.locator('[data-own-key=certificate]').innerText()).toContain('Example Trust');
      expect(await withCertificate()).toBe(SIGNED_IN);
      await confirmKeyAction(page, certificate, 'revoke');
      rmSync(folder, { recursive: true });
    },
    PATIENCE,
  );

  it(
    'KY-7 LE-3 a passkey, from its making to its end, and the password of whoever has one',
    async () => {
      const page = await atMyKeys(pia);
      await plugIn(page, []);
      await page.goto(myKeys('/keys/new/passkey'));
      await submit(page);
      await page.fill('[name=label]', 'laptop');
      await usePasskey(page);
      expect(await success(page)).toContain('Your new key is active');
      const passkey = await keyPage(page, 'passkey');
      await page.goto(myKeys(`${passkey}/rename`));
      await page.fill('[name=label]', 'laptop at home');
      await submit(page);
      expect(await page.locator('main').innerText()).toContain('laptop at home');
      expect(await tryPasskey(page)).toBe(SIGNED_IN);
      await confirmKeyAction(page, passkey, 'suspend');
      // What this browser was signed in with opens nothing any more; another key does.
      expect(new URL(page.url()).pathname).toBe('/signed-out/key-ended');
      expect(await tryPasskey(page)).toEqual({ refused: expect.stringContaining('on hold') as string });
      await openMyKeys(page, passkey, 'totp', pia);
      await confirmKeyAction(page, passkey, 'resume');
      expect(await success(page)).toContain('works again');
      expect(await tryPasskey(page)).toBe(SIGNED_IN);

      await page.context().clearCookies();
      await page.goto(myKeys('/overview/'));
      await page.locator('a[data-key="passkey"]').click();
      await usePasskey(page);
      await page.waitForURL(myKeys('/overview/'));
      const password = await keyPage(page, 'password');
      const old = withPassword(pia).password;
      await confirmKeyAction(page, password, 'suspend');
      expect(await tryPassword(pia, old)).toEqual(REFUSED);
      await confirmKeyAction(page, password, 'resume');
      expect(await tryPassword(pia, old)).toBe(SIGNED_IN);
      await changePassword(page, old, NEW_PASSWORD);
      expect(await tryPassword(pia, old)).toEqual(REFUSED);
      expect(await tryPassword(pia, NEW_PASSWORD)).toBe(SIGNED_IN);
      await changePassword(page, NEW_PASSWORD, old);

      await confirmKeyAction(page, passkey, 'revoke');
      expect(new URL(page.url()).pathname).toBe('/signed-out/key-ended');
      expect(await tryPasskey(page)).toEqual(REFUSED);
    },
    PATIENCE,
  );
});
