import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePersonNumber } from '#libs/kernel';
import { SpecAdmin } from '../test-support/spec-admin.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';
import { agency, approveAll, basis, FOREIGN, JOIN, manager, NUMBER } from './joining.fixtures.js';

let admin: SpecAdmin;
let astrid: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  astrid = await admin.signedIn(manager);
});
afterAll(() => admin.stop());

describe('an agency joins', () => {
  it('registers itself, and its manager may work once a second person agrees', async () => {
    expect((await astrid.submit(JOIN, '/join', { number: '1' })).statusCode).toBe(422);
    expect((await astrid.submit(JOIN, '/join', agency)).statusCode).toBe(200);
    expect((await astrid.get(`/agencies/${NUMBER}`)).statusCode).toBe(403);
    const own = (await admin.services.approvals.list({ states: ['open'] }))[0]?.id ?? '';
    const decider = { by: manager, reason: 'Mine', trace: { reference: 'spec', address: '192.0.2.1' } };
    expect(await admin.services.approvals.decide(own, 'approve', decider)).toEqual({
      kind: 'refused',
      problem: 'own-request',
    });
    await approveAll(admin);
    expect((await astrid.get(`/agencies/${NUMBER}`)).statusCode).toBe(200);
    expect((await astrid.get('/agencies')).body).toContain('Example Agency');
    expect((await astrid.get(`/agencies/${FOREIGN}`)).statusCode).toBe(403);
    expect((await astrid.submit(JOIN, '/join', agency)).body).toContain('registered already');
  });

  it('registers only what the KBO knows and has as active', async () => {
    const { database } = admin.database;
    await database.query(
      `insert into enterprises.enterprise (number, active, type, extract)
       values ('0999900447', true, '2', 1), ('0999900546', false, '2', 1)`,
    );
    await database.query(
      `insert into enterprises.denomination (entity, kind, language, name, extract)
       values ('0999900447', '001', 'nl', 'Gemeente Nergenshuizen', 1)`,
    );
    await database.query(
      `insert into enterprises.kbo_import (extract, kind, snapshot_on, finished_at)
       values (1, 'full', '2026-01-01', now())`,
    );
    const asked = async (number: string) => (await astrid.get(`/join?number=${number}`)).body;
    expect(await asked('0999.900.447')).toContain('value="Gemeente Nergenshuizen"');
    expect(await asked('0999900546')).toContain('has stopped');
    expect(await asked('0999900645')).toContain('does not know this number');
    expect(await asked('0999900646')).toContain('check the digits');
    expect(await asked(NUMBER)).toContain('registered already');
    const unknown = await astrid.submit('/join?number=0999900447', '/join', {
      ...agency,
      number: '0999900645',
    });
    expect([unknown.statusCode, unknown.body.includes('does not know this number')]).toEqual([422, true]);
  });

  it('lets somebody work for it when a second person agrees, and stops that at once', async () => {
    const { services } = admin;
    const { fedId } = await services.people.create({ enrolment: 'eid', language: 'nl' });
    const parsed = parsePersonNumber('85010199786', { today: new Date() });
    if (parsed.kind === 'invalid') throw new Error('not a national number');
    await services.people.addNumber(fedId, { register: 'national', number: parsed.number });
    const page = `/agencies/${NUMBER}/people`;
    const wish = { name: 'Ilse Integraal', role: 'agency-integrator', number: '85.01.01-997.86' };
    const wrong = await astrid.submit(page, page, { ...wish, reason: 'Connects our service' });
    expect([wrong.statusCode, wrong.body.includes('number of the firm')]).toEqual([422, true]);
    const whole = { ...wish, firm: '0999.900.249', reason: 'Connects our service' };
    expect((await astrid.submit(page, page, whole)).statusCode).toBe(200);
    expect((await astrid.submit(page, page, whole)).body).toContain('is waiting already');
    expect(await services.staff.heldBy(fedId)).toEqual([]);
    await approveAll(admin);
    const [held] = await services.staff.heldBy(fedId);
    expect(held).toMatchObject({ role: 'agency-integrator', reason: 'Ilse Integraal (0999.900.249)' });
    const end = `${page}/${held?.id}`;
    expect((await astrid.submit(end, end, { reason: 'The contract is over' })).statusCode).toBe(200);
    expect(await services.staff.heldBy(fedId)).toEqual([]);
    const [own] = await services.staff.heldBy(manager);
    const last = await astrid.submit(`${page}/${own?.id}`, `${page}/${own?.id}`, { reason: 'I am leaving' });
    expect([last.statusCode, last.body.includes('always has a manager')]).toEqual([422, true]);
  });

  it('adds a legal basis, which a second person checks', async () => {
    const page = `/agencies/${NUMBER}/bases/new`;
    const wrong = await astrid.submit(page, page, { ...basis, validFrom: '2026-02-30' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('value="RR 21/2015"');
    await astrid.submit(page, page, basis);
    const asked = (await astrid.get(`/agencies/${NUMBER}`)).body;
    expect(asked).toContain('There is no authorisation yet');
    expect(asked).toMatch(/data-asked[^<]*RR 21\/2015: asked on/);
    await approveAll(admin);
    const held = (await astrid.get(`/agencies/${NUMBER}`)).body;
    expect(held).toContain('RR 21/2015');
    expect(held).not.toContain('data-asked');
  });
});
