import { afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { stack } from '../support/stack.js';
import { ownService, type OwnService, type OwnServiceOptions } from './support/own-service.js';
import { continueIfAsked, proveWith } from './support/steps.js';

async function register(mode: 'ok' | 'error' | 'hang'): Promise<void> {
  const response = await fetch(`${stack().addresses.sandbox}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target: 'rijksregister', mode }),
  });
  if (!response.ok) throw new Error(`the fault switch answered ${response.status}`);
}

async function service(options: OwnServiceOptions): Promise<OwnService> {
  const made = await ownService(options);
  onTestFinished(() => made.stop());
  return made;
}

const PROFILE = ['givenName', 'surname', 'mail'];

describeInBrowser('Lars meets a National Register that does not answer', () => {
  let lars: SandboxPerson;
  beforeAll(async () => {
    lars = await person('lars-loket');
  });
  afterEach(() => register('ok'));

  it.each(['error', 'hang'] as const)(
    'a service that cannot do without gets no sign-in, and he reads why (%s)',
    async (mode) => {
      const { name, signIn } = await service({
        attributes: PROFILE,
        mandatoryAttributes: ['surname'],
        scopes: ['profile'],
      });
      await register(mode);
      const page = await freshPage();
      await page.goto(await signIn());
      await proveWith(page, 'password', lars);

      expect(await page.textContent('h1')).toBe('We cannot get a piece of information that is needed');
      const said = await page.locator('main').innerText();
      expect(said).toContain(`${name} cannot do without: Surname`);
      expect(said).toContain('National Register');
      expect(await page.textContent('.reference-value')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

      await page.locator('main form button, main a.button').first().click();
      await page.waitForURL('**/callback*');
      expect(new URL(page.url()).searchParams.get('error')).toBe('temporarily_unavailable');
    },
  );

  it('a service that can do without gets him signed in without it, and the page says what is missing', async () => {
    const { signIn, userinfo } = await service({ attributes: PROFILE, scopes: ['profile'] });
    await register('error');
    const page = await freshPage();
    await page.goto(await signIn());
    await proveWith(page, 'password', lars);

    expect(await page.textContent('.notice-warning')).toContain('Not available at the moment');
    expect(await page.textContent('.notice-warning')).toMatch(/surname/i);
    await continueIfAsked(page);
    await page.waitForURL('**/callback*');
    const told = await userinfo(page.url());
    expect(told).toMatchObject({ mail: lars.email });
    expect(told).not.toHaveProperty('surname');
  });

  it('once it answers again he comes in without typing anything', async () => {
    const { signIn, userinfo } = await service({
      attributes: PROFILE,
      mandatoryAttributes: ['surname'],
      scopes: ['profile'],
    });
    await register('error');
    const page = await freshPage();
    await page.goto(await signIn());
    await proveWith(page, 'password', lars);
    expect(await page.textContent('h1')).toBe('We cannot get a piece of information that is needed');

    await register('ok');
    // A source that failed is left alone for some seconds.
    await expect
      .poll(async () => (await page.goto(await signIn())) && page.textContent('h1'), {
        timeout: 30_000,
        interval: 1_000,
      })
      .not.toBe('We cannot get a piece of information that is needed');
    await continueIfAsked(page);
    await page.waitForURL('**/callback*');
    expect(await userinfo(page.url())).toMatchObject({ surname: 'Loket' });
  });
});
