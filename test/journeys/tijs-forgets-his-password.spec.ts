import type { Page } from 'playwright-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { fedIdOf } from '../support/person-state.js';
import { rows } from '../support/stack-database.js';
import { messagesTo, newestCode } from './support/messages.js';
import { heading, myKeys } from './support/my-keys.js';
import { permitCounter } from './support/services.js';
import {
  chooseKey,
  continueIfAsked,
  giveCode,
  giveCredentials,
  submit,
  withPassword,
  type Person,
} from './support/steps.js';

const PATIENCE = 60_000;
const NEW_PASSWORD = 'negen blauwe fietsen in de regen';

/** A key for codes by text message; the password of before and no such key when the test is over. */
async function withTextMessages(fedId: string): Promise<void> {
  const [kept] = await rows<{ key_id: string; password_hash: string }>(
    `select p.key_id, p.password_hash from digital_keys.password p
       join digital_keys.digital_key k on k.id = p.key_id where k.fed_id = $1 and k.state = 'active'`,
    [fedId],
  );
  const [made] = await rows<{ id: string }>(
    `insert into digital_keys.digital_key (fed_id, kind, enrolment) values ($1, 'sms', 'eid') returning id`,
    [fedId],
  );
  onTestFinished(async () => {
    await rows("update digital_keys.digital_key set state = 'revoked' where id = $1", [made?.id]);
    await rows('update digital_keys.password set password_hash = $2 where key_id = $1', [
      kept?.key_id,
      kept?.password_hash,
    ]);
  });
}

/** As if the day had gone by in which the owner could stop it. */
const letRest = (fedId: string) =>
  rows(
    `update digital_keys.recovery set ripe_at = now() - interval '1 second'
      where fed_id = $1 and finished_at is null`,
    [fedId],
  );

describeInBrowser('Tijs forgot his password, and half his user name', () => {
  let tijs: Person;
  let fedId: string;
  beforeAll(async () => {
    tijs = withPassword(await person('tijs-terugweg'));
    fedId = fedIdOf('tijs-terugweg');
  });

  const signsIn = async (page: Page, password: string): Promise<boolean> => {
    await page.goto(permitCounter.signIn({ level: 200, anew: true }));
    await chooseKey(page, 'password');
    await giveCredentials(page, tijs.username, password);
    await continueIfAsked(page);
    return page.url().includes('/account');
  };

  it(
    'LN-23 XS-19 and gets both back by mail, after a day, with a code on his telephone',
    async () => {
      await withTextMessages(fedId);
      const page = await freshPage();
      const since = new Date();
      await page.goto(myKeys('/recovery'));
      await page.locator('main a[href="/recovery/mail"]').click();
      await page.fill('[name=email]', tijs.email ?? '');
      await submit(page);
      expect(await heading(page)).toBe('Look in your mailbox');
      const mail = async () =>
        (await messagesTo('mail', tijs.email ?? '')).find(
          ({ at, text }) => new Date(at) >= since && text.includes('/recover/'),
        )?.text ?? '';
      await expect.poll(mail, { timeout: 20_000 }).toContain(tijs.username);
      const link = /https?:\/\/\S+\/recover\/[\w-]+/.exec(await mail())?.[0] ?? '';

      await page.goto(link);
      await submit(page);
      expect(await heading(page)).toBe('A little longer');
      await page.goto(link);
      expect(await page.locator('[name=code]').count()).toBe(0);

      await letRest(fedId);
      await page.goto(link);
      await page.locator('main a[href$="with=sms"]').click();
      const sent = new Date();
      await submit(page);
      const code = await newestCode('sms', tijs.phone ?? '', sent);
      await giveCode(page, code === '000000' ? '000001' : '000000');
      expect(await page.locator('.error-summary').isVisible()).toBe(true);
      await giveCode(page, code);
      await page.fill('[name=password]', 'short');
      await submit(page);
      expect(await page.locator('.error-summary').isVisible()).toBe(true);
      await page.fill('[name=password]', NEW_PASSWORD);
      await submit(page);
      expect(await heading(page)).toBe('Your new password works');

      expect(await signsIn(await freshPage(), tijs.password)).toBe(false);
      expect(await signsIn(await freshPage(), NEW_PASSWORD)).toBe(true);
      await page.goto(link);
      expect(await heading(page)).toBe('This link no longer works');
    },
    PATIENCE,
  );
});
