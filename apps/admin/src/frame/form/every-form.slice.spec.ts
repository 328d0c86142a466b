import { afterAll, beforeAll, expect, it } from 'vitest';
import { DigitalKeysStore } from '#libs/digital-keys';
import { OfficesStore, type StaffRole } from '#libs/staff';
import { SPEC_AGENCY, SPEC_OFFICE, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import { specService } from '../../test-support/spec-service.js';
import type { SpecVisitor } from '../../test-support/spec-visitor.js';
import { staffRoutes } from '../../test-support/staff-routes.js';

type Fields = Readonly<Record<string, string>>;

/** A form with a mistake in it. */
interface Mistake {
  readonly role: StaffRole;
  /** Address of the page with the form; where it is posted too, unless `action` says otherwise. */
  readonly page: () => string;
  readonly action?: () => string;
  readonly fields: Fields;
  /** The fields that are wrong. */
  readonly wrong: readonly string[];
}

const IDENTIFIED = 'Asked by astrid@people.example';
const WHY = 'It has to be so';
const known: Record<string, string> = {};
const at = (name: string) => known[name] ?? '';

/** A question with a reason: the reason names somebody. */
const question = (role: StaffRole, page: () => string): Mistake => ({
  role,
  page,
  fields: { reason: IDENTIFIED },
  wrong: ['reason'],
});

const agency = `/agencies/${SPEC_AGENCY}`;
const office = `/registration/offices/${SPEC_OFFICE}`;
const inFour = (name: string, text: string) =>
  Object.fromEntries(['nl', 'fr', 'de', 'en'].map((language) => [`${name}-${language}`, text]));
const number = { number: '74.02.10-996.79' };

/** By the declared route. Each has one field at least that is right, or wrong and yet shown again. */
const MISTAKES: Readonly<Record<string, Mistake>> = {
  '/join': {
    role: 'agency-manager',
    page: () => '/join?number=0999900348',
    action: () => '/join',
    fields: { number: '0999.900.348', 'name-nl': 'Dienst', task: 'Permits' },
    wrong: ['audience', 'name-fr', 'eligible'],
  },
  '/agencies/:number/agreement': {
    role: 'agency-signatory',
    page: () => `${agency}/agreement`,
    fields: { name: 'Astrid Agenda', function: '' },
    wrong: ['function', 'accept'],
  },
  '/agencies/:number/standing/:action': question('service-desk', () => `${agency}/standing/suspend`),
  '/agencies/:number/bases/new': {
    role: 'agency-manager',
    page: () => `${agency}/bases/new`,
    fields: { reference: 'RR 21/2015', validFrom: '2026-02-30' },
    wrong: ['kind', 'validFrom'],
  },
  '/agencies/:number/people': {
    role: 'agency-manager',
    page: () => `${agency}/people`,
    fields: { name: 'Ilse Integraal', firm: '1', reason: WHY, ...number },
    wrong: ['role', 'number'],
  },
  '/agencies/:number/people/:id': question('agency-manager', () => `${agency}/people/${at('held')}`),
  '/agencies/:number/api-clients': {
    role: 'agency-manager',
    page: () => `${agency}/api-clients`,
    fields: { name: '-', right: 'write', proof: 'secret', endsOn: '2020-01-01', reason: WHY },
    wrong: ['name', 'endsOn'],
  },
  '/agencies/:number/api-clients/:id': question(
    'agency-manager',
    () => `${agency}/api-clients/${at('client')}`,
  ),
  '/services/:id/edit': {
    role: 'agency-manager',
    page: () => `/services/${at('service')}/edit`,
    fields: { ...inFour('name', 'Counter'), signInsPerYear: 'many', reason: WHY },
    wrong: ['signInsPerYear'],
  },
  '/services/:id/settings/:environment': {
    role: 'agency-manager',
    page: () => `/services/${at('service')}/settings/INT`,
    fields: { protocol: 'oidc', redirectUris: 'nowhere', reason: WHY },
    wrong: ['redirectUris'],
  },
  '/services/:id/metadata-address/:environment': {
    role: 'agency-manager',
    page: () => `/services/${at('service')}/settings/INT`,
    action: () => `/services/${at('service')}/metadata-address/INT`,
    fields: { metadataUrl: 'nowhere' },
    wrong: ['metadataUrl'],
  },
  '/services/:id/contacts': {
    role: 'agency-manager',
    page: () => `/services/${at('service')}/contacts`,
    fields: { business: 'a@agency.example', outage: 'nobody' },
    wrong: ['outage'],
  },
  '/services/:id/secret/:environment': question(
    'agency-manager',
    () => `/services/${at('service')}/secret/INT`,
  ),
  '/services/:id/secret/:environment/withdraw': question(
    'service-desk',
    () => `/services/${at('service')}/secret/INT/withdraw`,
  ),
  '/services/:id/:action': question('agency-manager', () => `/services/${at('service')}/end`),
  '/registration/offices/:office/officers': {
    role: 'lra-manager',
    page: () => `${office}/officers`,
    fields: { name: '', reason: WHY, ...number },
    wrong: ['name', 'number'],
  },
  '/registration/offices/:office/officers/:id': question(
    'lra-manager',
    () => `${office}/officers/${at('officer')}`,
  ),
  '/registration/offices/:office/new': {
    role: 'lra-officer',
    page: () => `${office}/new`,
    fields: { documentType: 'passport', country: 'FR', documentNumber: '', expiry: '2035-01-31', ...number },
    wrong: ['number', 'documentNumber'],
  },
  '/requests/:id': {
    role: 'service-desk-approver',
    page: () => `/requests/${at('request')}`,
    fields: { reason: IDENTIFIED, decision: 'approve' },
    wrong: ['reason'],
  },
  '/service-desk/people': {
    role: 'service-desk',
    page: () => '/service-desk',
    action: () => '/service-desk/people',
    fields: { by: 'mail', value: 'lotte', reason: IDENTIFIED },
    wrong: ['value', 'reason'],
  },
  '/service-desk/people/:lookUp/notes': {
    role: 'service-desk',
    page: () => at('person'),
    action: () => `${at('person')}/notes`,
    fields: { note: IDENTIFIED },
    wrong: ['note'],
  },
  '/service-desk/people/:lookUp/help/:action': {
    ...question('service-desk', () => `${at('person')}/help/suspend?key=${at('key')}`),
    action: () => `${at('person')}/help/suspend`,
  },
  '/service-desk/applications/:id/notes': {
    role: 'service-desk',
    page: () => `/service-desk/applications/${at('application')}`,
    action: () => `/service-desk/applications/${at('application')}/notes`,
    fields: { note: IDENTIFIED },
    wrong: ['note'],
  },
  '/operations/incidents/new': {
    role: 'operations',
    page: () => '/operations/incidents/new',
    fields: { start: '31/12/2026', ...inFour('text', 'It is slow'), 'text-de': '' },
    wrong: ['component', 'start', 'text-de'],
  },
  '/operations/incidents/:id/update': {
    role: 'operations',
    page: () => at('incident'),
    action: () => `${at('incident')}/update`,
    fields: { ...inFour('text', 'They repair it'), 'text-fr': '' },
    wrong: ['text-fr'],
  },
  '/operations/maintenance/new': {
    role: 'operations',
    page: () => '/operations/maintenance/new',
    fields: { minutes: '20', start: 'soon', ...inFour('reason', 'New disks'), 'reason-de': '' },
    wrong: ['components', 'start', 'reason-de'],
  },
  '/operations/releases/new': {
    role: 'operations',
    page: () => '/operations/releases/new',
    fields: { version: '3', capacity: '66', ...inFour('notes', 'Names for keys') },
    wrong: ['version'],
  },
  '/sms-cost/prices': {
    role: 'operations',
    page: () => '/sms-cost/prices',
    fields: { validFrom: '2026-13', cents: 'much' },
    wrong: ['validFrom', 'cents'],
  },
  '/sms-cost/caps/:id': {
    role: 'agency-manager',
    page: () => `/sms-cost/caps/${at('application')}`,
    fields: { messages: '0', address: 'nobody' },
    wrong: ['messages', 'address'],
  },
  '/audit/searches': {
    role: 'auditor',
    page: () => '/audit',
    action: () => '/audit/searches',
    fields: { reference: 'x', from: '2026-02-30', until: '2026-03-01', reason: WHY },
    wrong: ['reference', 'from', 'ground'],
  },
  '/audit/people': {
    role: 'auditor',
    page: () => '/audit/people',
    fields: { by: 'mail', value: 'lotte', from: '2026-01-01', until: '2026-03-01', reason: WHY },
    wrong: ['value'],
  },
  '/reports/:id/trail/proof': {
    ...question(
      'agency-manager',
      () => `/reports/${at('application')}/trail/proof?from=2026-01-01&until=2026-01-02`,
    ),
    action: () => `/reports/${at('application')}/trail/proof`,
  },
};

/** What is posted without anything that was typed, or is shown elsewhere. */
const BUTTONS: Readonly<Record<string, string>> = {
  '/agencies/:number/services': 'begins an empty service',
  '/agencies/:number/bases/:basis/document': 'takes a file only: documents.slice.spec.ts',
  '/services/:id/metadata/:environment': 'takes a file only: onboarding.slice.spec.ts',
  '/services/:id/changes/:change/withdraw': 'the same question as the others: standing.slice.spec.ts',
  '/service-desk/applications/:id/:action':
    'the same question, where no service is: service-desk.slice.spec.ts',
  '/service-desk/not-me/:id/person': 'a button',
  '/service-desk/not-me/:id/handled': 'a button',
  '/registration/drafts/:draft': 'follows an answer of APS: registration.slice.spec.ts',
  '/registration/people/:id/:action': 'the same question: registration.slice.spec.ts',
  '/operations/incidents/:id/close': 'a button',
  '/operations/maintenance/:id/approve': 'a button',
  '/operations/maintenance/:id/cancel': 'a button',
  '/operations/maintenance/:id/change': 'the form of /operations/maintenance/new',
  '/operations/releases/:id/release': 'a button',
  '/operations/releases/:id/withdraw': 'a button',
  '/operations/queues/mails/:id': 'a button',
  '/operations/queues/:queue/:id/retry': 'a button',
  '/audit/searches/:id/proof': 'a button',
};

let admin: SpecAdmin;
const visitors = new Map<StaffRole, SpecVisitor>();

beforeAll(async () => {
  admin = await SpecAdmin.start();
  const { database, people, staff } = admin.services;
  const name = { nl: 'Kantoor', fr: 'Bureau', de: 'Amt', en: 'Office' };
  const service = await specService(database, SPEC_AGENCY, 'Counter', { keys: ['eid', 'totp', 'sms'] });
  Object.assign(known, { service: service.id, application: service.application });
  await new OfficesStore(admin.database.database).add({ code: SPEC_OFFICE, agency: SPEC_AGENCY, name });
  const roles = [...new Set(Object.values(MISTAKES).map(({ role }) => role))];
  for (const [index, role] of roles.entries()) {
    visitors.set(role, await admin.signedIn(specPerson((index + 1).toString(16)), [role]));
  }
  const lotte = specPerson('f');
  await people.create({ fedId: lotte, enrolment: 'eid', language: 'nl' });
  await people.addContact(lotte, {
    kind: 'mail',
    value: 'lotte@people.example',
    primary: true,
    verified: true,
  });
  known.key = await new DigitalKeysStore(database).add({ fedId: lotte, kind: 'totp', enrolment: 'eid' });
  known.held = (await staff.ofAgency(SPEC_AGENCY))[0]?.id ?? '';
  known.officer = (await staff.ofOffice(SPEC_OFFICE)).find(({ role }) => role === 'lra-officer')?.id ?? '';
  await fillIn();
});
afterAll(() => admin.stop());

const visitor = (role: StaffRole): SpecVisitor => {
  const found = visitors.get(role);
  if (found === undefined) throw new Error(role);
  return found;
};

/** Makes what the forms are about. */
async function fillIn(): Promise<void> {
  const manager = visitor('agency-manager');
  const clients = `${agency}/api-clients`;
  const ends = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const wish = { name: 'Portal', right: 'read', proof: 'secret', endsOn: ends, reason: WHY };
  await manager.submit(clients, clients, wish);
  known.client = /api-clients\/([\w:-]+)"/.exec((await manager.get(clients)).body)?.[1] ?? '';
  const bases = `${agency}/bases/new`;
  await manager.submit(bases, bases, {
    kind: 'LAW',
    reference: 'Law of 2020',
    validFrom: '2020-01-01',
    noDocument: WHY,
    'attributes.egovNRN': 'on',
  });
  known.request = (await admin.services.approvals.list({ states: ['open'] }))[0]?.id ?? '';
  const desk = visitor('service-desk');
  const found = await desk.submit('/service-desk', '/service-desk/people', {
    by: 'mail',
    value: 'lotte@people.example',
    birthDate: '',
    reason: 'Called about a lost phone',
  });
  known.person = String(found.headers.location);
  const reported = await visitor('operations').submit(
    '/operations/incidents/new',
    '/operations/incidents/new',
    {
      component: 'itsme',
      impact: 'reduced',
      start: '',
      ...inFour('text', 'It is slow'),
    },
  );
  known.incident = String(reported.headers.location);
}

it('is looked at here, whatever is posted in the administration', () => {
  const posted = staffRoutes(admin.app).flatMap(({ method, path }) =>
    method === 'POST' ? [path.replace(/\/$/, '')] : [],
  );
  expect(posted.toSorted()).toEqual([...Object.keys(MISTAKES), ...Object.keys(BUTTONS)].toSorted());
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

it.each(Object.entries(MISTAKES))(
  'the form of %s says what is wrong at the field and at the top, and keeps the rest',
  async (_route, { role, page, action = page, fields, wrong }) => {
    const { statusCode, body } = await visitor(role).submit(page(), action(), fields);
    expect(statusCode).toBe(422);
    expect(body).toMatch(/<title>[^<]*Error/);
    const summary = /<div[^>]*class="error-summary"[\s\S]*?<\/ul>/.exec(body)?.[0] ?? '';
    for (const field of wrong) {
      expect(summary).toContain(`href="#${field}"`);
      expect(body).toMatch(new RegExp(`id="${field}-error"`));
      expect(body).toMatch(new RegExp(`id="${field}"`));
    }
    for (const typed of Object.values(fields).filter(Boolean)) {
      expect(body).toMatch(
        new RegExp(`(value="|>)${escaped(typed).replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}("|</textarea>)`),
      );
    }
  },
);
