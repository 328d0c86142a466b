import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditReader, AuditWriter } from '#libs/audit';
import { AccountChangeDisowned } from '#libs/digital-keys';
import { SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import type { SpecVisitor } from '../../test-support/spec-visitor.js';

const NUMBER = '74021099678';
const nora = specPerson('1');
const ann = specPerson('a');
const PATH = '/service-desk/not-me';

let admin: SpecAdmin;
let desk: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  const { people, database } = admin.services;
  await people.create({
    fedId: nora,
    enrolment: 'eid',
    language: 'nl',
    number: { register: 'national', number: NUMBER as never },
  });
  const audit = new AuditWriter({ database, keys: admin.services.recordKeys });
  for (const [what, suspended] of [
    ['signed-in', 2],
    ['mail-added', 0],
  ] as const) {
    const trace = { reference: `REF-${what}`, address: '192.0.2.7', subject: nora };
    await audit.record(AccountChangeDisowned, { ...trace, data: { what, record: randomUUID(), suspended } });
  }
  await audit.drain();
  desk = await admin.signedIn(ann, ['service-desk']);
});
afterAll(() => admin.stop());

const records = async (name: string) => {
  const [from, until] = [new Date(0), new Date(Date.now() + 60_000)];
  return new AuditReader(admin.database.database, admin.services.recordKeys).search({ name, from, until });
};
const firstReport = async (query = '') =>
  /\/service-desk\/not-me\/[\da-f-]{36}/.exec((await desk.get(`${PATH}${query}`)).body)?.[0] ?? '';

it('lists what people said was not them, without who they are, and each look is on record', async () => {
  const { body } = await desk.get(PATH);
  expect(body).toContain('a sign-in');
  expect(body).toContain('contact data');
  for (const person of [nora, NUMBER, '74.02.10']) expect(body).not.toContain(person);
  const filtered = (await desk.get(`${PATH}?subject=contact&state=waits`)).body;
  expect(filtered).toContain('REF-mail-added');
  expect(filtered).not.toContain('REF-signed-in');
  const file = await desk.get(`${PATH}.csv?subject=sign-in`);
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.body.trim().split('\r\n')).toHaveLength(2);
  expect(file.body).not.toContain(nora);
  expect((await records('NotMeReportsSeen')).map(({ data, actor }) => [data, actor])).toEqual([
    [{ reports: 1, asFile: true }, ann],
    [{ reports: 1, asFile: false }, ann],
    [{ reports: 2, asFile: false }, ann],
  ]);
});

it('opens the person for the reason of the report, which the person sees', async () => {
  const report = await firstReport('?subject=sign-in');
  const { headers } = await desk.submit(report, `${report}/person`);
  const { body } = await desk.get(String(headers.location));
  expect(body).toContain('74.02.10-***.**');
  const [looked] = await new AuditReader(admin.database.database, admin.services.recordKeys).bySubject(nora);
  expect(looked).toMatchObject({ name: 'PersonLookedUp', actor: ann });
  expect(looked?.data['reason']).toContain('REF-signed-in');
});

it('tells the service desk how many wait, and is taken care of once', async () => {
  expect((await desk.get('/service-desk')).body).toContain('this was not me” that wait: 2');
  const report = await firstReport('?subject=sign-in');
  await desk.submit(report, `${report}/handled`);
  expect((await desk.get(report)).body).toContain('Taken care of on');
  await desk.post(`${report}/handled`);
  expect(await records('NotMeReportHandled')).toHaveLength(1);
  expect((await desk.get('/service-desk')).body).toContain('that wait: 1');
  expect((await desk.get(`${PATH}?state=waits`)).body).not.toContain('REF-signed-in');
  expect((await desk.get(`${PATH}/${randomUUID()}`)).statusCode).toBe(404);
});
