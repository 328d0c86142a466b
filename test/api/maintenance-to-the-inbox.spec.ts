import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCalendar } from '../support/calendar.js';
import { mailsTo } from '../support/mailbox.js';
import { outageContact } from '../support/outage-contact.js';
import { runCsam } from '../support/csam.js';
import { scratchFolder } from '../support/register-application.js';

const file = (content: unknown): string => {
  const name = join(scratchFolder(), `${randomBytes(6).toString('hex')}.json`);
  writeFileSync(name, JSON.stringify(content));
  return name;
};

const plan = (daysAhead: number) => ({
  components: ['my-keys'],
  start: new Date(Date.now() + daysAhead * 86_400_000).toISOString(),
  minutes: 10,
  reason: { nl: 'a', fr: 'b', de: 'c', en: 'd' },
});

it('an operator plans and calls off maintenance from the command line too, and contacts hear of it', async () => {
  const address = `outages-${randomBytes(4).toString('hex')}@agency.example`;
  await outageContact(address, 'fr');
  const planned = await runCsam(['maintenance', 'plan', '--file', file(plan(30))]);
  const id = /[0-9a-f-]{36}/.exec(planned)?.[0] ?? '';
  await mailsTo(address, 1);
  await runCsam(['maintenance', 'cancel', id]);
  const [off] = await mailsTo(address, 2);
  const taken = readCalendar(Buffer.from(off?.attachments[0]?.content ?? '', 'base64').toString());
  expect(taken.method).toBe('CANCEL');
  expect(taken.properties.get('UID')).toBe(`maintenance-${id}@csam`);
});

it('maintenance that comes too soon asks for a reason, then for another operator', async () => {
  await expect(runCsam(['maintenance', 'plan', '--file', file(plan(3))])).rejects.toThrow('lateReason');
  const late = { ...plan(3), lateReason: 'A leak' };
  const proposed = await runCsam(['maintenance', 'plan', '--file', file(late)]);
  expect(proposed).toContain('another operator must approve');
  const id = /[0-9a-f-]{36}/.exec(proposed)?.[0] ?? '';
  await expect(runCsam(['maintenance', 'approve', id])).rejects.toThrow('who planned it cannot approve it');
});
