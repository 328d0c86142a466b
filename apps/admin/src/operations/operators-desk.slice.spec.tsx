import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContactStore, ProbeStore, QueueNames } from '#libs/operations';
import { defineJob, handle, JobWorker, prepareQueueStore, QueueClient } from '#libs/queue';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { SPEC_AGENCY, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';
import { writtenMoment } from './belgian-moment.js';

let admin: SpecAdmin;
let olivia: SpecVisitor;
let auditor: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  await prepareQueueStore(admin.database.url);
  olivia = await admin.signedIn(specPerson('1'), ['operations']);
  auditor = await admin.signedIn(specPerson('3'), ['auditor']);
  const master = masterKeyFromFile(admin.services.config.masterKeyFile);
  await new ContactStore(admin.database.database, {
    cipher: new FieldCipher(master),
    index: new BlindIndex(master),
  }).add({ agency: SPEC_AGENCY, address: 'outages@one.example', language: 'nl' });
});
afterAll(() => admin.stop());

const inFour = (name: string, text: string) =>
  Object.fromEntries(
    ['nl', 'fr', 'de', 'en'].map((language) => [`${name}-${language}`, `${text} ${language}`]),
  );

const mails = (template: string) =>
  admin.database.database.query<{ id: string }>(
    'select id from messaging.outbox where template = $1 order by created_at',
    [template],
  );

const events = async (name: string) => {
  const rows = await admin.database.database.query('select id from audit.event where name = $1', [name]);
  return rows.length;
};

describe('the pages on problems', () => {
  const NEW = '/operations/incidents/new';
  const report = (more: Readonly<Record<string, string>> = {}) =>
    olivia.submit(NEW, NEW, {
      component: 'itsme',
      impact: 'reduced',
      start: '',
      ...inFour('text', 'itsme is slow'),
      ...more,
    });

  it('report one, tell news and close it; contacts hear of each, and the page says what became of it', async () => {
    const reported = await report();
    expect(reported.statusCode).toBe(303);
    const address = String(reported.headers.location);
    expect((await olivia.get('/status')).body).toContain('itsme is slow en');
    const page = await olivia.get(address);
    expect(page.body).toContain('data-state="open"');
    expect(
      (await olivia.submit(address, `${address}/update`, inFour('text', 'They repair it'))).statusCode,
    ).toBe(303);
    expect((await olivia.submit(`${address}/close`, `${address}/close`)).statusCode).toBe(303);
    const after = await olivia.get(address);
    expect(after.body).toContain('data-state="closed"');
    expect(after.body).toContain('They repair it en');
    expect(after.body).not.toContain(`${address}/close`);
    expect(await mails('incident')).toHaveLength(3);
    expect((await olivia.get('/operations/incidents')).body).toContain(address);
  });

  it('show operators what probes see of it now, and the public nothing of that', async () => {
    const address = String((await report({ component: 'identity-services' })).headers.location);
    await new ProbeStore(admin.database.database).note({
      component: 'identity-services',
      vantage: 'ghent',
      at: new Date(),
      works: false,
      problem: 'service-vouch:status-503',
      milliseconds: 12,
    });
    const { body } = await olivia.get(address);
    expect(body).toContain('service-vouch:status-503');
    expect(body).toContain('ghent');
    expect((await admin.visitor().get('/status')).body).not.toContain('service-vouch');
    await olivia.submit(`${address}/close`, `${address}/close`);
    expect((await olivia.get(address)).body).not.toContain('service-vouch');
  });

  it('keep what was typed and say what to mend', async () => {
    const wrong = await report({ component: '', start: '31/12/2026', 'text-de': ' ' });
    expect(wrong.statusCode).toBe(422);
    for (const said of [
      'Choose what does not work',
      'a moment of the last seven days',
      'in all four languages',
    ])
      expect(wrong.body).toContain(said);
    expect(wrong.body).toContain('itsme is slow fr');
    const future = await report({ start: writtenMoment(new Date(Date.now() + 3_600_000)) });
    expect(future.statusCode).toBe(422);
  });

  it('do not open a second one for the same part, nor tell news of what is over', async () => {
    const address = String((await report({ component: 'messages' })).headers.location);
    expect((await report({ component: 'messages' })).statusCode).toBe(409);
    await olivia.submit(`${address}/close`, `${address}/close`);
    const page = await olivia.get('/operations/incidents');
    expect(page.statusCode).toBe(200);
    const late = await olivia.post(`${address}/update`, inFour('text', 'late'));
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('over already');
  });

  it('let an auditor read only', async () => {
    expect((await auditor.get('/operations/incidents')).statusCode).toBe(200);
    expect((await auditor.get(NEW)).statusCode).toBe(403);
  });
});

describe('the pages on releases', () => {
  const NEW = '/operations/releases/new';
  const plan = (more: Readonly<Record<string, string>> = {}) =>
    olivia.submit(NEW, NEW, {
      version: '3.1.0',
      kind: 'major',
      date: '2031-03-12 02:00',
      capacity: '66',
      ...inFour('notes', 'Names for keys'),
      ...more,
    });

  it('plan one, show it to everybody with its capacity, and tell when it is out', async () => {
    const planned = await plan();
    expect(planned.statusCode).toBe(303);
    const address = String(planned.headers.location);
    const coming = (await admin.visitor().get('/whats-new')).body;
    expect(coming).toContain('data-version="3.1.0"');
    expect(coming).toMatch(/66\s?%/);
    expect((await olivia.submit(address, `${address}/release`)).statusCode).toBe(303);
    expect((await olivia.get(address)).body).toContain('data-state="released"');
    expect(await mails('release')).toHaveLength(2);
    const refused = await olivia.post(`${address}/withdraw`);
    expect(refused.statusCode).toBe(409);
  });

  it('say what to mend, and that a version exists', async () => {
    const wrong = await plan({ version: '3,2', date: 'soon', capacity: '0', 'notes-fr': '' });
    expect(wrong.statusCode).toBe(422);
    for (const field of ['version', 'date', 'capacity', 'notes-fr'])
      expect(wrong.body).toContain(`href="#${field}"`);
    expect((await plan({ version: '3.3.0' })).statusCode).toBe(303);
    expect((await plan({ version: '3.3.0' })).body).toContain('exists already');
  });

  it('show nothing of a release that was withdrawn', async () => {
    const address = String((await plan({ version: '9.9.9' })).headers.location);
    await olivia.submit(`${address}/withdraw`, `${address}/withdraw`);
    expect((await admin.visitor().get('/whats-new')).body).not.toContain('9.9.9');
  });
});

describe('the page on messages and background work', () => {
  const QUEUES = '/operations/queues';

  it('shows work that was given up and lets it run again, once, on record', async () => {
    const job = defineJob<{ id: string }>({
      name: 'spec-work',
      queue: 'spec',
      meaning: 'a test job',
      attempts: 1,
    });
    const { database, url } = admin.database;
    await new QueueNames(database).note([job.queue]);
    const client = new QueueClient({ url });
    let broken = true;
    const worker = new JobWorker({
      url,
      queue: job.queue,
      handlers: [
        handle(job, async () => {
          if (broken) throw new Error('it is broken');
        }),
      ],
    });
    await worker.start();
    await client.enqueue(job, { id: 'a' });
    await expect.poll(() => client.counts(job.queue), { timeout: 30_000 }).toMatchObject({ failed: 1 });
    const [failed] = await client.failed(job.queue, 10);
    const action = `${QUEUES}/spec/${failed?.id}/retry`;
    expect((await olivia.get(QUEUES)).body).toContain(action);
    expect((await auditor.get(QUEUES)).body).not.toContain(action);
    broken = false;
    expect((await olivia.submit(QUEUES, action)).statusCode).toBe(303);
    await expect
      .poll(() => client.counts(job.queue), { timeout: 30_000 })
      .toMatchObject({ completed: 1, failed: 0 });
    expect((await olivia.post(action)).statusCode).toBe(409);
    expect(await events('FailedJobRetried')).toBe(1);
    await Promise.all([worker.close(0), client.close()]);
  });

  it('lets a mail that was given up be sent again, and names the agency whose contact is gone', async () => {
    const [mail] = await mails('incident');
    const id = mail?.id ?? '';
    await admin.database.database.query(
      "update messaging.outbox set state = 'failed', last_error = 'EENVELOPE-550', dispatch_at = null where id = $1",
      [id],
    );
    await admin.database.database.query('update operations.contact set undeliverable_since = now()');
    const page = await olivia.get(QUEUES);
    expect(page.body).toContain('EENVELOPE-550');
    expect(page.body).toContain(`data-agency="${SPEC_AGENCY}"`);
    expect(page.body).not.toContain('outages@one.example');
    expect((await olivia.submit(`${QUEUES}/mails`, `${QUEUES}/mails/${id}`)).statusCode).toBe(303);
    expect((await olivia.post(`${QUEUES}/mails/${id}`)).statusCode).toBe(409);
    expect((await olivia.post(`${QUEUES}/mails/${randomUUID()}`)).statusCode).toBe(409);
    expect(await events('FailedMailRetried')).toBe(1);
  });
});
