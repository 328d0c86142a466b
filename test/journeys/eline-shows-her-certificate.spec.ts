import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { rows } from '../support/stack-database.js';
import { pageWithCard, problemOf, setRevoked, whileFailing } from './support/cards.js';
import { library, permitCounter } from './support/services.js';
import { continueIfAsked, proveWith, signIn, submit } from './support/steps.js';

const LEVEL_350 = 'urn:be:fedict:iam:fas:citizen:Level350';
const OWN = 'eline-eekhoorn-certificate';

describeInBrowser('Eline shows her certificate', () => {
  let eline: SandboxPerson;
  beforeAll(async () => {
    eline = await person('eline-eekhoorn');
  });

  /** From the service to what comes of showing the certificate that this browser has. */
  async function show(name: string, as = eline) {
    const page = await pageWithCard(name);
    await page.goto(permitCounter.signIn({ level: 350 }));
    await proveWith(page, 'certificate', as);
    await submit(page);
    return page;
  }

  it('KY-5 signs in with password and certificate at level 350', async () => {
    expect(eline.certificate?.p12).toBe(`/cards/${OWN}.p12`);
    const page = await pageWithCard(OWN);
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(permitCounter.signIn({ level: 350 }));
    await proveWith(page, 'certificate', eline);
    expect(await page.locator('[name=password]').count()).toBe(0);
    await submit(page);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    const { classReference, attributes } = await permitCounter.account(page);
    expect(classReference).toBe(LEVEL_350);
    expect(attributes).toMatchObject({ egovNRN: eline.nationalNumber });
    expect(addresses.join(' ')).not.toMatch(new RegExp(`${eline.nationalNumber}|eekhoorn|eline`, 'i'));
  });

  it('is asked the certificate only when the password was given before, in French, with scripts off', async () => {
    const page = await pageWithCard(OWN, { javaScriptEnabled: false });
    await signIn(page, {
      at: permitCounter.signIn({ level: 200, language: 'fr' }),
      with: 'password',
      as: eline,
    });
    await page.goto(library.signIn({ level: 350, language: 'fr' }));
    await page.locator('a[data-key="certificate"]').click();
    expect(await page.textContent('h1')).toBe('S’identifier avec votre certificat');
    expect(await page.locator('[name=username]').count()).toBe(0);
    await submit(page);
    if (page.url().endsWith('/information')) await page.click('button[name=decision][value=continue]');
    await page.locator('form button[type=submit]').first().click();
    await page.waitForURL('**/account');
    expect((await library.account(page)).classReference).toBe(LEVEL_350);
  });

  it('KY-5 her certificate opens nothing with the right password of somebody else', async () => {
    const page = await show(OWN, await person('rosa-ruimschoots'));
    expect(await problemOf(page)).toBe('This certificate is not a key of yours');
    expect(page.url()).toContain('/certificate/return');
    const found = await rows<{ reason: string }>(
      `select data->>'reason' as reason from audit.event where name = 'KeyRefused' and data->>'key' = 'certificate'
        order by occurred_at desc limit 1`,
    );
    expect(found).toEqual([{ reason: 'of-another-person' }]);
  });

  it('XS-32 without a certificate is told so, and can choose another key', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 350 }));
    await proveWith(page, 'certificate', eline);
    await submit(page);
    expect(await problemOf(page)).toBe('We did not see a certificate');
    await page.getByRole('link', { name: 'Choose another key' }).click();
    expect(await page.locator('a[data-key="certificate"]').count()).toBe(1);
  });

  it.each([
    [`${OWN}-expired`, 'Your certificate has expired'],
    [`${OWN}-revoked`, 'Your certificate was revoked'],
    [`${OWN}-signature`, 'This certificate is not one to sign in with'],
    [`${OWN}-other`, 'This certificate is not a key of yours'],
    ['rosa-ruimschoots', 'We do not know who issued this certificate'],
  ])('KY-5 is refused with %s', async (name, words) => {
    expect(await problemOf(await show(name))).toBe(words);
  });

  it('KY-5 a certificate of the company is no identity card', async () => {
    const page = await pageWithCard(OWN);
    await page.goto(permitCounter.signIn({ level: 500 }));
    await page.locator('a[data-key="eid"]').click();
    await submit(page);
    expect(await problemOf(page)).toBe('This is not a Belgian identity card that we recognise');
  });

  it('LE-7 is refused while it is revoked, or while nobody can tell', async () => {
    await setRevoked(OWN, true);
    try {
      expect(await problemOf(await show(OWN))).toBe('Your certificate was revoked');
    } finally {
      await setRevoked(OWN, false);
    }
    await whileFailing('ocsp', 'error', async () => {
      const words = 'We cannot check at the moment whether your certificate is still valid';
      expect(await problemOf(await show(OWN))).toBe(words);
    });
    const page = await show(OWN);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
  });

  it('XS-14 coming back without having given the password proves nothing', async () => {
    const page = await pageWithCard(OWN);
    await page.goto(permitCounter.signIn({ level: 350 }));
    await page.goto(`${page.url()}/certificate/return?reading=nothing`);
    expect(await page.locator('[name=password]').count()).toBe(1);
    expect(await page.title()).toContain('Sign in with your certificate');
  });
});
