import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { rows } from '../support/stack-database.js';
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
