import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { people } from '../support/people.js';
import { stack } from '../support/stack.js';
it('has people', async () => {
  expect((await people()).length).toBeGreaterThan(3);
});
describeInBrowser('probe', () => {
  it('opens', async () => {
    const page = await freshPage();
    await page.goto(stack().addresses.sandbox);
    expect(await page.title()).not.toBe('');
    console.log(await page.title(), await page.evaluate(() => navigator.userAgent));
  });
});
