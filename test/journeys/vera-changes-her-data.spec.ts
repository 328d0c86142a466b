import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { fedIdOf } from '../support/person-state.js';
import { rows } from '../support/stack-database.js';
import { acceptAgreement, heading, myKeys, openMyKeys } from './support/my-keys.js';
import { messagesTo, newestCode } from './support/messages.js';
import { giveCode, giveCredentials, submit } from './support/steps.js';

/** A long road, on a machine that does other things too. */
const PATIENCE = 90_000;

describeInBrowser('Vera changes her data in My digital keys', () => {
  let vera: SandboxPerson;
  beforeAll(async () => {
    vera = await person('vera-verdwijnt');
  });

  it(
    'KY-9 a mail address is confirmed by its link, which opening does not use up, and the old one is told',
    async () => {
      const page = await freshPage();
      await openMyKeys(page, '/contact/add/mail', 'totp', vera);
      const address = 'vera.nieuw@people.example';
      await page.fill('[name=email]', address);
      await submit(page);
      await expect
        .poll(async () => (await messagesTo('mail', address))[0]?.text ?? '', { timeout: 20_000 })
        .toContain('/confirm-address/');
      const mail = (await messagesTo('mail', address))[0]?.text ?? '';
      const link = /https?:\/\/\S+\/confirm-address\/[\w-]+/.exec(mail)?.[0] ?? '';
      // A scanner opens it, twice; then Vera presses the button, in another browser.
      await fetch(link);
      await fetch(link);
      const elsewhere = await freshPage();
      await elsewhere.goto(link);
      await submit(elsewhere);
      expect(await heading(elsewhere)).toBe('Your e-mail address is confirmed');
      await elsewhere.goto(link);
      expect(await heading(elsewhere)).toBe('This link no longer works');
      await page.goto(myKeys('/contact'));
      expect(await page.locator('main').innerText()).toContain(address);
      await expect
        .poll(async () => (await messagesTo('mail', vera.email ?? '')).map(({ text }) => text).join(), {
          timeout: 20_000,
        })
        .toContain('/not-me/');
    },
    PATIENCE,
  );

  it(
    'XS-7 KY-4 codes by text message go to a new number only after it rested',
    async () => {
      const page = await freshPage();
      await openMyKeys(page, '/contact/add/phone', 'totp', vera);
      await acceptAgreement(page);
      await page.goto(myKeys('/contact/add/phone'));
      expect(await page.locator('main').innerText()).toContain('24 hours');
      const since = new Date();
      await page.fill('[name=phone]', '0460 00 09 33');
      await submit(page);
      await giveCode(page, await newestCode('sms', '+32460000933', since));
      await expect
        .poll(async () => (await messagesTo('sms', vera.phone ?? '')).map(({ text }) => text).join(), {
          timeout: 20_000,
        })
        .toContain('CSAM: Er is een telefoonnummer toegevoegd');
      await page.goto(myKeys('/contact'));
      const fresh = page.locator('.summary > div', { hasText: '+32 460 00 09 33' });
      expect(await fresh.innerText()).toContain('Codes go here from');
      await fresh.locator('button').first().click();
      await page.waitForURL('**/contact?done=primary');

      const asked = new Date();
      await page.goto(myKeys('/keys/new/sms'));
      await submit(page);
      // It is the first choice now, and still the old number gets the code.
      await giveCode(page, await newestCode('sms', vera.phone ?? '', asked));
      expect(await page.locator('.notice-success').innerText()).toContain('Your new key is active');
    },
    PATIENCE,
  );

  it(
    'PR-1 PR-2 takes everything along and has it erased; her keys open nothing afterwards',
    async () => {
      const page = await freshPage();
      await openMyKeys(page, '/my-data', 'totp', vera);
      const file = await page.request.get(myKeys('/my-data/everything.json'));
      const everything = (await file.json()) as {
        person: { numbers: { number: string }[] };
        history: { name: string }[];
      };
      expect(everything.person.numbers.map(({ number }) => number)).toEqual([vera.nationalNumber]);
      expect(everything.history.map(({ name }) => name)).toContain('KeyProven');
      await page.goto(myKeys('/my-data/everything'));
      expect(await page.locator('main').innerText()).toContain(vera.nationalNumber);

      await page.goto(myKeys('/my-data/erase'));
      await submit(page);
      expect(await heading(page)).toBe('Your data are erased');
      await page.goto(myKeys('/overview/'));
      expect(page.url()).toContain('/fas/sign-in/');
      await page.locator('a[data-key="password"]').click();
      await giveCredentials(page, vera.username ?? '', vera.password ?? '');
      expect(await page.locator('.error-summary').count()).toBe(1);
      const left = await rows<{ contacts: number; numbers: number; active: number }>(
        `select (select count(*)::int from people.contact where fed_id = $1) as contacts,
                (select count(*)::int from people.identifier where fed_id = $1) as numbers,
                (select count(*)::int from digital_keys.digital_key
                  where fed_id = $1 and state <> 'revoked') as active`,
        [fedIdOf('vera-verdwijnt')],
      );
      expect(left).toEqual([{ contacts: 0, numbers: 0, active: 0 }]);
    },
    PATIENCE,
  );
});
