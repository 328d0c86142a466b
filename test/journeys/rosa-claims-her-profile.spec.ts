import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.js';
import { registrationMail } from '../support/mailbox.js';
import { OidcRelyingParty } from '../support/oidc-relying-party.js';
import { rows } from '../support/stack-database.js';
import { pageWithCard, readCard } from './support/cards.js';
import { submit } from './support/steps.js';

const CITIZEN = 'urn:be:fedict:iam:fas:citizen:Level';

describeInBrowser('Rosa, who made a profile and has an identity card,', () => {
  let forum: OidcRelyingParty;
  beforeAll(async () => {
    forum = await OidcRelyingParty.of('forum');
  });

  const signIn = async (level: number) => (await forum.begin({ acr_values: `${CITIZEN}${level}` })).url.href;

  /** The service has no page of its own: what counts is that the browser is sent back to it with a code. */
  async function backAtTheService(page: Page, work: () => Promise<void>): Promise<URL> {
    const back = page.waitForRequest((request) => request.url().startsWith(forum.redirectUri));
    await work();
    return new URL((await back).url());
  }

  /** Makes a profile on the way to the service. */
  async function makeProfile(page: Page): Promise<string> {
    const mail = `rosa-${randomBytes(6).toString('hex')}@people.example`;
    await page.goto(await signIn(100));
    await page.locator('a[data-key=selfreg]').click();
    await page.getByRole('link', { name: 'Make a profile' }).click();
    await page.fill('[name=emailAddress]', mail);
    await submit(page);
    await page.fill('[name=code]', /\b(\d{6})\b/.exec((await registrationMail(mail, 1)).text)?.[1] ?? '');
    await submit(page);
    await page.fill('[name=firstname]', 'Rosa');
    await page.fill('[name=lastname]', 'Ruimschoots');
    await page.fill('[name=password]', 'negen natte nevels in november');
    await page.check('[name=eulaApproval]');
    const back = await backAtTheService(page, () => page.click('[name=register-weak-profile]'));
    expect(back.searchParams.get('code')).not.toBeNull();
    return mail;
  }

  /** Another tab of the browser in which she made a profile: nobody answers at the service where the first one ended. */
  async function afterMakingAProfile(): Promise<Page> {
    const first = await pageWithCard('rosa-ruimschoots');
    await makeProfile(first);
    return first.context().newPage();
  }

  it('is told what she has and what is asked, proves who she is, and makes the profile hers', async () => {
    const page = await afterMakingAProfile();
    await page.goto(await signIn(500));
    expect(await page.textContent('h1')).toBe('Choose a stronger key');
    expect(await page.textContent('.lead')).toContain('Profile you created yourself');
    await readCard(page);
    expect(await page.textContent('h1')).toBe('Is this profile yours too?');
    expect(await page.textContent('main')).toMatch(/r•••\w@p•••\.example/);
    const back = await backAtTheService(page, () => page.click('button[name=decision][value=link]'));
    expect(back.searchParams.get('code')).not.toBeNull();
    const [linked] = await rows<{ key: string }>(
      'select key from people.former_profile order by linked_at desc limit 1',
    );
    expect(linked?.key).toBe('eid');
  });

  it('XS-15 says that the profile of the browser is somebody else’s, and goes on alone', async () => {
    const page = await afterMakingAProfile();
    const before = await rows('select 1 from people.former_profile');
    await page.goto(await signIn(500));
    await readCard(page);
    const back = await backAtTheService(page, () => page.click('button[name=decision][value=other]'));
    expect(back.searchParams.get('code')).not.toBeNull();
    expect(await rows('select 1 from people.former_profile')).toHaveLength(before.length);
  });
});
