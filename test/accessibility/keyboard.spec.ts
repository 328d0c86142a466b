import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { nextCode } from '../support/sign-in.js';
import { stack } from '../support/stack.js';
import { galleryAddress } from './support/gallery.js';
import { focused, type Focus } from './support/measures.js';

const LONGEST_WALK = 60;

/** Presses Tab until the keyboard is where the test wants it; gives every stop on the way. */
async function tabTo(page: Page, wanted: (stop: Focus) => boolean): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (let step = 0; step < LONGEST_WALK; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === undefined) continue;
    stops.push(stop);
    if (wanted(stop)) return stops;
  }
  throw new Error(
    `not reached by Tab; stops were ${stops.map(({ element, text }) => `${element} ${text}`).join(', ')}`,
  );
}

const onField = (id: string) => (stop: Focus) => stop.element === `input#${id}`;
const onText = (text: string) => (stop: Focus) => stop.text.startsWith(text);

async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

describeInBrowser('WA-3 with the keyboard alone', () => {
  it('a person signs in with password and code, always sees where the keyboard is, and goes from top to bottom', async () => {
    const astrid = await person('astrid-agenda');
    const page = await freshPage({ viewport: { width: 320, height: 640 } });
    const stops: Focus[] = [];
    const orders: number[][] = [];
    const walk = async (wanted: (stop: Focus) => boolean) => {
      const passed = await tabTo(page, wanted);
      stops.push(...passed);
      orders.push(passed.map(({ top }) => Math.round(top)));
    };

    const { sandbox } = stack().addresses;
    const level = 'urn:be:fedict:iam:fas:citizen:Level400';
    await page.goto(`${sandbox}/rp/oidc/login?class=${level}&scope=profile`);
    await walk(onText('Security code via mobile app'));
    await enter(page);
    await walk(onField('username'));
    await page.keyboard.type(astrid.username ?? '');
    await walk(onField('password'));
    await page.keyboard.type(astrid.password ?? '');
    await enter(page);
    await walk(onField('code'));
    await page.keyboard.type(await nextCode(astrid));
    await enter(page);
    if (page.url().endsWith('/information')) {
      await walk(onText('Continue to'));
      await enter(page);
    }
    await page.waitForURL('**/rp/oidc/account');

    expect(stops.filter(({ outlineWidth, contrast }) => outlineWidth < 2 || contrast < 3)).toEqual([]);
    expect(stops.filter(({ inView }) => !inView)).toEqual([]);
    for (const order of orders) {
      expect(order).toEqual(order.toSorted((one, other) => one - other));
    }
  });

  it.each(['choose-key/substantial', 'password/ask', 'totp/code', 'information/first-use', 'help'])(
    'nothing holds the keyboard, and it reaches everything: %s',
    async (state) => {
      const page = await freshPage();
      await page.goto(galleryAddress(state, 'en'));
      const operable = await page
        .locator('a:visible, button:visible, input:visible, [tabindex="0"]:visible')
        .count();
      const seen: string[] = [];
      for (let step = 0; step < LONGEST_WALK; step += 1) {
        await page.keyboard.press('Tab');
        const stop = await focused(page);
        const key = stop && `${stop.element} ${stop.text} ${stop.top} ${stop.left}`;
        if (key === undefined || key === seen[0]) break;
        seen.push(key);
      }
      expect(seen).toHaveLength(operable);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.at(-1)).toContain('Contact');
    },
  );

  it('the first stop skips to the content', async () => {
    const page = await freshPage();
    await page.goto(`${stack().addresses.fas}/fas/help?lang=en`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ text: 'Skip to content', inView: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('after a mistake the keyboard is at what has to be corrected', async () => {
    const page = await freshPage();
    await page.goto(`${stack().addresses.sandbox}/rp/oidc/login`);
    await page.click('a[data-key=password]');
    await page.fill('#username', 'nobody.with.a.keyboard');
    await page.fill('#password', 'wrong');
    await enter(page);
    expect(await page.title()).toMatch(/^Error: /);
    await tabTo(page, onText('The user name or the password is not right'));
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatchObject({ element: 'input#username' });
    const described = await page.getAttribute('#username', 'aria-describedby');
    expect(await page.textContent(`#${described}`)).toContain('is not right');
  });
});
