import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditReader } from '#libs/audit';
import { isRight, RIGHTS_OF, STAFF_ROLES } from '#libs/staff';
import { SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';
import { staffRoutes, type StaffRoute } from '../test-support/staff-routes.js';
import { NO_ROLE } from './declarations.js';
import { STAFF_NO_RIGHT } from './staff.errors.js';

let admin: SpecAdmin;
let routes: StaffRoute[];

beforeAll(async () => {
  admin = await SpecAdmin.start();
  routes = staffRoutes(admin.app);
});
afterAll(() => admin.stop());

const ask = (visitor: SpecVisitor, { method, url }: StaffRoute) =>
  method === 'GET' ? visitor.get(url) : visitor.post(url);

describe('every route of the administration', () => {
  it('demands a right that is defined', () => {
    expect(routes.length).toBeGreaterThan(0);
    expect(routes.filter(({ right }) => right !== NO_ROLE && !isRight(right))).toEqual([]);
  });

  it('sends who is not signed in to FAS, and changes nothing', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const { statusCode, headers } = await admin.visitor().get(route.url);
      expect([route.url, statusCode]).toEqual([route.url, 303]);
      expect(headers.location).toContain('/fas/SSORedirect/');
    }
  });

  it('sends who signed in below level 450 to FAS again, whatever their roles', async () => {
    const weak = await admin.signedIn(specPerson('c'), ['operations', 'service-desk'], 400);
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      expect([route.url, (await weak.get(route.url)).statusCode]).toEqual([route.url, 303]);
    }
  });

  it.each(STAFF_ROLES)('refuses %s what the role does not give', async (role) => {
    const at = STAFF_ROLES.indexOf(role);
    const member = await admin.signedIn(specPerson(at.toString(16)), [role]);
    const wrong: string[] = [];
    for (const route of routes) {
      const given = route.right === NO_ROLE || RIGHTS_OF[role].some((right) => right === route.right);
      const { statusCode, body } = await ask(member, route);
      const refused = statusCode === 403 && body.includes(STAFF_NO_RIGHT.title.en);
      // With the right, an address of nothing is a page that does not exist or a form with mistakes.
      if (!given && !refused) wrong.push(`${route.method} ${route.url}: ${statusCode}, not refused`);
      if (statusCode >= 500) wrong.push(`${route.method} ${route.url}: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
  });

  it('records a refusal once, with the right and without who it was about', async () => {
    const nobody = await admin.signedIn(specPerson('d'));
    const route = routes.find(({ right }) => right !== NO_ROLE);
    if (route === undefined) return;
    const { headers } = await ask(nobody, route);
    const records = await new AuditReader(admin.database.database, admin.services.recordKeys).byReference(
      String(headers['x-request-reference']),
    );
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      name: 'StaffRefused',
      actor: specPerson('d'),
      data: { right: route.right },
    });
  });
});
