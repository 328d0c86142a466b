import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { messagesTo, newestCode } from './support/messages.js';
import { permitCounter } from './support/services.js';
import { chooseKey, continueIfAsked, giveCode, giveCredentials, withPassword } from './support/steps.js';

describeInBrowser('Hakim gets a code by mail', () => {
  it('and signs in at level 300; the mail names no person', async () => {
    const hakim = withPassword(await person('hakim-hazelnoot'));
    const mailbox = hakim.email ?? '';
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 300 }));
    await chooseKey(page, 'email');
    const since = new Date();
    await giveCredentials(page, hakim.username, hakim.password);
    expect(await page.locator('main').innerText()).toContain('h•••t@p•••.example');
    expect(await page.content()).not.toContain(mailbox);

    await giveCode(page, await newestCode('mail', mailbox, since));
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    expect((await permitCounter.account(page)).classReference).toBe('urn:be:fedict:iam:fas:citizen:Level300');
    const mails = await messagesTo('mail', mailbox);
    const mail = mails.find(({ text }) => /#\d{6}/.test(text));
    expect(mail?.text).not.toContain('Hazelnoot');
    expect(mail?.text).not.toContain(hakim.nationalNumber);
  });

  it('but a service that asks for level 400 does not take it', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 400 }));
    expect(await page.locator('a[data-key="email"]').count()).toBe(0);
    expect(await page.locator('a[data-key="sms"]').count()).toBe(1);
  });
});
