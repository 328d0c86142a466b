import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditReader } from '#libs/audit';
import { DigitalKeysStore, personLocks } from '#libs/digital-keys';
import type { FedId, NationalNumber } from '#libs/kernel';
import { Throttle, BlindIndex, masterKeyFromFile } from '#libs/security';
import { SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';

const NUMBER = '74021099678' as NationalNumber;
const MAIL = 'lotte@people.example';
const REASON = 'Called about a lost phone';
const lotte = specPerson('1');

let admin: SpecAdmin;
let desk: SpecVisitor;
let keyId: string;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  const { people, database } = admin.services;
  await people.create({
    fedId: lotte,
    enrolment: 'eid',
    language: 'nl',
    number: { register: 'national', number: NUMBER },
  });
  await people.addContact(lotte, { kind: 'mail', value: MAIL, primary: true, verified: true });
  keyId = await new DigitalKeysStore(database).add({ fedId: lotte, kind: 'totp', enrolment: 'eid' });
  desk = await admin.signedIn(specPerson('a'), ['service-desk']);
});
afterAll(() => admin.stop());

const search = (fields: Record<string, string>, visitor = desk) =>
  visitor.submit('/service-desk', '/service-desk/people', { birthDate: '', reason: REASON, ...fields });

async function found(visitor = desk): Promise<string> {
  const { headers, statusCode } = await search({ by: 'number', value: NUMBER }, visitor);
  expect(statusCode).toBe(303);
  return String(headers.location);
}

const recordsOf = async (fedId: FedId) =>
  new AuditReader(admin.database.database, admin.services.recordKeys).bySubject(fedId);

const reasoned = (page: string, action: string, query = '') =>
  desk.submit(`${page}/help/${action}${query}`, `${page}/help/${action}`, {
    reason: 'The caller asked for it',
  });

describe('XS-29 the service desk', () => {
  it('finds a person by number with a reason, masks what it shows, and the person sees it', async () => {
    const page = await found();
    const { body } = await desk.get(page);
    expect(body).toContain('74.02.10-***.**');
    expect(body).toContain(REASON);
    for (const secret of [NUMBER, '996.78', MAIL]) expect(body).not.toContain(secret);
    const [newest] = await recordsOf(lotte);
    expect(newest).toMatchObject({
      name: 'PersonLookedUp',
      actor: specPerson('a'),
      data: { by: 'number', reason: REASON },
    });
  });

  it('finds by mail address as well, and says when nobody is known', async () => {
    expect((await search({ by: 'mail', value: 'LOTTE@people.example' })).statusCode).toBe(303);
    const nobody = await search({ by: 'username', value: 'nobody.at.all' });
    expect([nobody.statusCode, nobody.body.includes('Nobody is known by this')]).toEqual([422, true]);
  });

  it('finds nobody without a reason, and keeps what was typed', async () => {
    const { statusCode, body } = await search({ by: 'mail', value: 'somebody@else.example', reason: '' });
    expect(statusCode).toBe(422);
    expect(body).toContain('value="somebody@else.example"');
    expect(body).toContain('href="#reason"');
  });

  it('shows a person to who looked them up and to no colleague', async () => {
    const page = await found();
    const colleague = await admin.signedIn(specPerson('b'), ['service-desk']);
    expect((await colleague.get(page)).statusCode).toBe(404);
    expect((await colleague.get(`${page}/help/recovery`)).statusCode).toBe(404);
    await admin.database.database.query('update admin.look_up set expires_at = now()');
    expect((await desk.get(page)).statusCode).toBe(404);
  });

  it('unlocks, after the person was locked out', async () => {
    const { config, database } = admin.services;
    const throttle = new Throttle(database, new BlindIndex(masterKeyFromFile(config.masterKeyFile)));
    const [lock] = personLocks(lotte, undefined);
    if (lock === undefined) throw new Error('no lock');
    for (let guess = 0; guess < 7; guess += 1) await throttle.fail(lock.policy, lock.target);
    const page = await found();
    expect((await desk.get(page)).body).toContain('too many wrong attempts');
    expect((await reasoned(page, 'unlock')).statusCode).toBe(303);
    expect((await desk.get(page)).body).not.toContain('too many wrong attempts, locked');
    expect((await throttle.check(lock.policy, lock.target)).kind).toBe('open');
  });

  it('starts recovery at a confirmed address only, and sets no secret', async () => {
    const page = await found();
    expect((await reasoned(page, 'recovery')).statusCode).toBe(303);
    const mails = await admin.database.database.query<{ template: string; person: string }>(
      'select template, person from messaging.outbox',
    );
    expect(mails).toContainEqual({ template: 'recovery-help', person: lotte });
    expect((await recordsOf(lotte))[0]).toMatchObject({ name: 'RecoveryOffered', actor: specPerson('a') });
  });

  it('suspends a key at once and tells its owner; no colleague without the right does', async () => {
    const page = await found();
    const before = await reasoned(page, 'suspend', `?key=${keyId}`);
    expect(before.statusCode).toBe(303);
    const [key] = await new DigitalKeysStore(admin.database.database).ofPerson(lotte);
    expect(key?.state).toBe('suspended');
    const { body } = await desk.get(page);
    expect(body).toContain('data-state="suspended"');
    const mails = await admin.database.database.query<{ template: string }>(
      'select template from messaging.outbox',
    );
    expect(mails.map(({ template }) => template)).toContain('account-change');
    expect((await recordsOf(lotte))[0]).toMatchObject({ name: 'PersonKeySuspended', actor: specPerson('a') });
  });

  it('keeps notes, without numbers of people in them', async () => {
    const page = await found();
    const write = (note: string) => desk.submit(page, `${page}/notes`, { note });
    expect((await write(`It is ${NUMBER}`)).statusCode).toBe(422);
    expect((await write('Will call back tomorrow')).statusCode).toBe(303);
    expect((await desk.get(page)).body).toContain('Will call back tomorrow');
    expect((await desk.get(`${page}?q=tomorrow&from=mine`)).body).toContain('Will call back tomorrow');
    expect((await desk.get(`${page}?from=colleagues`)).body).toContain('Nothing found');
  });

  it('XS-28 finds what was recorded under a reference, however it is typed', async () => {
    const { headers } = await search({ by: 'username', value: 'nobody.at.all' });
    const reference = String(headers['x-request-reference']);
    const { body } = await desk.get(`/service-desk/reference?reference=${reference.toLowerCase()}`);
    expect(body).toContain('data-event="PersonNotFound"');
    expect((await desk.get('/service-desk/reference?reference=%3Cb%3E')).body).toContain(
      'This is no reference',
    );
  });
});
