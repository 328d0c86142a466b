import { beforeAll, expect, it } from 'vitest';
import { ageSentCounts } from '../support/aged-codes.js';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { rows } from '../support/stack-database.js';
import { messagesTo, newestCode } from './support/messages.js';
import { permitCounter } from './support/services.js';
import {
  chooseKey,
  continueIfAsked,
  giveCode,
  giveCredentials,
  signIn,
  withPassword,
  type Person,
} from './support/steps.js';

describeInBrowser('Chantal gets a code by text message', () => {
  let chantal: Person;
  let phone: string;
  beforeAll(async () => {
    chantal = withPassword(await person('chantal-chicon'));
    phone = chantal.phone ?? '';
  });

  it('KY-4 WA-7 and signs in at level 400, typing nothing twice; the message names no person and is charged to the agency', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 400 }));
    await chooseKey(page, 'sms');
    const since = new Date();
    await giveCredentials(page, chantal.username, chantal.password);
    const said = await page.locator('main').innerText();
    expect(said).toContain('Step 2 of 2');
    expect(said).toContain(`+32 4•• •• •• ${phone.slice(-2)}`);
    expect(await page.content()).not.toContain(phone.slice(3));
    expect(await page.locator('[name=username], [name=password], [name=phone]').count()).toBe(0);
    expect(await page.getAttribute('[name=code]', 'autocomplete')).toBe('one-time-code');

    await giveCode(page, await newestCode('sms', phone, since));
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    expect((await permitCounter.account(page)).classReference).toBe('urn:be:fedict:iam:fas:citizen:Level400');

    const [message] = (await messagesTo('sms', phone)).filter(({ at }) => new Date(at) >= since);
    expect(message?.text).toMatch(/^\d{6} est votre code CSAM pour .*\n@localhost #\d{6}$/s);
    expect(message?.text).not.toContain('Chicon');
    expect(message?.text).not.toContain(chantal.nationalNumber);
    const charged = await rows(
      'select agency, charged_segments from messaging.sms where cost_period is not null and created_at >= $1',
      [since],
    );
    expect(charged).toEqual([{ agency: '0671516647', charged_segments: 1 }]);
  });

  it('with scripts off, after a wrong code; a second message within half a minute is refused', async () => {
    const page = await freshPage({ javaScriptEnabled: false });
    await page.goto(permitCounter.signIn({ level: 400 }));
    await chooseKey(page, 'sms');
    const since = new Date();
    await giveCredentials(page, chantal.username, chantal.password);
    const first = await newestCode('sms', phone, since);
    await giveCode(page, first === '000000' ? '000001' : '000000');
    expect(await page.textContent('.error-summary')).toContain('This code is not right');

    await page.click('button[name=resend]');
    expect(await page.textContent('.notice-problem')).toContain('A code was sent a moment ago');
    await giveCode(page, first);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    expect((await permitCounter.account(page)).classReference).toBe('urn:be:fedict:iam:fas:citizen:Level400');
  });

  it('only when she presses the button, when her password was proven before', async () => {
    // Two codes in ten seconds are the most that one person gets.
    await ageSentCounts(10);
    const page = await freshPage();
    await signIn(page, { at: permitCounter.signIn({ level: 200 }), with: 'password', as: chantal });
    const since = new Date();
    await page.goto(permitCounter.signIn({ level: 400 }));
    await chooseKey(page, 'sms');
    expect(await page.locator('[name=username]').count()).toBe(0);
    await page.reload();
    expect((await messagesTo('sms', phone)).filter(({ at }) => new Date(at) >= since)).toEqual([]);
    await page.click('button[name=resend]');
    await giveCode(page, await newestCode('sms', phone, since));
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    expect((await permitCounter.account(page)).classReference).toBe('urn:be:fedict:iam:fas:citizen:Level400');
  });
});
