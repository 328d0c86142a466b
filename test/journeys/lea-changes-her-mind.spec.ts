import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshContext, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { stack } from '../support/stack.js';
import { letExpire } from './support/database.js';
import { library, permitCounter } from './support/services.js';
import { chooseKey, continueIfAsked, proveWith, signIn, submit, withPassword } from './support/steps.js';

const CANCEL = 'text=Cancel and go back to the service';

describeInBrowser('Lea changes her mind', () => {
  let lea: SandboxPerson;
  beforeAll(async () => {
    lea = await person('lea-lierre');
  });

  it('cancelling takes her back to the service, which is told so (OpenID Connect)', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    await page.click(CANCEL);
    await page.waitForURL('**/rp/oidc/callback*');
    expect(await page.textContent('h1')).toBe('You are not signed in');
    expect(await page.textContent('.notice-problem')).toContain('access_denied');
  });

  it('cancelling takes her back to the service, which is told so (SAML)', async () => {
    const page = await freshPage();
    await page.goto(library.signIn());
    await page.click(CANCEL);
    await page.waitForURL('**/rp/saml/acs');
    expect(await page.textContent('h1')).toBe('You are not signed in');
    expect(await page.textContent('.notice-problem')).toContain('the person did not go on');
  });

  it('from the page of one key she goes back and takes another', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    await chooseKey(page, 'totp');
    await page.click('text=Choose another key');
    await proveWith(page, 'password', lea);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
  });

  it('two tabs with two sign-ins finish in reverse order', async () => {
    const context = await freshContext();
    const [first, second] = [await context.newPage(), await context.newPage()];
    await first.goto(library.signIn({ level: 200 }));
    await second.goto(permitCounter.signIn({ level: 200 }));

    await proveWith(second, 'password', lea);
    await continueIfAsked(second);
    await second.waitForURL('**/rp/oidc/account');

    // The page still shows the keys; the session that the other tab made is enough.
    await first.click('a[data-key=password]');
    await continueIfAsked(first);
    await first.waitForURL('**/rp/saml/account');
    for (const [service, page] of [
      [library, first],
      [permitCounter, second],
    ] as const) {
      expect((await service.account(page)).attributes).toMatchObject({ surname: 'Lierre' });
    }
  });

  it('in two tabs each service gets the level of its own sign-in', async () => {
    const context = await freshContext();
    const [strong, weak] = [await context.newPage(), await context.newPage()];
    await strong.goto(library.signIn({ level: 400 }));
    await signIn(weak, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: lea });
    expect((await permitCounter.account(weak)).classReference).toMatch(/Level200$/);

    await strong.reload();
    expect(await strong.textContent('h1')).toBe('Choose a stronger key');
    expect(await strong.locator('a[data-key=password]').count()).toBe(0);
  });

  it('Back after signing in says that it is done and leads on to the service', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    const choice = page.url();
    await proveWith(page, 'password', lea);
    await continueIfAsked(page);
    await page.waitForURL('**/account');

    for (let steps = 0; steps < 6 && !page.url().includes('/fas/sign-in/'); steps += 1) await page.goBack();
    expect(page.url()).toContain(choice);
    expect(await page.textContent('h1')).toBe('This sign-in is already finished');
    await page.click('main a.button');
    expect(page.url()).toContain(new URL(permitCounter.signIn()).origin);
  });

  it('typing the password a second time after Back starts nothing anew', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    const choice = page.url();
    await proveWith(page, 'password', lea);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    const again = await page.goto(`${choice}/password`);
    expect(again?.status()).toBe(410);
  });

  it('a page that was left open too long says so and leads back to the service', async () => {
    const { username, password } = withPassword(lea);
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    await chooseKey(page, 'password');
    const [, journey = ''] = /\/fas\/sign-in\/([^/]+)/.exec(page.url()) ?? [];
    await letExpire(journey);

    await page.fill('[name=username]', username);
    await page.fill('[name=password]', password);
    await submit(page);
    expect(await page.textContent('h1')).toBe('This sign-in has expired');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.textContent('.reference-value')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const back = page.locator('main a.button');
    expect(await back.innerText()).toContain('Permit counter');
    await back.click();
    expect(page.url()).toContain(new URL(permitCounter.signIn()).origin);
  });

  it('the address of her sign-in does not work in another browser', async () => {
    const hers = await freshPage();
    await hers.goto(permitCounter.signIn());
    await chooseKey(hers, 'password');

    const somebody = await freshPage();
    for (const address of [hers.url(), hers.url().replace(/\/password$/, '')]) {
      const answer = await somebody.goto(address);
      expect(answer?.status()).toBe(403);
      expect(await somebody.textContent('h1')).toBe('This sign-in was started in another browser');
    }
    expect((await somebody.locator('main').innerText()).toLowerCase()).not.toContain('lierre');

    const { username, password } = withPassword(lea);
    await hers.fill('[name=username]', username);
    await hers.fill('[name=password]', password);
    await submit(hers);
    await continueIfAsked(hers);
    await hers.waitForURL('**/account');
  });

  it('an address of no sign-in at all leads on', async () => {
    const page = await freshPage();
    const answer = await page.goto(`${stack().addresses.fas}/fas/sign-in/nowhere`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('main a.button').count()).toBe(1);
  });
});
