import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { library, permitCounter } from './support/services.js';
import { chooseKey, continueIfAsked, giveCredentials, giveFreshCode, withPassword } from './support/steps.js';

describeInBrowser('An signs in with her password and the code from her app', () => {
  it.each([permitCounter, library])('to a service that asks for level 400: $name', async (service) => {
    const an = withPassword(await person('an-appelmoes'));
    const page = await freshPage();

    await page.goto(service.signIn({ level: 400 }));
    expect(await page.textContent('h1')).toBe('Choose how to sign in');
    expect(await page.textContent('.service')).toContain(service.name);

    await chooseKey(page, 'totp');
    expect(await page.locator('main').innerText()).toContain('Step 1 of 2');
    await giveCredentials(page, an.username, an.password);
    expect(await page.locator('main').innerText()).toContain('Step 2 of 2');
    await giveFreshCode(page, an);
    await continueIfAsked(page);

    await page.waitForURL(`**${service.path}/account`);
    expect(await page.textContent('h1')).toBe('Welcome, An Maria Appelmoes');
    expect(await service.account(page)).toMatchObject({
      classReference: 'urn:be:fedict:iam:fas:citizen:Level400',
      attributes: { givenName: 'An Maria', surname: 'Appelmoes', egovNRN: an.nationalNumber, mail: an.email },
    });
  });

  it('and nothing of her number or her password is in an address', async () => {
    const an = withPassword(await person('an-appelmoes'));
    const page = await freshPage();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url(), request.headers().referer ?? ''));

    await page.goto(permitCounter.signIn({ level: 400 }));
    await chooseKey(page, 'totp');
    await giveCredentials(page, an.username, an.password);
    await giveFreshCode(page, an);
    await continueIfAsked(page);
    await page.waitForURL('**/account');

    const seen = addresses.join('\n');
    expect(seen).not.toContain(an.nationalNumber);
    expect(seen).not.toContain(an.username);
    expect(seen).not.toContain(encodeURIComponent(an.password));
  });
});
