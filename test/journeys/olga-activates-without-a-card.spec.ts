import { expect, it } from 'vitest';
import { totpCode } from '#libs/testing';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { fedIdOf } from '../support/person-state.js';
import { runCsam } from '../support/csam.js';
import { tryPassword } from './support/key-trials.js';
import { messagesTo } from './support/messages.js';
import { confirmKeyAction, heading, keyPage, myKeys } from './support/my-keys.js';
import { permitCounter } from './support/services.js';
import { continueIfAsked, giveCode, giveCredentials, submit } from './support/steps.js';

const PASSWORD = 'zeven gele fietsen in de regen';

describeInBrowser('Olga, whom a registration office identified, makes her first keys', () => {
  it('KY-9 LE-2 LE-3 with the link and the code on paper, capped at substantial', async () => {
    const olga = await person('olga-oplettend');
    const paper =
      /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){2}/.exec(
        await runCsam(['activation', 'create', '--fedid', fedIdOf('olga-oplettend')]),
      )?.[0] ?? '';
    await expect
      .poll(async () => (await messagesTo('mail', olga.email ?? ''))[0]?.text ?? '', { timeout: 20_000 })
      .toContain('/activate/');
    const mail = (await messagesTo('mail', olga.email ?? ''))[0]?.text ?? '';
    const link = /https?:\/\/\S+\/activate\/[\w-]+/.exec(mail)?.[0] ?? '';
    // A scanner opens the link; the link alone opens nothing.
    await fetch(link);
    const page = await freshPage();
    await page.goto(new URL('/activation/totp', link).href);
    expect(await heading(page)).toBe('This no longer works');
    await page.goto(link);
    await page.fill('[name=code]', 'AAAA-AAAA-AAAA');
    await submit(page);
    expect(await page.locator('.error-summary').innerText()).toContain('4 more times');
    await page.fill('[name=code]', paper.toLowerCase());
    await submit(page);
    await submit(page);
    // XS-19: no step is skipped.
    await page.goto(new URL('/activation/totp', link).href);
    expect(new URL(page.url()).pathname).toBe('/activation');
    await page.locator('a[href="/activation/password"]').click();
    await submit(page);
    await page.fill('[name=username]', 'olga.oplettend');
    await page.fill('[name=password]', PASSWORD);
    await submit(page);
    await page.locator('a[href="/activation/totp"]').click();
    await submit(page);
    const secret = (await page.locator('[data-secret]').getAttribute('data-secret')) ?? '';
    await giveCode(page, totpCode(secret, new Date(Date.now() - 30_000)));
    expect(await heading(page)).toBe('Your keys are ready');

    const service = await freshPage();
    await service.goto(permitCounter.signIn({ level: 400 }));
    await service.locator('a[data-key="totp"]').click();
    await giveCredentials(service, 'olga.oplettend', PASSWORD);
    await giveCode(service, totpCode(secret, new Date()));
    await continueIfAsked(service);
    await service.waitForURL('**/account');
    const { classReference } = await permitCounter.account(service);
    expect(classReference).toBe('urn:be:fedict:iam:fas:citizen:Level400');

    // Their end: the password takes the app along, and the last keys go only on a word more.
    await service.goto(myKeys('/overview/'));
    await continueIfAsked(service);
    await service.waitForURL(myKeys('/overview/'));
    await confirmKeyAction(service, await keyPage(service, 'password'), 'revoke');
    expect(await service.locator('.error-summary').count()).toBe(1);
    await service.check('[name=understood]');
    await submit(service);
    expect(new URL(service.url()).pathname).toBe('/signed-out/key-ended');
    const known = { ...olga, username: 'olga.oplettend', password: PASSWORD };
    expect(await tryPassword(known, PASSWORD)).toEqual({
      refused: expect.stringContaining('not right') as string,
    });

    // XS-18: link and code serve once.
    await page.goto(link);
    expect(await heading(page)).toBe('This no longer works');
  }, 90_000);
});
