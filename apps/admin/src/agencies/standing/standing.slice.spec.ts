import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicationsStore } from '#libs/agencies';
import { SPEC_AGENCY, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import { specService, type SpecService } from '../../test-support/spec-service.js';
import type { SpecVisitor } from '../../test-support/spec-visitor.js';

const manager = specPerson('a');
const WHY = 'Its keys were found in the open';

let admin: SpecAdmin;
let astrid: SpecVisitor;
let desk: SpecVisitor;
let approver: SpecVisitor;
let service: SpecService;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  service = await specService(admin.services.database, SPEC_AGENCY, 'Town counter');
  astrid = await admin.signedIn(manager, ['agency-manager']);
  desk = await admin.signedIn(specPerson('b'), ['service-desk-approver']);
  approver = await admin.signedIn(specPerson('c'), ['service-desk-approver']);
  const mail = { kind: 'mail', value: 'astrid@town.example', primary: true, verified: true } as const;
  await admin.services.people.addContact(manager, mail);
});
afterAll(() => admin.stop());

const act = (visitor: SpecVisitor, path: string, reason = WHY) => visitor.submit(path, path, { reason });

const standing = (visitor: SpecVisitor, action: string) =>
  act(visitor, `/agencies/${SPEC_AGENCY}/standing/${action}`);

const states = async () =>
  (await new ApplicationsStore(admin.services.database).all()).map(({ state }) => state);

const mailsToManager = async () => {
  const rows = await admin.database.database.query<{ template: string }>(
    'select template from messaging.outbox where person = $1',
    [manager],
  );
  return rows.filter(({ template }) => template === 'agency-notice').length;
};

async function approveWhatWaits(): Promise<void> {
  const [open] = await admin.services.approvals.list({ states: ['open'] });
  const page = `/requests/${open?.id}`;
  const decided = await approver.submit(page, page, { decision: 'approve', reason: 'They renewed them' });
  expect(decided.statusCode).toBe(303);
}

describe('XS-29 a whole agency', () => {
  it('is suspended by one person of the desk at once, with a reason that its managers are told', async () => {
    const page = `/agencies/${SPEC_AGENCY}/standing/suspend`;
    expect((await desk.submit(page, page, { reason: '' })).statusCode).toBe(422);
    expect((await standing(desk, 'suspend')).statusCode).toBe(303);
    expect(await states()).toEqual(['suspended', 'suspended']);
    expect(await mailsToManager()).toBe(1);
    for (const path of [`/agencies/${SPEC_AGENCY}`, `/services/${service.id}`]) {
      for (const visitor of [astrid, desk]) expect((await visitor.get(path)).body).toContain(WHY);
    }
    expect((await desk.get('/agencies?state=suspended')).body).toContain('Agency of Town counter');
    const application = `/service-desk/applications/${service.application}`;
    const { body } = await desk.get(application);
    expect(body).toContain('because the whole agency is suspended');
    expect(body).not.toContain('/resume"');
  });

  it('is no matter of its manager, and goes on when two people of the desk say so', async () => {
    const page = `/agencies/${SPEC_AGENCY}/standing/resume`;
    expect((await astrid.get(page)).statusCode).toBe(403);
    expect((await standing(desk, 'resume')).statusCode).toBe(303);
    expect(await states()).toEqual(['suspended', 'suspended']);
    expect((await astrid.get(`/agencies/${SPEC_AGENCY}`)).body).toContain('waits for a second person');
    await approveWhatWaits();
    expect(await states()).toEqual(['active', 'active']);
    expect(await mailsToManager()).toBe(2);
    expect((await astrid.get(`/agencies/${SPEC_AGENCY}`)).body).not.toContain(WHY);
  });
});

describe('XS-29 a service that the desk stops', () => {
  it('has one state: what is stopped from the list of applications is the service', async () => {
    const application = `/service-desk/applications/${service.application}`;
    const asked = await desk.get(`${application}/suspend`);
    expect(asked.headers.location).toBe(`/services/${service.id}/suspend`);
    expect((await desk.post(`${application}/suspend`, { reason: WHY })).headers.location).toBe(
      `/services/${service.id}/suspend`,
    );
    expect(await states()).toEqual(['active', 'active']);
    expect((await act(desk, `/services/${service.id}/suspend`)).statusCode).toBe(303);
    expect(await states()).toEqual(['suspended', 'suspended']);
    expect((await desk.get(application)).body).toContain('data-state="suspended"');
    expect((await astrid.get(`/services/${service.id}`)).body).toContain(WHY);
    expect(await mailsToManager()).toBe(3);
  });

  it('gets its leaked secret withdrawn, which shows nobody a new one, and other contacts', async () => {
    const secret = async () =>
      (await new ApplicationsStore(admin.services.database).find(service.application))?.oidc
        ?.clientSecretHash;
    const before = await secret();
    const page = `/services/${service.id}/secret/PROD`;
    expect((await desk.get(page)).statusCode).toBe(403);
    expect((await act(desk, `${page}/withdraw`)).statusCode).toBe(303);
    expect(await secret()).not.toBe(before);
    expect(await mailsToManager()).toBe(4);
    const contacts = `/services/${service.id}/contacts`;
    const changed = await desk.submit(contacts, contacts, { security: 'security@town.example' });
    expect(changed.statusCode).toBe(303);
    expect((await astrid.get(contacts)).body).toContain('security@town.example');
  });

  it('gets another certificate or address from the desk only when a second person agrees', async () => {
    const page = `/services/${service.id}/settings/PROD`;
    expect((await desk.get(`/services/${service.id}/settings/ACC`)).statusCode).toBe(404);
    expect((await desk.get(`/services/${service.id}/edit`)).statusCode).toBe(403);
    const wish = {
      protocol: 'oidc',
      redirectUris: 'https://new.agency.example/callback',
      tokenEndpointAuthMethod: 'client_secret_basic',
      reason: 'They moved to other machines',
    };
    expect((await desk.submit(page, page, wish)).statusCode).toBe(200);
    const { body } = await astrid.get(`/services/${service.id}`);
    expect(body).toContain('https://new.agency.example/callback');
    expect(body).toContain('by somebody else');
    const [waiting] = await admin.services.approvals.list({ states: ['open'] });
    const change = `/services/${service.id}/changes/${waiting?.id}/withdraw`;
    expect((await act(astrid, change, 'We did not ask for this')).statusCode).toBe(303);
    expect(await admin.services.approvals.list({ states: ['open'] })).toEqual([]);
    expect((await astrid.get(`/services/${service.id}`)).body).not.toContain('new.agency.example');
  });

  it('goes on when two people say so, whoever of the agency asked', async () => {
    expect((await act(astrid, `/services/${service.id}/resume`)).statusCode).toBe(200);
    expect(await states()).toEqual(['suspended', 'suspended']);
    await approveWhatWaits();
    expect(await states()).toEqual(['active', 'active']);
    expect((await astrid.get(`/services/${service.id}`)).body).not.toContain(WHY);
  });
});
