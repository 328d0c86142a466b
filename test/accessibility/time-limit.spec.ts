import { expect, it } from 'vitest';
import { hashToken } from '#libs/security';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { rows } from '../support/stack-database.js';
import { staffBrowser } from '../journeys/support/staff.js';
import { permitCounter } from '../journeys/support/services.js';

describeInBrowser('WA-10 a sign-in that is about to close', () => {
  it('says so, and stays open on one press with what was typed', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 200 }));
    await page.locator('a[data-key="password"]').click();
    const id = /sign-in\/([^/]+)\//.exec(page.url())?.[1] ?? '';
    const left = async () =>
      (
        await rows<{ seconds: number }>(
          'select extract(epoch from expires_at - now())::int as seconds from fas.journey where id = $1',
          [id],
        )
      )[0]?.seconds ?? 0;
    const warning = page.locator('[data-limit]');
    expect(await warning.isVisible()).toBe(false);

    await rows(`update fas.journey set expires_at = now() + interval '100 seconds' where id = $1`, [id]);
    await page.reload();
    await page.fill('[name=username]', 'typed.before');
    expect(await warning.locator('[role=alert]').innerText()).toContain('closes within two minutes');
    await warning.locator('button').click();
    await warning.locator('[role=alert]', { hasText: 'time again' }).waitFor();
    expect(await left()).toBeGreaterThan(29 * 60);
    expect(await page.inputValue('[name=username]')).toBe('typed.before');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('username');

    await rows(`update fas.journey set expires_at = now() - interval '1 second' where id = $1`, [id]);
    const late = await page.request.get(page.url());
    expect(late.status()).toBe(410);
  });
});

describeInBrowser('WA-10 a session that is about to end', () => {
  it('says so, goes on at one press while it may, and says when it may not', async () => {
    const otto = await staffBrowser('otto-opstart', '/operations/incidents/new');
    const cookies = await otto.context().cookies();
    const session = cookies.find(({ name }) => name.endsWith('csam-admin-session'))?.value ?? '';
    const endsIn = (seconds: number) =>
      rows(
        'update service_provider.session set expires_at = now() + make_interval(secs => $2) where cookie = $1',
        [hashToken(session), seconds],
      );
    const warning = otto.locator('[data-limit]');
    expect(await warning.isVisible()).toBe(false);

    await endsIn(100);
    await otto.reload();
    await otto.fill('[name=text-nl]', 'typed before');
    expect(await warning.locator('[role=alert]').innerText()).toContain('ends within two minutes');
    await endsIn(3_600);
    await warning.locator('button').click();
    await warning.locator('[role=alert]', { hasText: 'time again' }).waitFor();
    expect(await otto.inputValue('[name=text-nl]')).toBe('typed before');

    await endsIn(100);
    await otto.reload();
    await warning.locator('button').click();
    await warning.locator('[role=alert]', { hasText: 'cannot last any longer' }).waitFor();
    expect(await warning.locator('button').isVisible()).toBe(false);
  });
});
