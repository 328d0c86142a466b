import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContactStore } from '#libs/operations';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { SPEC_AGENCY, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';
import { writtenMoment } from './belgian-moment.js';

let admin: SpecAdmin;
let olivia: SpecVisitor;
let omar: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  olivia = await admin.signedIn(specPerson('1'), ['operations']);
  omar = await admin.signedIn(specPerson('2'), ['operations']);
  const master = masterKeyFromFile(admin.services.config.masterKeyFile);
  await new ContactStore(admin.database.database, {
    cipher: new FieldCipher(master),
    index: new BlindIndex(master),
  }).add({ agency: SPEC_AGENCY, address: 'outages@one.example', language: 'nl' });
});
afterAll(() => admin.stop());

const inDays = (count: number) => writtenMoment(new Date(Date.now() + count * 86_400_000));

const fields = (more: Readonly<Record<string, string>> = {}) => ({
  'components.my-keys': 'on',
  start: inDays(10),
  minutes: '90',
  impact: 'outage',
  'reason-nl': 'Schijven',
  'reason-fr': 'Disques',
  'reason-de': 'Platten',
  'reason-en': 'Disks',
  ...more,
});

const PLAN = '/operations/maintenance/new';
const plan = (visitor: SpecVisitor, more?: Readonly<Record<string, string>>) =>
  visitor.submit(PLAN, PLAN, fields(more));

const mails = async () => {
  const rows = await admin.database.database.query(
    "select id from messaging.outbox where template = 'maintenance'",
  );
  return rows.length;
};

describe('the pages on maintenance', () => {
  it('plan a window, tell contacts, show what became of the mails, and call it off', async () => {
    const planned = await plan(olivia);
    expect(planned.statusCode).toBe(303);
    const address = String(planned.headers.location);
    const page = await olivia.get(address);
    expect(page.body).toContain('data-phase="coming"');
    expect(page.body).toMatch(/announcement[^]*1[^]*0/);
    expect(await mails()).toBe(1);
    expect((await olivia.get('/operations/maintenance')).body).toContain(address);
    expect((await olivia.submit(`${address}/cancel`, `${address}/cancel`)).statusCode).toBe(303);
    expect((await olivia.get(address)).body).toContain('data-phase="cancelled"');
    expect(await mails()).toBe(2);
  });

  it('change a window in time: the form knows what was planned, and contacts hear once of what it became', async () => {
    const address = String((await plan(olivia)).headers.location);
    const before = await mails();
    const form = await olivia.get(`${address}/change`);
    expect(form.body).toContain('value="90"');
    expect(form.body).toContain('Disks');
    expect(form.body).not.toContain('name="lateReason"');
    const changed = { ...fields({ minutes: '45', 'reason-en': 'Two disks' }), 'components.messages': 'on' };
    const wrong = await olivia.submit(`${address}/change`, `${address}/change`, { ...changed, minutes: '0' });
    expect(wrong.statusCode).toBe(422);
    const late = { ...changed, start: inDays(2) };
    const tooLate = await olivia.submit(`${address}/change`, `${address}/change`, late);
    expect(tooLate.statusCode).toBe(422);
    expect(tooLate.body).toContain('It is too late to change this');
    expect(await mails()).toBe(before);
    expect((await olivia.submit(`${address}/change`, `${address}/change`, changed)).statusCode).toBe(303);
    const page = await olivia.get(address);
    expect(page.body).toContain('Two disks');
    expect(page.body).toContain('45 minutes');
    expect(await mails()).toBe(before + 1);
    await olivia.submit(`${address}/cancel`, `${address}/cancel`);
    const gone = await olivia.post(`${address}/change`, changed);
    expect(gone.statusCode).toBe(409);
  });

  it('keep what was typed and say what to mend', async () => {
    const page = await plan(olivia, { minutes: 'long', 'reason-de': '' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('Write whole minutes');
    expect(page.body).toContain('Write the reason in all four languages');
    expect(page.body).toContain('value="long"');
  });

  it('let a late window be approved by somebody else only', async () => {
    expect((await plan(olivia, { start: inDays(3) })).body).toContain('This is too short ahead');
    const planned = await plan(olivia, { start: inDays(3), lateReason: 'A leak' });
    const address = String(planned.headers.location);
    const before = await mails();
    expect((await omar.get(address)).body).toContain('A leak');
    // Who planned it is offered nothing, and is refused what they send all the same.
    const offered = await olivia.get(address);
    expect(offered.body).toContain('Another operator has to approve it');
    expect(offered.body).not.toContain(`${address}/approve`);
    const own = await olivia.post(`${address}/approve`);
    expect([own.statusCode, own.body]).toEqual([409, expect.stringContaining('cannot approve it')]);
    expect(await mails()).toBe(before);
    expect((await omar.submit(address, `${address}/approve`)).statusCode).toBe(303);
    expect(await mails()).toBe(before + 1);
  });

  it('are for operators: an auditor reads, others see nothing', async () => {
    const auditor = await admin.signedIn(specPerson('3'), ['auditor']);
    expect((await auditor.get('/operations/maintenance')).statusCode).toBe(200);
    expect((await auditor.get(PLAN)).statusCode).toBe(403);
    const manager = await admin.signedIn(specPerson('4'), ['agency-manager']);
    expect((await manager.get('/operations/maintenance')).statusCode).toBe(403);
  });
});

describe('the report', () => {
  it('comes as a page, as CSV and as PDF', async () => {
    const year = new Date().getUTCFullYear();
    const page = await olivia.get(`/operations/service-level/${year}`);
    expect(page.body).toMatch(
      new RegExp(`Objective.*${year}.*${year - 1}.*${year - 2}.*24 x 7.*99[.,]90`, 's'),
    );
    const csv = await olivia.get(`/operations/service-level/${year}.csv`);
    expect(csv.body).toMatch(/^period,objective_percent,/);
    const pdf = await olivia.get(`/operations/service-level/${year}.pdf?lang=fr`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

it('everybody may read how things stand, without signing in', async () => {
  const visitor = admin.visitor();
  expect((await visitor.get('/status')).body).toContain('data-component="sign-in-oidc"');
  const feed = await visitor.get('/status.atom');
  expect(feed.headers['content-type']).toContain('application/atom+xml');
  expect((await visitor.get('/status.atom?lang=fr')).headers['set-cookie']).toBeUndefined();
});
