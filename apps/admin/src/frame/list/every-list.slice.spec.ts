import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesStore } from '#libs/agencies';
import { ContactStore } from '#libs/operations';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { OfficesStore } from '#libs/staff';
import { SPEC_AGENCY, SPEC_OFFICE, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import { specService } from '../../test-support/spec-service.js';
import type { SpecVisitor } from '../../test-support/spec-visitor.js';

let admin: SpecAdmin;
let manager: SpecVisitor;
let head: SpecVisitor;
let olivia: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  const name = { nl: 'Dienst', fr: 'Service', de: 'Dienst', en: 'Agency' };
  await new AgenciesStore(admin.services.database).ensure({ number: SPEC_AGENCY, name });
  await new OfficesStore(admin.database.database).add({ code: SPEC_OFFICE, agency: SPEC_AGENCY, name });
  const master = masterKeyFromFile(admin.services.config.masterKeyFile);
  const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
  await new ContactStore(admin.database.database, secrets).add({
    agency: SPEC_AGENCY,
    address: 'outages@one.example',
    language: 'nl',
  });
  manager = await admin.signedIn(specPerson('a'), ['agency-manager']);
  head = await admin.signedIn(specPerson('b'), ['lra-manager']);
  await admin.signedIn(specPerson('c'), ['lra-officer']);
  olivia = await admin.signedIn(specPerson('1'), ['operations']);
});
afterAll(() => admin.stop());

const file = async (visitor: SpecVisitor, path: string) => {
  const { statusCode, headers, body } = await visitor.get(path);
  expect([path, statusCode, String(headers['content-type'])]).toEqual([path, 200, 'text/csv; charset=utf-8']);
  return body.trim().split('\r\n');
};

describe('a list is searched, sorted, and taken along as a file', () => {
  it('of who works for an agency', async () => {
    const path = `/agencies/${SPEC_AGENCY}/people`;
    expect((await manager.get(path)).body).toContain('1 to 1 of 1');
    expect((await manager.get(`${path}?holds=integrator&q=nobody`)).body).toContain('Nothing found');
    expect(await file(manager, `${path}.csv?sort=since&order=down`)).toHaveLength(2);
    expect(await file(manager, `${path}.csv?q=nobody`)).toHaveLength(1);
    expect((await head.get(`${path}.csv`)).statusCode).toBe(403);
  });

  it('of the officers of an office', async () => {
    const path = `/registration/offices/${SPEC_OFFICE}/officers`;
    expect((await head.get(path)).body).toContain('1 to 1 of 1');
    expect((await head.get(`${path}?q=nobody`)).body).toContain('Nothing found');
    expect((await head.get(`${path}?age=longer`)).body).toContain('Nothing found');
    expect(await file(head, `${path}.csv`)).toHaveLength(2);
    expect((await manager.get(`${path}.csv`)).statusCode).toBe(403);
  });

  it('of the programs of an agency', async () => {
    const path = `/agencies/${SPEC_AGENCY}/api-clients`;
    expect((await manager.get(`${path}?state=usable`)).body).toContain('Nothing found');
    expect(await file(manager, `${path}.csv`)).toHaveLength(1);
    expect((await head.get(`${path}.csv`)).statusCode).toBe(403);
  });

  it('of problems, of what is planned, and of releases', async () => {
    const inFour = Object.fromEntries(
      ['nl', 'fr', 'de', 'en'].map((language) => [`text-${language}`, 'It is slow']),
    );
    const path = '/operations/incidents';
    const fields = { component: 'itsme', impact: 'reduced', start: '', ...inFour };
    expect((await olivia.submit(`${path}/new`, `${path}/new`, fields)).statusCode).toBe(303);
    expect((await olivia.get(`${path}?state=open`)).body).toContain('1 to 1 of 1');
    expect((await olivia.get(`${path}?state=closed`)).body).toContain('Nothing found');
    const [headings, row] = await file(olivia, `${path}.csv?sort=since`);
    expect([headings, row]).toEqual([
      expect.stringContaining('What,State'),
      expect.stringContaining('itsme'),
    ]);
    for (const other of ['maintenance', 'releases']) {
      expect((await olivia.get(`/operations/${other}?q=x`)).body).toContain('Nothing found');
      expect(await file(olivia, `/operations/${other}.csv`)).toHaveLength(1);
      expect((await manager.get(`/operations/${other}.csv`)).statusCode).toBe(403);
    }
  });

  it('of registration offices, of those that one may see', async () => {
    expect((await head.get('/registration')).body).toContain('1 to 1 of 1');
    expect((await head.get('/registration?staffed=no')).body).toContain('Nothing found');
    expect(await file(head, '/registration.csv?staffed=yes&sort=officers')).toEqual([
      'Office,NIS code,Agency,Officers',
      expect.stringContaining(`${SPEC_OFFICE}`),
    ]);
    expect(await file(await admin.signedIn(specPerson('d'), ['auditor']), '/registration.csv')).toHaveLength(
      2,
    );
    expect((await manager.get('/registration.csv')).statusCode).toBe(403);
  });

  it('of the online services and the authorisations of an agency', async () => {
    const path = `/agencies/${SPEC_AGENCY}`;
    expect((await manager.get(`${path}/services`)).body).toContain('no online services yet');
    expect((await manager.submit(`${path}/services`, `${path}/services`)).statusCode).toBe(303);
    expect((await manager.get(`${path}/services?state=draft`)).body).toContain('1 to 1 of 1');
    expect((await manager.get(`${path}/services?environment=PROD`)).body).toContain('Nothing found');
    expect(await file(manager, `${path}/services.csv?sort=changed&order=down`)).toHaveLength(2);
    await new AgenciesStore(admin.services.database).ensureLegalBasis(
      SPEC_AGENCY,
      { kind: 'LAW', reference: 'Law of 2020', validFrom: '2020-01-01', validUntil: '2021-01-01' },
      ['egovNRN'],
    );
    expect((await manager.get(`${path}/bases?validity=over`)).body).toContain('1 to 1 of 1');
    expect((await manager.get(`${path}/bases?kind=PROTOCOL`)).body).toContain('Nothing found');
    expect(await file(manager, `${path}/bases.csv?q=law`)).toHaveLength(2);
    expect((await manager.get(path)).body).toContain('the whole list (1)');
    for (const list of ['services', 'bases']) {
      expect((await head.get(`${path}/${list}`)).statusCode).toBe(403);
      expect((await head.get(`${path}/${list}.csv`)).statusCode).toBe(403);
    }
  });

  it('of caps and prices of text messages, and of what agencies owe', async () => {
    expect((await manager.get('/sms-cost/caps')).body).toContain('None of your applications');
    expect((await manager.get('/sms-cost/caps?use=near')).body).toContain('Nothing found');
    expect(await file(manager, '/sms-cost/caps.csv')).toHaveLength(1);
    await olivia.post('/sms-cost/prices', { validFrom: '2026-01', cents: '4,35' });
    await olivia.post('/sms-cost/prices', { validFrom: '2999-01', cents: '5' });
    expect((await manager.get('/sms-cost/prices?stands=holds')).body).toContain('1 to 1 of 1');
    const [, later, now] = await file(manager, '/sms-cost/prices.csv');
    expect([later, now]).toEqual([expect.stringContaining('2999-01'), expect.stringContaining('2998-12')]);
    expect((await head.get('/sms-cost/prices.csv')).statusCode).toBe(403);
  });

  it('of what is noted about an application', async () => {
    const { application } = await specService(admin.services.database, SPEC_AGENCY, 'Counter');
    const path = `/service-desk/applications/${application}`;
    const desk = await admin.signedIn(specPerson('e'), ['service-desk']);
    await desk.submit(path, `${path}/notes`, { note: 'They call back tomorrow' });
    expect((await desk.get(`${path}?q=tomorrow`)).body).toContain('1 to 1 of 1');
    expect((await desk.get(`${path}?from=colleagues`)).body).toContain('Nothing found');
    expect(await file(desk, `${path}.csv?sort=text`)).toHaveLength(2);
    expect((await manager.get(`${path}.csv`)).statusCode).toBe(403);
  });

  it('of what was given up, and of agencies whose mail came back', async () => {
    const path = '/operations/queues';
    const { database } = admin.database;
    expect((await olivia.get(`${path}/mails`)).body).toContain('nothing to do here');
    await database.query(`update messaging.outbox set state = 'failed', last_error = 'EENVELOPE-550',
      dispatch_at = null`);
    expect((await olivia.get(`${path}/mails?what=incident`)).body).toContain('1 to');
    expect((await olivia.get(`${path}/mails?q=nothing`)).body).toContain('Nothing found');
    expect((await file(olivia, `${path}/mails.csv?sort=attempts`)).length).toBeGreaterThan(1);
    for (const list of ['work', 'returned']) {
      expect((await olivia.get(`${path}/${list}?q=x`)).body).toContain('Nothing found');
      expect(await file(olivia, `${path}/${list}.csv`)).toHaveLength(1);
    }
    expect((await olivia.get(`${path}/others.csv`)).statusCode).toBe(404);
    expect((await manager.get(`${path}/mails.csv`)).statusCode).toBe(403);
  });
});
