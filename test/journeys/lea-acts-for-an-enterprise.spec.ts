import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { stack } from '../support/stack.js';
import { library, permitCounter } from './support/services.js';
import { continueIfAsked, proveWith } from './support/steps.js';

const CLASS = 'urn:be:fedict:iam:fas:enterprise:Level200';

/** A sign-in at a service of the sandbox for an enterprise. */
function forEnterprise(path: string, more: Readonly<Record<string, string>>): string {
  const url = new URL(path, stack().addresses.sandbox);
  for (const [name, value] of Object.entries({ class: CLASS, ...more })) url.searchParams.set(name, value);
  return url.href;
}

describeInBrowser('Léa acts for an enterprise', () => {
  let lea: SandboxPerson;
  beforeAll(async () => {
    lea = await person('lea-lierre');
  });

  it('chooses it at each service, over both protocols, and nothing of the others goes out', async () => {
    const page = await freshPage();
    await page.goto(forEnterprise('/rp/oidc/login', { scope: 'profile enterprise roles' }));
    await proveWith(page, 'password', lea);
    expect(await page.textContent('h1')).toBe('For which enterprise do you sign in?');
    expect(await page.locator('button[name=enterprise]').count()).toBe(3);
    await page.click('button[name=enterprise][value="0999900150"]');
    await continueIfAsked(page);
    await page.waitForURL('**/rp/oidc/account');
    const { attributes, classReference } = await permitCounter.account(page);
    expect(classReference).toBe(CLASS);
    expect(attributes).toMatchObject({
      enterpriseNumber: '0999900150',
      enterpriseName: 'Bakkerij De Verzonnen Kruimel BV',
      roles: [
        { name: 'Manager', enterpriseNumber: '0999900150', source: 'KBO' },
        { name: 'DossierBeheerder', enterpriseNumber: '0999900150', source: 'RMA' },
      ],
    });
    expect(JSON.stringify(attributes)).not.toContain('0999900249');

    await page.goto(forEnterprise('/rp/saml/login', { attributes: '2', comparison: 'minimum' }));
    expect(await page.textContent('h1')).toBe('For which enterprise do you sign in?');
    await page.click('button[name=enterprise][value="0999900249"]');
    await continueIfAsked(page);
    await page.waitForURL('**/rp/saml/account');
    expect((await library.account(page)).attributes).toMatchObject({ enterpriseNumber: '0999900249' });
  });
});
