import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { newestCode, setFault } from './support/messages.js';
import { permitCounter } from './support/services.js';
import {
  chooseKey,
  continueIfAsked,
  giveCode,
  giveCredentials,
  withPassword,
  type Person,
} from './support/steps.js';

describeInBrowser('RF-2 Noah meets an SMS centre that does not answer', () => {
  let noah: Person;
  beforeAll(async () => {
    noah = withPassword(await person('noah-nomail'));
  });
  afterAll(() => setFault('smsc', 'ok'));

  it('reads at once that the message is late; the next time that there are none; and gets it in the end', async () => {
    await setFault('smsc', 'hang');
    const page = await freshPage();
    await page.goto(permitCounter.signIn());
    await chooseKey(page, 'sms');
    const since = new Date();
    await giveCredentials(page, noah.username, noah.password);
    expect(await page.textContent('.notice-warning')).toContain('The text message is late');

    // The worker gives the centre up after three seconds.
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    const other = await freshPage();
    await other.goto(permitCounter.signIn());
    await chooseKey(other, 'sms');
    await giveCredentials(other, noah.username, noah.password);
    expect(await other.textContent('.notice-problem')).toContain('The SMS centre is down');
    await other.click('main a.button');
    await chooseKey(other, 'password');
    expect(await other.locator('[name=password]').count()).toBe(1);

    await setFault('smsc', 'ok');
    await giveCode(page, await newestCode('sms', noah.phone ?? '', since, 40_000));
    await continueIfAsked(page);
    await page.waitForURL('**/account');
  });
});
