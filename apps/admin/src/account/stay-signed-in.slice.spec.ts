import { afterAll, beforeAll, expect, it } from 'vitest';
import { SpecAdmin, specPerson } from '../test-support/spec-admin.js';

let admin: SpecAdmin;
beforeAll(async () => {
  admin = await SpecAdmin.start();
});
afterAll(() => admin.stop());

const LONGER = '/session/longer';

it('WA-10 a page of who is signed in knows when the session ends, and asks for more time', async () => {
  const visitor = await admin.signedIn(specPerson('a'), ['operations']);
  const { body } = await visitor.get('/operations');
  // Half an hour without use, but for the minute in which use is not written down.
  expect(body).toContain(`data-limit="${28 * 60}"`);
  expect(body).toContain(`data-action="${LONGER}"`);
  expect(body).toContain('<noscript>');
  await admin.database.database.query(
    `update service_provider.session set last_used_at = now() - interval '29 minutes'`,
  );
  const answer = await visitor.post(LONGER);
  expect([answer.statusCode, answer.json()]).toEqual([200, { seconds: 29 * 60 }]);
  const [{ idle } = { idle: 0 }] = await admin.database.database.query<{ idle: number }>(
    'select extract(epoch from now() - last_used_at)::int as idle from service_provider.session',
  );
  expect(idle).toBeLessThan(60);
});

it('WA-10 a session that ended does not go on, and pages for everybody have no end', async () => {
  const visitor = await admin.signedIn(specPerson('b'), ['operations']);
  const { body } = await visitor.get('/operations');
  const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
  await admin.database.database.query('delete from service_provider.session');
  const answer = await visitor.send({
    method: 'POST',
    url: LONGER,
    payload: new URLSearchParams({ _csrf: token }).toString(),
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect([answer.statusCode, answer.json()]).toEqual([410, { seconds: 0 }]);
  expect((await visitor.get('/status')).body).not.toContain('data-limit');
});
