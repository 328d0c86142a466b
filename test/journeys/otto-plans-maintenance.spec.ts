import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.js';
import { readCalendar } from '../support/calendar.js';
import { mailsTo, mailTo, type ReceivedMail } from '../support/mailbox.js';
import { outageContact } from '../support/outage-contact.js';
import { runCsamAlone } from '../support/csam.js';
import { returnedMail } from '../support/returned-mail.js';
import { heading } from './support/my-keys.js';
import { adminPage, press, staffBrowser } from './support/staff.js';

const LIST = '/operations/maintenance';
/** The registries' own agency, which is in every demo. */
const OTHER_AGENCY = '0308357159';

/** As an operator in Belgium writes a moment. */
const written = (moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Brussels',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(moment);

const inDays = (days: number): Date =>
  new Date(Math.ceil(Date.now() / 60_000) * 60_000 + days * 24 * 60 * 60_000);

const utc = (moment: Date): string => moment.toISOString().replaceAll(/[-:]|\.000/g, '');

async function fill(page: Page, start: Date, minutes: number, reason: string): Promise<void> {
  await page.fill('[name=start]', written(start));
  await page.fill('[name=minutes]', String(minutes));
  for (const language of ['nl', 'fr', 'de', 'en'])
    await page.fill(`[name=reason-${language}]`, `${reason} (${language})`);
}

function entryOf(mail: ReceivedMail | undefined) {
  const attachment = mail?.attachments[0];
  const { method, properties } = readCalendar(Buffer.from(attachment?.content ?? '', 'base64').toString());
  const [uid, sequence, start, end, status] = ['UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'STATUS'].map((name) =>
    properties.get(name),
  );
  expect(attachment?.contentType).toContain('text/calendar');
  return { method, uid, sequence, start, end, status };
}

describeInBrowser('Otto and Nora, who keep the service running', () => {
  it('plan, change and call off maintenance; each contact gets each mail once, and one whose mail comes back no more', async () => {
    const mark = randomBytes(4).toString('hex');
    const [willem, gone] = [`willem-${mark}@agency.example`, `gone-${mark}@agency.example`];
    await outageContact(willem, 'fr');
    // The same mailbox for another agency: one mail all the same.
    await outageContact(willem, 'fr', OTHER_AGENCY);
    await outageContact(gone, 'nl');

    const otto = await staffBrowser('otto-opstart', LIST);
    await otto.getByRole('link', { name: 'Plan maintenance' }).click();
    await otto.check('[name="components.sign-in-saml"]');
    const start = inDays(30);
    await fill(otto, start, 45, 'New disks');
    await press(otto, 'Plan');
    expect(await otto.getAttribute('[data-phase]', 'data-phase')).toBe('coming');
    const address = new URL(otto.url()).pathname;
    const [announced] = await mailsTo(willem, 1);
    expect(announced?.text).toContain('New disks (fr)');
    expect(announced?.text).toContain('45 minutes');
    const uid = `maintenance-${address.split('/').at(-1)}@csam`;
    const end = new Date(start.getTime() + 45 * 60_000);
    const entry = { uid, sequence: '0', start: utc(start), end: utc(end) };
    expect(entryOf(announced)).toEqual({ ...entry, method: 'PUBLISH', status: 'CONFIRMED' });

    const [returned] = await mailsTo(gone, 1);
    const said = await runCsamAlone(['mail', 'returned'], {
      input: returnedMail(returned?.messageId ?? '', gone),
    });
    expect(said).toContain('gets no more mail');
    await otto.reload();
    expect(await otto.locator('tbody tr').first().innerText()).toMatch(/announcement.*\s[1-9]\d*$/s);
    await otto.goto(adminPage('/operations/queues'));
    expect(await otto.textContent('main')).toContain('returned-5.1.1');
    expect(await otto.textContent('main')).not.toContain(gone);

    await otto.goto(adminPage(address));
    await otto.getByRole('link', { name: 'Change the maintenance' }).click();
    expect(await otto.inputValue('[name=minutes]')).toBe('45');
    const later = inDays(31);
    await fill(otto, later, 60, 'New disks, later');
    await press(otto, 'Change and send the e-mails');
    const [changed] = await mailsTo(willem, 2);
    const moved = { uid, start: utc(later), end: utc(new Date(later.getTime() + 60 * 60_000)) };
    expect(entryOf(changed)).toEqual({ ...moved, sequence: '1', method: 'PUBLISH', status: 'CONFIRMED' });

    await otto.getByRole('link', { name: 'Call the maintenance off' }).click();
    await press(otto, 'Call the maintenance off');
    expect(await otto.getAttribute('[data-phase]', 'data-phase')).toBe('cancelled');
    const [off] = await mailsTo(willem, 3);
    expect(entryOf(off)).toEqual({ ...moved, sequence: '2', method: 'CANCEL', status: 'CANCELLED' });
    expect(await mailTo(willem)).toHaveLength(3);
    expect(await mailTo(gone)).toHaveLength(1);
  }, 180_000);

  it('plan sooner than agreed only with a reason, and the other of the two must say yes', async () => {
    const contact = `soon-${randomBytes(4).toString('hex')}@agency.example`;
    await outageContact(contact, 'en');
    const otto = await staffBrowser('otto-opstart', `${LIST}/new`);
    await otto.check('[name="components.my-keys"]');
    await fill(otto, inDays(2), 20, 'A leak');
    await press(otto, 'Plan');
    expect(await otto.locator('.error-summary').innerText()).toContain('This is too short ahead');
    expect(await otto.inputValue('[name=minutes]')).toBe('20');
    await otto.fill('[name=lateReason]', 'Water drips on the disks.');
    await press(otto, 'Plan');
    expect(await otto.getAttribute('[data-phase]', 'data-phase')).toBe('proposed');
    expect(await otto.textContent('main')).toContain('Another operator has to approve it');
    expect(await otto.getByRole('button', { name: 'Approve and send the e-mails' }).count()).toBe(0);
    expect(await mailTo(contact)).toEqual([]);

    const nora = await staffBrowser('nora-nachtwacht', new URL(otto.url()).pathname);
    expect(await nora.textContent('main')).toContain('Water drips on the disks.');
    await press(nora, 'Approve and send the e-mails');
    expect(await nora.getAttribute('[data-phase]', 'data-phase')).toBe('coming');
    const [mail] = await mailsTo(contact, 1);
    expect(mail?.text).toContain('A leak (en)');
    expect(entryOf(mail).method).toBe('PUBLISH');
    await nora.getByRole('link', { name: 'Call the maintenance off' }).click();
    await press(nora, 'Call the maintenance off');
    await mailsTo(contact, 2);
    expect(await heading(nora)).toBe('My digital keys');
  }, 180_000);
});
