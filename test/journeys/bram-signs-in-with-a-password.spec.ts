import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { library, permitCounter } from './support/services.js';
import { signIn } from './support/steps.js';

describeInBrowser('Bram, who has a password only', () => {
  it.each([permitCounter, library])('is let in where level 200 is enough: $name', async (service) => {
    const page = await freshPage();
    await signIn(page, {
      at: service.signIn({ level: 200 }),
      with: 'password',
      as: await person('bram-boterkoek'),
    });
    expect(await service.account(page)).toMatchObject({
      classReference: 'urn:be:fedict:iam:fas:citizen:Level200',
      attributes: { surname: 'Boterkoek' },
    });
  });

  it('KY-8 sees his key where level 400 is asked, why it does not open the service, and the way to a stronger one', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 400 }));

    const password = page.locator('[data-unavailable-key=password]');
    expect(await password.innerText()).toContain('User name and password');
    expect(await password.innerText()).toContain('Not strong enough for this service.');
    expect(await page.locator('[data-key=password]').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Activate a key in My digital keys' }).count()).toBe(1);
  });

  it('KY-8 cannot open the page of a key that is too weak by typing its address', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 400 }));
    const choice = page.url();
    await page.goto(`${choice}/password`);
    expect(page.url()).toBe(choice);
  });
});
