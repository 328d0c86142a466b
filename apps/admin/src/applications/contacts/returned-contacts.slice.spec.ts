import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServiceContacts } from '#libs/agencies';
import { SPEC_AGENCY, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import { specService } from '../../test-support/spec-service.js';

let admin: SpecAdmin;

beforeAll(async () => {
  admin = await SpecAdmin.start();
});
afterAll(() => admin.stop());

it('an agency sees which address of its service came back, and gets mail there again once it says that it is good', async () => {
  const { database, cipher } = admin.services;
  const { id } = await specService(database, SPEC_AGENCY, 'Town counter');
  const astrid = await admin.signedIn(specPerson('a'), ['agency-manager']);
  const page = `/services/${id}/contacts`;
  const addresses = {
    business: 'business@town.example',
    technical: 'technical@town.example',
    security: 'security@town.example',
    billing: 'bills@town.example',
    outage: 'outage@town.example',
  };
  expect((await astrid.submit(page, page, addresses)).statusCode).toBe(303);
  expect((await astrid.get(page)).body).not.toContain('data-returned');
  expect((await astrid.get(`/services/${id}`)).body).toMatch(/data-item="contacts">done/);

  const owner = new ServiceContacts(admin.database.database, cipher);
  expect(await owner.markUndeliverable(' Outage@town.example')).toBe(1);
  const told = (await astrid.get(page)).body;
  expect(told).toContain('data-returned="outage"');
  expect(told).not.toContain('data-returned="security"');
  expect((await astrid.get(`/services/${id}`)).body).not.toMatch(/data-item="contacts">done/);

  await astrid.submit(page, page, addresses);
  expect((await astrid.get(page)).body).not.toContain('data-returned');
  expect((await astrid.get(`/services/${id}`)).body).toMatch(/data-item="contacts">done/);
});
