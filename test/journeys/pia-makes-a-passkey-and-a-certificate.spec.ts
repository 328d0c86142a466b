import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { pageWithCard, saveCard } from './support/cards.js';
import {
  acceptAgreement,
  confirmKeyAction,
  heading,
  keyPage,
  myKeys,
  openMyKeys,
} from './support/my-keys.js';
import { plugIn, usePasskey } from './support/passkeys.js';
import { permitCounter } from './support/services.js';
import { continueIfAsked, giveCredentials, submit } from './support/steps.js';

/** Codes of an app count once, so a test may have to wait for the next one. */
const PATIENCE = 120_000;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const CARD = 'eline-eekhoorn-certificate-other';

describeInBrowser('Pia makes a passkey and a certificate her keys', () => {
  let pia: SandboxPerson;
  beforeAll(async () => {
    pia = await person('pia-proefsleutel');
  });

  const reached = async (page: Page): Promise<boolean> => {
    await continueIfAsked(page);
    return page.url().includes('/account');
  };

  /** Anew, so that what was proven in this browser before does not count. */
  async function withPasskey(page: Page): Promise<boolean> {
    await page.goto(permitCounter.signIn({ level: 400, anew: true }));
    await page.locator('a[data-key="passkey"]').click();
    await usePasskey(page);
    return reached(page);
  }

  async function withCertificate(): Promise<boolean> {
    const page = await pageWithCard(CARD);
    await page.goto(permitCounter.signIn({ level: 350 }));
    await page.locator('a[data-key="certificate"]').click();
    await giveCredentials(page, pia.username ?? '', pia.password ?? '');
    await submit(page);
    return reached(page);
  }

  it(
    'KY-5 KY-7 LE-3 from their making to their end',
    async () => {
      const page = await pageWithCard(CARD);
      await openMyKeys(page, '/overview/', 'totp', pia);
      await acceptAgreement(page);

      await page.goto(myKeys('/keys/new/certificate'));
      await submit(page);
      expect(await page.locator('main').innerText()).toContain('Example Trust');
      await submit(page);
      expect(await page.locator('.notice-success').innerText()).toContain('Your new key is active');
      const certificate = await keyPage(page, 'certificate');
      expect(await withCertificate()).toBe(true);
      await confirmKeyAction(page, certificate, 'suspend');
      expect(await withCertificate()).toBe(false);
      await confirmKeyAction(page, certificate, 'resume');
      expect(await withCertificate()).toBe(true);
      await confirmKeyAction(page, certificate, 'revoke');
      expect(await withCertificate()).toBe(false);

      await plugIn(page, []);
      await page.goto(myKeys('/keys/new/passkey'));
      await submit(page);
      await page.fill('[name=label]', 'laptop');
      await usePasskey(page);
      expect(await page.locator('.notice-success').innerText()).toContain('Your new key is active');
      const passkey = await keyPage(page, 'passkey');
      await page.goto(myKeys(`${passkey}/rename`));
      await page.fill('[name=label]', 'laptop at home');
      await submit(page);
      expect(await page.locator('main').innerText()).toContain('laptop at home');
      expect(await withPasskey(page)).toBe(true);
      await confirmKeyAction(page, passkey, 'suspend');
      expect(await withPasskey(page)).toBe(false);
    },
    PATIENCE,
  );

  it.skipIf(!hasOpenssl)(
    'KY-5 LE-2 a certificate that no browser shows, with the commands that the pages tell',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'csam-pia-'));
      await saveCard(CARD, join(folder, 'my-file.p12'));
      const page = await freshPage();
      const run = async (command: Locator) => {
        const text = ((await command.textContent()) ?? '').replace('pkcs12', 'pkcs12 -passin pass:demo');
        return (await promisify(execFile)('sh', ['-c', text], { cwd: folder })).stdout;
      };
      await openMyKeys(page, '/overview/', 'totp', pia);
      await acceptAgreement(page);
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
      expect(await withCertificate()).toBe(true);
      await confirmKeyAction(page, certificate, 'revoke');
      rmSync(folder, { recursive: true });
    },
    PATIENCE,
  );
});
