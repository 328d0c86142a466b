import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { stack } from '../support/stack.js';
import { heading } from './support/my-keys.js';
import { permitCounter } from './support/services.js';
import { press, staffBrowser } from './support/staff.js';
import { signIn } from './support/steps.js';

describeInBrowser('Astrid, who manages the services of her agency', () => {
  it('XS-28 finds a sign-in among her transactions, and by its reference what a service asked wrongly', async () => {
    const citizen = await freshPage();
    await signIn(citizen, {
      at: permitCounter.signIn({ level: 200 }),
      with: 'password',
      as: await person('bram-boterkoek'),
    });
    const wrong = new URL('/fas/oauth2/authorize', stack().addresses.fas);
    wrong.search = new URLSearchParams({
      client_id: 'demo-oidc',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'https://elsewhere.example/',
    }).toString();
    const reference = (await citizen.goto(wrong.href))?.headers()['x-request-reference'] ?? '';
    expect(await citizen.textContent('main')).toContain(reference);

    const astrid = await staffBrowser('astrid-agenda', '/reports');
    await astrid.fill('[name=q]', permitCounter.name);
    await press(astrid, 'Show');
    await astrid.getByRole('link', { name: permitCounter.name }).first().click();
    await astrid.getByRole('link', { name: 'See every transaction' }).click();
    expect(await heading(astrid)).toBe(`Transactions of ${permitCounter.name}`);
    expect(await astrid.locator('[data-event=SignInCompleted]').count()).toBeGreaterThan(0);
    await astrid.fill('[name=reference]', reference.toLowerCase());
    await press(astrid, 'Show');
    const found = astrid.locator('tbody tr');
    expect(await found.count()).toBe(1);
    expect(await found.innerText()).toMatch(/OpenID Connect request rejected.*redirect_uri/s);
  }, 60_000);
});
