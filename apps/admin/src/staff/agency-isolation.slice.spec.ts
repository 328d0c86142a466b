import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesStore, ApplicationsStore } from '#libs/agencies';
import { isRight, RIGHTS_OF, STAFF_ROLES } from '#libs/staff';
import { DossierStore } from '../applications/dossier/dossier.store.js';
import { EMPTY_DETAILS } from '../applications/dossier/dossier.js';
import { SERVICE_ACTIONS } from '../applications/service-actions.js';
import { OTHER_AGENCY, SpecAdmin, specPerson, specScope } from '../test-support/spec-admin.js';
import { specApplication } from '../test-support/spec-application.js';
import { addressOf, staffRoutes, type StaffRoute } from '../test-support/staff-routes.js';

/** Stands in everything that belongs to the other agency. */
const MARK = 'Vreemdgoed';
const OF_AGENCIES = STAFF_ROLES.filter((role) => specScope(role).kind === 'agency');

let admin: SpecAdmin;
let routes: StaffRoute[];
let identifiers: string[];

beforeAll(async () => {
  admin = await SpecAdmin.start();
  routes = staffRoutes(admin.app);
  const { database, staff } = admin.services;
  const application = await specApplication(database, OTHER_AGENCY, MARK);
  const basis = { kind: 'LAW', reference: MARK, validFrom: '2026-01-01' } as const;
  const authorisation = await new AgenciesStore(database).ensureLegalBasis(OTHER_AGENCY, basis, ['egovNRN']);
  const dossiers = new DossierStore(database);
  const service = await dossiers.add(OTHER_AGENCY, specPerson('9'));
  const name = { nl: MARK, fr: MARK, de: MARK, en: MARK };
  await dossiers.saveDetails(service, { ...EMPTY_DETAILS, name });
  await admin.signedIn(specPerson('9'));
  await staff.grant({
    fedId: specPerson('9'),
    role: 'agency-manager',
    scope: { kind: 'agency', agency: OTHER_AGENCY },
    reason: MARK,
  });
  const [held] = await staff.heldBy(specPerson('9'));
  identifiers = [application, service, authorisation, held?.id ?? ''];
});
afterAll(() => admin.stop());

/** Every address that a route has for something of the other agency. */
function addressesOf({ path }: StaffRoute): string[] {
  const common = { number: OTHER_AGENCY, agency: OTHER_AGENCY, environment: 'PROD' };
  return [
    ...new Set(
      identifiers.flatMap((id) =>
        SERVICE_ACTIONS.map((action) =>
          addressOf(path, {
            ...common,
            id,
            action,
            service: id,
            assignment: id,
            basis: id,
            document: id,
            change: id,
          }),
        ),
      ),
    ),
  ];
}

const given = (role: (typeof STAFF_ROLES)[number]) =>
  routes.filter(({ right }) => isRight(right) && RIGHTS_OF[role].includes(right));

describe('XS-29 what belongs to another agency', () => {
  it.each(OF_AGENCIES)('is not shown to %s, nor changed, whatever address is asked', async (role) => {
    const { database } = admin.services;
    const states = () => new ApplicationsStore(database).all();
    const before = await states();
    const member = await admin.signedIn(specPerson(OF_AGENCIES.indexOf(role).toString(16)), [role]);
    const wrong: string[] = [];
    for (const route of given(role)) {
      for (const url of addressesOf(route)) {
        const { statusCode, body, headers } =
          route.method === 'GET' ? await member.get(url) : await member.post(url, { reason: 'A reason' });
        const got = `${route.method} ${url}: ${statusCode} ${headers.location ?? ''}`;
        if (body.includes(MARK)) wrong.push(`${got} shows it`);
        if (route.method !== 'GET' && statusCode < 400 && route.path.includes(':')) wrong.push(got);
      }
    }
    expect(wrong).toEqual([]);
    expect(await states()).toEqual(before);
  });
});
