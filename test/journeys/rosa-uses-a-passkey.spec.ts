import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { rows } from '../support/stack-database.js';
import { problemOf } from './support/cards.js';
import { plugIn, registerPasskey, usePasskey, type DevicePasskey } from './support/passkeys.js';
import { library, permitCounter } from './support/services.js';
import { continueIfAsked, signIn, withPassword, type Person } from './support/steps.js';

const LEVEL_400 = 'urn:be:fedict:iam:fas:citizen:Level400';

describeInBrowser('Rosa uses a passkey', () => {
  let rosa: Person;
  let fedId: string | undefined;
  beforeAll(async () => {
    rosa = withPassword(await person('rosa-ruimschoots'));
  });

  /** A new passkey of hers; who she is, a service is told when she signs in. */
  async function passkey(counter = 0): Promise<DevicePasskey> {
    if (fedId === undefined) {
      const page = await freshPage();
      await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: rosa });
      fedId = String((await permitCounter.account(page)).attributes['fedid']);
    }
    return registerPasskey(fedId, counter);
  }

  async function atPasskey(page: Page, service = permitCounter, level = 400): Promise<void> {
    await page.goto(service.signIn({ level }));
    await page.locator('a[data-key="passkey"]').click();
    await page.waitForURL('**/fas/sign-in/*/passkey');
  }

  async function arrives(page: Page): Promise<void> {
    await continueIfAsked(page);
    await page.waitForURL('**/account');
  }

  it('LN-16, KY-7 signs in at level 400 without typing anything, over both protocols', async () => {
    const own = await passkey();
    for (const service of [permitCounter, library]) {
      const page = await freshPage();
      const device = await plugIn(page, [own], { counter: service === library ? 50 : 0 });
      await atPasskey(page, service);
      await usePasskey(page);
      await arrives(page);
      const { classReference, attributes } = await service.account(page);
      expect(classReference).toBe(LEVEL_400);
      expect(attributes).toMatchObject({ egovNRN: rosa.nationalNumber });
      await device.detach();
    }
  });

  it('KY-7 signs in after her user name, with a passkey that the device does not list', async () => {
    const page = await freshPage();
    await plugIn(page, [await passkey()], { discoverable: false });
    await atPasskey(page);
    await page.fill('[name=username]', rosa.username);
    await Promise.all([page.waitForNavigation(), page.getByText('Look for my passkeys').click()]);
    expect(await page.textContent('.lead')).toBe(`Use a passkey of ${rosa.username}.`);
    await usePasskey(page);
    await arrives(page);
    expect((await permitCounter.account(page)).classReference).toBe(LEVEL_400);
  });

  it('XS-1 the page for a name that nobody has looks the same', async () => {
    const page = await freshPage();
    await atPasskey(page);
    await page.fill('[name=username]', 'nobody.at.all');
    await Promise.all([page.waitForNavigation(), page.getByText('Look for my passkeys').click()]);
    expect(await page.textContent('.lead')).toBe('Use a passkey of nobody.at.all.');
    const options = (await page.getAttribute('[data-passkey]', 'data-options')) ?? '{}';
    expect((JSON.parse(options) as { allowCredentials: unknown[] }).allowCredentials).toHaveLength(1);
  });

  it('LN-17 a passkey whose counter goes back is refused, and proves nobody from then on', async () => {
    const own = await passkey(40);
    const page = await freshPage();
    await plugIn(page, [own], { counter: 3 });
    await atPasskey(page);
    await usePasskey(page);
    expect(await problemOf(page)).toBe('This passkey is on hold');
    expect(await page.textContent('main')).toContain('somebody has a copy');
    const [key] = await rows<{ state: string }>('select state from digital_keys.digital_key where id = $1', [
      own.keyId,
    ]);
    expect(key).toEqual({ state: 'suspended' });
    await page.getByRole('link', { name: 'Choose another key' }).click();
    expect(await page.locator('a[data-key="totp"]').count()).toBe(1);
  });

  it('LN-17 an answer given for one login opens no other', async () => {
    const page = await freshPage();
    await plugIn(page, [await passkey()]);
    await atPasskey(page);
    const login = page.url();
    let sent = '';
    await page.route(login, async (route) => {
      sent = route.request().postData() ?? '';
      // Without content the browser stays where it is.
      await route.fulfill({ status: 204 });
    });
    await page.locator('[data-passkey-ready] button').click();
    await expect.poll(() => sent, { timeout: 10_000 }).toContain('signature=');

    await page.goto(permitCounter.signIn({ level: 400 }));
    const post = (address: string) =>
      page.request.post(address, {
        data: sent,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'accept-language': 'en',
          origin: new URL(login).origin,
        },
        maxRedirects: 0,
      });
    const elsewhere = await post(`${page.url()}/passkey`);
    expect(elsewhere.status()).toBe(422);
    expect(await elsewhere.text()).toContain('That took too long');
    expect((await post(login)).status()).toBe(303);
  });

  it('a browser without her passkey says so, and the button stays', async () => {
    const page = await freshPage();
    await plugIn(page, []);
    await atPasskey(page);
    await page.locator('[data-passkey-ready] button').click();
    await page.locator('[data-passkey-failed]').waitFor({ state: 'visible' });
    expect(await problemOf(page)).not.toBe('');
    expect(await page.locator('[data-passkey-ready] button').isVisible()).toBe(true);
  });

  it('says clearly that it needs JavaScript, and offers another key', async () => {
    const page = await freshPage({ javaScriptEnabled: false });
    await atPasskey(page);
    expect(await page.locator('noscript .notice-title, .notice-title').first().isVisible()).toBe(true);
    expect(await page.textContent('main')).toContain('This key needs JavaScript');
    expect(await page.locator('[data-passkey-ready]').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Choose another key' }).click();
    expect(await page.locator('a[data-key="totp"]').count()).toBe(1);
  });

  it('steps up from her password, and not with a passkey of somebody else', async () => {
    const page = await freshPage();
    await plugIn(page, [await passkey()]);
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: rosa });
    await atPasskey(page);
    await usePasskey(page);
    await arrives(page);
    expect((await permitCounter.account(page)).classReference).toBe(LEVEL_400);

    const other = await freshPage();
    await plugIn(other, [await passkey()]);
    const bram = await person('bram-boterkoek');
    await signIn(other, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: bram });
    await atPasskey(other);
    await usePasskey(other);
    expect(await other.textContent('h1')).toBe('Somebody else is still signed in in this browser');
  });
});
