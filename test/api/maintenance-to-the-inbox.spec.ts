import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runCsam, scratchFolder } from '../support/register-application.js';
import { stack } from '../support/stack.js';

interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

async function mailsTo(address: string, count: number): Promise<readonly Mail[]> {
  const until = Date.now() + 30_000;
  for (;;) {
    const response = await fetch(`${stack().addresses.sandbox}/mail.json?to=${encodeURIComponent(address)}`);
    const mails = (await response.json()) as Mail[];
    if (mails.length >= count) return mails;
    if (Date.now() > until) throw new Error(`${address} got ${mails.length} mails, not ${count}`);
    await sleep(100);
  }
}

const file = (content: unknown): string => {
  const name = join(scratchFolder(), `${randomBytes(6).toString('hex')}.json`);
  writeFileSync(name, JSON.stringify(content));
  return name;
};

it('planned maintenance reaches the inbox of a contact with its calendar entry, and is taken back', async () => {
  const address = `outages-${randomBytes(4).toString('hex')}@agency.example`;
  await runCsam(['maintenance', 'contact', '--agency', '0671516647', '--mail', address, '--language', 'fr']);
  const start = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 30 * 86_400_000);
  const plan = {
    components: ['sign-in-saml'],
    start: start.toISOString(),
    minutes: 45,
    reason: { nl: 'Nieuwe schijven', fr: 'Nouveaux disques', de: 'Neue Platten', en: 'New disks' },
  };
  const planned = await runCsam(['maintenance', 'plan', '--file', file(plan)]);
  const id = /[0-9a-f-]{36}/.exec(planned)?.[0] ?? '';
  const [mail] = await mailsTo(address, 1);
  expect(mail?.text).toContain('Nouveaux disques');
  expect(mail?.text).toContain('45 minutes');
  const calendar = Buffer.from(mail?.attachments[0]?.content ?? '', 'base64').toString('utf8');
  const stamp = start.toISOString().replaceAll(/[-:]|\.000/g, '');
  expect(calendar).toContain(`DTSTART:${stamp}`);
  expect(calendar).toContain('METHOD:PUBLISH');

  const shown = await (await fetch(`${stack().addresses.admin}/status.json`)).text();
  expect(shown).not.toContain('plannedBy');

  await runCsam(['maintenance', 'cancel', id]);
  const [off] = await mailsTo(address, 2);
  const taken = Buffer.from(off?.attachments[0]?.content ?? '', 'base64').toString('utf8');
  expect(taken).toContain('METHOD:CANCEL');
  expect(taken).toContain(`UID:maintenance-${id}@csam`);
});

it('maintenance that comes too soon asks for a reason, then for another operator', async () => {
  const soon = {
    components: ['my-keys'],
    start: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    minutes: 10,
    reason: { nl: 'a', fr: 'b', de: 'c', en: 'd' },
  };
  await expect(runCsam(['maintenance', 'plan', '--file', file(soon)])).rejects.toThrow('lateReason');
  const proposed = await runCsam(['maintenance', 'plan', '--file', file({ ...soon, lateReason: 'A leak' })]);
  expect(proposed).toContain('another operator must approve');
  const id = /[0-9a-f-]{36}/.exec(proposed)?.[0] ?? '';
  await expect(runCsam(['maintenance', 'approve', id])).rejects.toThrow('same-person');
});

it('XS-26 the audit record of everything that happened here is whole, by its checkpoints', async () => {
  const file = join(stack().dataFolder, 'audit-checkpoints');
  // The first seal is made within half a minute of the start.
  for (let n = 0; n < 600 && !existsSync(file); n += 1) await sleep(100);
  const said = await runCsam(['audit', 'verify']);
  expect(said).toContain('The audit record is whole.');
});
