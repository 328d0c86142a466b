import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesStore } from '#libs/agencies';
import { OfficesStore } from '#libs/staff';
import { SPEC_AGENCY, SPEC_OFFICE, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
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
});
