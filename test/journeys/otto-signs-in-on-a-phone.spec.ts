import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { forgetWhatWasShown } from './support/database.js';
import { library, permitCounter } from './support/services.js';
import { chooseKey, giveCredentials, giveFreshCode, withPassword } from './support/steps.js';

/** How far the page can be scrolled sideways. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describeInBrowser('Otto signs in on a phone of 320 pixels', () => {
  it.each([permitCounter, library])('and never has to scroll sideways: $name', async (service) => {
    await forgetWhatWasShown();
    const otto = withPassword(await person('otto-opstart'));
    const page = await freshPage({ viewport: { width: 320, height: 640 }, hasTouch: true, locale: 'de-BE' });
    const steps: [string, number][] = [];
    const note = async (step: string) => steps.push([step, await overhang(page)]);

    await page.goto(service.signIn({ level: 400 }));
    await note('choice');
    await chooseKey(page, 'totp');
    await note('credentials');
    await giveCredentials(page, otto.username, 'falsches Passwort');
    await note('wrong credentials');
    await giveCredentials(page, otto.username, otto.password);
    await note('code');
    await giveFreshCode(page, otto);
    await note('information');
    await page.click('button[name=decision][value=continue]');
    await page.waitForURL(`**${service.path}/account`);

    expect(steps.map(([step]) => step)).toHaveLength(5);
    expect(steps.filter(([, sideways]) => sideways > 0)).toEqual([]);
  });
});
