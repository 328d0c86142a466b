import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { messagesTo } from './support/messages.js';
import { heading } from './support/my-keys.js';
import { submit } from './support/steps.js';
import { answerWhy, press, staffBrowser } from './support/staff.js';

const OFFICE = '/registration/offices/99901';

describeInBrowser('A registration office and the service desk help a person without any key', () => {
  it('KY-12 XS-29 Lars registers Oskar, who opens the way with paper and mail; Stijn helps by phone', async () => {
    const oskar = await person('oskar-ongekend');
    const address = `counter.${Date.now()}@people.example`;
    const lars = await staffBrowser('lars-loket', OFFICE);
    await lars.getByRole('link', { name: 'Register somebody' }).click();
    await lars.fill('[name=number]', oskar.nationalNumber);
    await lars.check('[name=documentType][value=passport]');
    await lars.fill('[name=country]', 'FR');
    await lars.fill('[name=documentNumber]', '12AB34567');
    await lars.fill('[name=expiry]', '2035-01-31');
    await press(lars, 'Look up in the register');
    expect(await heading(lars)).toBe('Compare with the document');
    const surname = oskar.name.split(' ').at(-1) ?? '';
    expect(await lars.textContent('main')).toContain(surname);
    await lars.check('[name=namesCompared]');
    await lars.check('[name=faceCompared]');
    await lars.fill('[name=mail]', address);
    await lars.fill('[name=mailAgain]', address);
    await lars.check('[name=language][value=en]');
    await press(lars, 'Register and show the paper');
    expect(await heading(lars)).toBe('Your activation code');
    const code = (await lars.textContent('[data-paper-code]'))?.trim() ?? '';
    await lars.emulateMedia({ media: 'print' });
    expect(await lars.locator('nav').first().isVisible()).toBe(false);
    expect(await lars.locator('[data-paper-code]').isVisible()).toBe(true);
    expect(await lars.content()).not.toContain('/activate/');

    // The mail did not arrive, says the caller: Stijn sees the open activation and has it mailed again.
    const stijn = await staffBrowser('stijn-snoerloos', '/service-desk');
    await stijn.check('[name=by][value=number]');
    await stijn.fill('[name=value]', oskar.nationalNumber);
    await answerWhy(stijn, 'The mail of the office did not arrive', 'Find');
    expect(await heading(stijn)).toBe('The caller');
    const shown = (await stijn.textContent('main')) ?? '';
    for (const hidden of [oskar.nationalNumber, address, code]) expect(shown).not.toContain(hidden);
    await stijn.getByRole('link', { name: 'Mail the link again' }).click();
    await answerWhy(stijn, 'The caller asked for it', 'Mail the link again');
    expect(await stijn.textContent('.notice-success')).toContain('It is done');

    // Only the person has both: the newest link and the paper.
    const links = async () => {
      const texts = (await messagesTo('mail', address)).map(({ text }) => text);
      return [...new Set(texts.flatMap((text) => text.match(/https?:\/\/\S+\/activate\/[\w-]+/g) ?? []))];
    };
    await expect.poll(async () => (await links()).length, { timeout: 20_000 }).toBe(2);
    const [newest = '', first = ''] = await links();
    const page = await freshPage();
    await page.goto(first);
    expect(await heading(page)).toBe('This no longer works');
    await page.goto(newest);
    await page.fill('[name=code]', code);
    await submit(page);
    expect(new URL(page.url()).pathname).toBe('/activation');
  }, 90_000);

  it('XS-29 an officer is proposed by the head of the office and appointed by another person', async () => {
    const otto = await staffBrowser('otto-opstart', `${OFFICE}/officers`);
    await otto.fill('[name=name]', 'Astrid Agenda');
    await otto.fill('[name=number]', (await person('astrid-agenda')).nationalNumber);
    await answerWhy(otto, 'Helps at the counter', 'Propose');
    expect(await otto.textContent('.notice-success')).toContain('The service desk decides');
    const sofie = await staffBrowser('sofie-vierogen', '/requests?state=open');
    await sofie.locator('main tbody a').first().click();
    expect(await heading(sofie)).toContain('Astrid Agenda');
    await answerWhy(sofie, 'Checked with the office', 'Approve');
    expect(await sofie.locator('[data-state=approved]').isVisible()).toBe(true);
    await otto.reload();
    await otto.goto(new URL(`${OFFICE}/officers`, otto.url()).href);
    expect(await otto.textContent('main table')).toContain('Astrid Agenda');
  }, 90_000);
});
