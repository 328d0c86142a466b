import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { library, permitCounter } from './support/services.js';
import { continueIfAsked, isInformationPage, proveWith } from './support/steps.js';

describeInBrowser('Sofie has scripts switched off', () => {
  it.each([permitCounter, library])('and signs in from start to end: $name', async (service) => {
    const sofie = await person('sofie-vierogen');
    const page = await freshPage({ javaScriptEnabled: false });
    await page.goto(service.signIn({ level: 400 }));
    await proveWith(page, 'totp', sofie);
    if (isInformationPage(page)) await continueIfAsked(page);
    if (service === library) {
      expect(await page.textContent('h1')).toContain(service.name);
      await page.click('main form button');
    }
    await page.waitForURL(`**${service.path}/account`);
    expect((await service.account(page)).attributes).toMatchObject({ surname: 'Vierogen' });
  });

  it('sees no control that only a script could serve', async () => {
    const page = await freshPage({ javaScriptEnabled: false });
    await page.goto(permitCounter.signIn());
    await page.click('a[data-key=password]');
    expect(await page.locator('[data-reveal]').isVisible()).toBe(false);
  });
});
