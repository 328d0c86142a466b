import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AgenciesStore, ServiceContacts } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { Database } from '#libs/database';
import type { EnterpriseNumber, Language } from '#libs/kernel';
import { Outbox, renderMail } from '#libs/messaging';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase, specRecordKeys } from '#libs/testing';
import {
  AnnouncementStore,
  Announcer,
  contactBook,
  ContactStore,
  Incidents,
  IncidentStore,
  Maintenance,
  operationsMailTemplates,
  Releases,
  ReturnedContacts,
  returnedByAgency,
  WindowStore,
  type WindowPlan,
} from './index.js';

const key = MasterKey.fromSecret(Buffer.alloc(32, 7));
const secrets = { cipher: new FieldCipher(key), index: new BlindIndex(key) };
const clock = { at: new Date('2026-03-02T12:00:00Z'), now: () => clock.at };
const reason = { nl: 'Nieuwe schijven', fr: 'Nouveaux disques', de: 'Neue Platten', en: 'New disks' };
const act = (by = 'olivia') => ({ by, reference: 'REF' });
let db: TestDatabase;
let maintenance: Maintenance;
let incidents: Incidents;
let releases: Releases;

beforeAll(async () => {
  db = await testDatabase({ role: 'csam_admin' });
  const contacts = new ContactStore(db.database, secrets);
  const add = (address: string, language: Language) =>
    contacts.add({ agency: '0671516647' as EnterpriseNumber, address, language });
  await add('outages@one.example', 'nl');
  await add('outages@two.example', 'fr');
  const shared = {
    database: db.database,
    clock,
    announcer: new Announcer({ outbox: new Outbox(secrets), contacts: contactBook(secrets) }),
    audit: new AuditWriter({ database: db.database, keys: specRecordKeys(db.database) }),
  };
  const rules = { failures: 3, successes: 2, vantagePoints: 2, quietMinutes: 5 };
  maintenance = new Maintenance({ ...shared, rules: { leadDays: 7, reminderHours: 24 } });
  incidents = new Incidents({ ...shared, rules });
  releases = new Releases(shared);
});
afterAll(() => db.drop());
beforeEach(() => {
  clock.at = new Date('2026-03-02T12:00:00Z');
});

const plan = (startsAt: string, more: Partial<WindowPlan> = {}): WindowPlan => ({
  components: ['sign-in-oidc', 'my-keys'],
  startsAt: new Date(startsAt),
  minutes: 90,
  impact: 'outage',
  reason,
  ...more,
});

const deliveries = async (subject: string) =>
  (await new AnnouncementStore(db.database).deliveriesOf(subject)).map(({ kind, recipients }) => [
    kind,
    recipients,
  ]);

/** The mails of a subject as their receivers see them. */
async function mails(subject: string) {
  const owner = await db.database.query<{ outbox_id: string }>(
    `select outbox_id from operations.announcement_mail where event like $1 || ':%' order by event, contact`,
    [subject],
  );
  return owner.length;
}

describe('planned maintenance', () => {
  it('is told to every contact once, again when it changes or is called off', async () => {
    const planned = await maintenance.plan(plan('2026-03-12T01:00:00Z'), act());
    expect(planned).toMatchObject({ kind: 'announced', told: 2 });
    if (planned.kind !== 'announced') return;
    const { id } = planned.window;
    expect(await maintenance.change(id, plan('2026-03-13T01:00:00Z'), act())).toMatchObject({ told: 2 });
    expect(await maintenance.cancel(id, act())).toMatchObject({ kind: 'done', told: 2 });
    expect(await maintenance.cancel(id, act())).toEqual({ kind: 'not-possible', why: 'state' });
    expect(await deliveries(`maintenance:${id}`)).toEqual([
      ['planned', 2],
      ['changed', 2],
      ['cancelled', 2],
    ]);
    expect(await mails(`maintenance:${id}`)).toBe(6);
  });

  it('that comes late is told to nobody before somebody else approves it', async () => {
    const late = plan('2026-03-04T01:00:00Z', { lateReason: 'A leak that is abused' });
    const planned = await maintenance.plan(late, act('olivia'));
    expect(planned).toMatchObject({ kind: 'needs-approval', told: 0 });
    if (planned.kind !== 'needs-approval') return;
    const { id } = planned.window;
    expect(await maintenance.approve(id, act('olivia'))).toEqual({
      kind: 'not-possible',
      why: 'same-person',
    });
    expect(await deliveries(`maintenance:${id}`)).toEqual([]);
    expect(await maintenance.approve(id, act('omar'))).toMatchObject({ kind: 'done', told: 2 });
    expect(await maintenance.approve(id, act('omar'))).toEqual({ kind: 'not-possible', why: 'state' });
  });

  it('is told of once when two processes say so at the same moment', async () => {
    const planned = await maintenance.plan(plan('2026-03-20T01:00:00Z'), act());
    if (planned.kind !== 'announced') throw new Error('not announced');
    clock.at = new Date('2026-03-19T02:00:00Z');
    const told = await Promise.all([maintenance.remind(), maintenance.remind(), maintenance.remind()]);
    expect(told.toSorted()).toEqual([0, 0, 2]);
    expect(await maintenance.remind()).toBe(0);
  });

  it('cannot be moved to a date that comes sooner than agreed', async () => {
    const planned = await maintenance.plan(plan('2026-03-22T01:00:00Z'), act());
    if (planned.kind !== 'announced') throw new Error('not announced');
    const sooner = await maintenance.change(planned.window.id, plan('2026-03-05T01:00:00Z'), act());
    expect(sooner).toEqual({ kind: 'not-possible', why: 'late' });
    const [found] = await new WindowStore(db.database).endingAfter(new Date('2026-03-22T00:00:00Z'), [
      'announced',
    ]);
    expect(found).toMatchObject({ sequence: 0, reason });
  });
});

describe('an incident', () => {
  const probe = async (
    vantage: string,
    time: string,
    works: boolean,
    component = 'sign-in-saml' as const,
  ) => {
    clock.at = new Date(`2026-03-03T${time}Z`);
    const result = { component, vantage, at: clock.at, works, milliseconds: 12 };
    return incidents.note({ ...result, ...(!works && { problem: 'status-503' }) }, 'PROBE');
  };
  const minute = async (time: string, works: boolean) => [
    await probe('a', `${time}:10`, works),
    await probe('b', `${time}:20`, works),
  ];
  const stay = ['nothing', 'nothing'];

  it('opens after enough failures seen from two places, ends when both see it work, and tells of each once', async () => {
    expect(await minute('08:00', true)).toEqual(stay);
    for (const time of ['08:01', '08:02']) expect(await minute(time, false)).toEqual(stay);
    expect(await minute('08:03', false)).toEqual(['nothing', 'opened']);
    expect(await minute('08:04', false)).toEqual(stay);
    const open = await new IncidentStore(db.database).openOf('sign-in-saml');
    expect(open).toMatchObject({ impact: 'outage', startedAt: new Date('2026-03-03T08:01:20Z') });
    const subject = `incident:${open?.id}`;
    expect(await deliveries(subject)).toEqual([['opened', 2]]);
    expect(await minute('08:05', true)).toEqual(stay);
    expect(await minute('08:06', true)).toEqual(['nothing', 'closed']);
    expect(await incidents.tellRecoveries()).toBe(0);
    clock.at = new Date('2026-03-03T08:11:00Z');
    expect(await incidents.tellRecoveries()).toBe(1);
    expect(await incidents.tellRecoveries()).toBe(0);
    expect(await deliveries(subject)).toEqual([
      ['opened', 2],
      ['recovered', 2],
    ]);
  });

  it('that flaps is one incident with one mail at its start and one at its end', async () => {
    const before = await new IncidentStore(db.database).within(new Date(0), new Date('2027-01-01'));
    for (let round = 0; round < 6; round += 1) {
      const from = 10 + round * 5;
      for (let n = 0; n < 3; n += 1) await minute(`09:${from + n}`, false);
      for (let n = 3; n < 5; n += 1) await minute(`09:${from + n}`, true);
      await incidents.tellRecoveries();
    }
    clock.at = new Date('2026-03-03T10:00:00Z');
    await incidents.tellRecoveries();
    const all = await new IncidentStore(db.database).within(new Date(0), new Date('2027-01-01'));
    expect(all).toHaveLength(before.length + 1);
    expect(await deliveries(`incident:${all[0]?.id}`)).toEqual([
      ['opened', 2],
      ['recovered', 2],
    ]);
  });

  it('is not opened by probes while an agreed window is under way', async () => {
    clock.at = new Date('2026-02-20T12:00:00Z');
    await maintenance.plan(plan('2026-03-03T11:00:00Z', { components: ['sign-in-saml'] }), act());
    for (const time of ['11:10', '11:11', '11:12', '11:13']) expect(await minute(time, false)).toEqual(stay);
    for (const time of ['11:14', '11:15']) await minute(time, true);
    expect(await new IncidentStore(db.database).openOf('sign-in-saml')).toBeUndefined();
  });

  it('is opened, explained and closed by hand, and stays what the person said', async () => {
    const startedAt = new Date('2026-03-03T13:00:00Z');
    clock.at = startedAt;
    const incident = { component: 'itsme' as const, impact: 'reduced' as const, startedAt };
    expect(await incidents.openByHand(incident, reason, act())).toBe('done');
    expect(await incidents.openByHand(incident, reason, act())).toBe('open-already');
    const open = await new IncidentStore(db.database).openOf('itsme');
    if (open === undefined) throw new Error('not open');
    expect(await incidents.update(open.id, reason, act())).toBe('done');
    clock.at = new Date('2026-03-03T13:30:00Z');
    expect(await incidents.closeByHand(open.id, act())).toBe('done');
    expect(await incidents.update(open.id, reason, act())).toBe('not-open');
    expect((await deliveries(`incident:${open.id}`)).map(([kind]) => kind)).toEqual([
      'opened',
      'updated',
      'recovered',
    ]);
  });
});

it('a contact whose mail comes back gets no more, until its agency adds the address again', async () => {
  const contacts = new ContactStore(db.database, secrets);
  const gone = {
    agency: '0999900150' as EnterpriseNumber,
    address: 'gone@three.example',
    language: 'de' as const,
  };
  await contacts.add(gone);
  const { agency } = gone;
  const service = randomUUID();
  const given = new ServiceContacts(db.database, secrets.cipher);
  await new AgenciesStore(db.database).ensure({ number: agency, name: reason });
  const both = { outage: 'Gone@three.example', billing: 'bills@three.example' };
  await given.replace({ service, agency, language: 'de' }, both);
  const wish = { version: '5.0', kind: 'minor' as const, plannedAt: new Date('2026-04-01'), notes: reason };
  const planned = await releases.plan(wish, act());
  if (planned.kind !== 'done') throw new Error(planned.kind);
  const [mail] = await db.database.query<{ id: string }>(
    `select m.outbox_id as id from operations.announcement_mail m join operations.contact c on c.id::text = m.contact
      where c.agency = $1 and m.event like 'release:' || $2 || '%'`,
    [gone.agency, planned.release.id],
  );
  const worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 1 });
  const returned = new ReturnedContacts(worker, secrets);
  expect(await returnedByAgency(db.database)).toEqual([]);
  expect(await returned.note(mail?.id ?? '')).toBe(true);
  expect(await returned.note(mail?.id ?? '')).toBe(false);
  await worker.close();
  // One mailbox, as an operator noted it and as a service names it.
  expect(await returnedByAgency(db.database)).toMatchObject([{ agency, contacts: 2 }]);
  expect(await given.reachableOf(service)).toEqual({ billing: both.billing });
  expect([...(await given.returnedOf(service)).keys()]).toEqual(['outage']);
  await given.replace({ service, agency, language: 'de' }, both);
  expect(await given.reachableOf(service)).toEqual(both);
  expect((await contacts.all()).map(({ address }) => address)).not.toContain(gone.address);
  await contacts.add(gone);
  expect(await returnedByAgency(db.database)).toEqual([]);
  expect((await contacts.all()).map(({ address }) => address)).toContain(gone.address);
  await db.database.query('update operations.contact set undeliverable_since = now() where agency = $1', [
    gone.agency,
  ]);
});

it('a release is told of when it is planned and when it is out, and a version exists once', async () => {
  const wish = { version: '2.4.0', kind: 'major' as const, plannedAt: new Date('2026-04-01'), notes: reason };
  const planned = await releases.plan({ ...wish, capacityPercent: 75 }, act());
  if (planned.kind !== 'done') throw new Error(planned.kind);
  expect(await releases.plan(wish, act())).toEqual({ kind: 'known-version' });
  expect(await releases.plan({ ...wish, version: 'two' }, act())).toEqual({
    kind: 'refused',
    problems: ['version'],
  });
  expect(await releases.conclude(planned.release.id, 'released', act())).toMatchObject({ kind: 'done' });
  expect(await releases.conclude(planned.release.id, 'withdrawn', act())).toEqual({ kind: 'not-planned' });
  expect((await deliveries(`release:${planned.release.id}`)).map(([kind]) => kind)).toEqual([
    'planned',
    'released',
  ]);
});

it('the mail about maintenance says date, start and duration, and replaces or takes away its calendar entry', () => {
  const [template] = operationsMailTemplates;
  if (template === undefined) throw new Error('no template');
  const news = {
    kind: 'planned',
    id: 'w1',
    components: ['sign-in-oidc', 'my-keys'],
    startsAt: '2026-03-12T01:00:00Z',
    endsAt: '2026-03-12T02:30:00Z',
    impact: 'outage',
    reason,
    sequence: 0,
    at: '2026-03-02T12:00:00Z',
  };
  const planned = renderMail(template, news, 'nl');
  expect(planned.text).toContain('12 maart 2026');
  expect(planned.text).toContain('02:00 (Belgische tijd)');
  expect(planned.text).toContain('90 minuten');
  const lines = (planned.attachments?.[0]?.content ?? '').split('\r\n');
  expect(lines).toContain('METHOD:PUBLISH');
  expect(lines).toContain('UID:maintenance-w1@csam');
  expect(lines).toContain('DTSTART:20260312T010000Z');
  expect(lines).toContain('DTEND:20260312T023000Z');
  expect(planned.text).toContain('niet beschikbaar');
  const nameOf = ({ attachments }: typeof planned) =>
    /^SUMMARY:.*$/m.exec(attachments?.[0]?.content ?? '')?.[0];
  expect(nameOf(planned)).toContain('12 maart 2026');
  expect(nameOf(renderMail(template, { ...news, kind: 'reminder' }, 'nl'))).toBe(nameOf(planned));
  const called = renderMail(template, { ...news, kind: 'cancelled', sequence: 2 }, 'nl');
  expect(called.text).not.toContain('niet beschikbaar');
  const off = renderMail(template, { ...news, kind: 'cancelled', sequence: 2 }, 'de').attachments?.[0];
  expect(off?.contentType).toContain('method=CANCEL');
  expect(off?.content).toMatch(/METHOD:CANCEL\r\n[^]*SEQUENCE:2\r\n[^]*STATUS:CANCELLED\r\n/);
});
