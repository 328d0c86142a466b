import { createPublicKey, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditReader, checkExport, type AuditExport } from '#libs/audit';
import { Database } from '#libs/database';
import { countUsage } from '#libs/operations';
import { belgianDay } from '../reports/period.js';
import { OTHER_AGENCY, SPEC_AGENCY, SpecAdmin } from '../test-support/spec-admin.js';
import { sealRecords } from '../test-support/seal-records.js';
import { specApplication } from '../test-support/spec-application.js';
import { specSigner, SpecProgram } from '../test-support/spec-program.js';

let admin: SpecAdmin;
let worker: Database;
let robot: SpecProgram;
let application: string;

const month = belgianDay(new Date()).slice(0, 7);

beforeAll(async () => {
  admin = await SpecAdmin.start();
  worker = await Database.open({ url: admin.database.url, role: 'csam_worker', maxConnections: 2 });
  application = await specApplication(admin.services.database, SPEC_AGENCY, 'Permit counter');
  await specApplication(admin.services.database, OTHER_AGENCY, 'Tax counter');
  for (let n = 0; n < 60; n += 1) await signIn(n);
  while (await countUsage(worker, new Date())) continue;
  robot = await SpecProgram.of(admin, await specSigner(admin), { rights: ['read', 'audit'] });
});
afterAll(async () => {
  await worker.close();
  await admin.stop();
});

const signIn = (ago: number) =>
  admin.database.database.query(
    `insert into audit.event (id, occurred_at, name, reference, subject, application, data, retention)
     values ($1, now() - $2 * interval '1 second', 'SignInCompleted', 'AAAA-2222', $3, $4,
             '{"journey":"j","key":"eid","level":500,"singleSignOn":false}', 'authentication')`,
    [randomUUID(), ago + 10, 'e'.repeat(40), application],
  );

const at = (rest: string) => `/api/v1/applications/${application}/${rest}`;

describe('a program reads what its applications did', () => {
  it('as figures by key and level, and no application of another agency', async () => {
    const { body } = await robot.call('GET', '/api/v1/applications');
    expect(body['items']).toMatchObject([{ id: application, environment: 'PROD' }]);
    const figures = await robot.call('GET', at(`figures/${month}`));
    expect(figures.body).toMatchObject({
      period: month,
      byKey: [{ name: 'eid' }],
      byLevel: [{ name: '500' }],
    });
    // The sign-ins of the first minute of a month belong to two.
    expect((figures.body['totals'] as { signIns: number }).signIns).toBeGreaterThan(0);
    expect((figures.body['labels'] as string[]).length).toBeGreaterThan(27);
    for (const period of ['2999-01', '2026-13', 'x']) {
      expect([period, (await robot.call('GET', at(`figures/${period}`))).status]).toEqual([period, 404]);
    }
  });

  it('as the monthly report in CSV and PDF', async () => {
    const csv = await robot.call('GET', at(`reports/${month}.csv`));
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text).toContain('signed-in,eid,500');
    const pdf = await robot.call('GET', at(`reports/${month}.pdf`));
    expect([pdf.headers['content-type'], pdf.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
  });

  it('record by record, page after page, without a word about persons', async () => {
    const first = await robot.call('GET', at('records?kind=sign-ins'));
    expect(first.text).not.toContain('e'.repeat(40));
    const next = encodeURIComponent(String(first.body['next']));
    const second = await robot.call('GET', at(`records?kind=sign-ins&before=${next}`));
    const ids = [first, second].map(({ body }) => (body['items'] as { id: string }[]).map(({ id }) => id));
    expect(ids.map(({ length }) => length)).toEqual([50, 10]);
    expect(new Set(ids.flat()).size).toBe(60);
    expect(second.body['next']).toBeUndefined();
    const wrong = await robot.call('GET', at('records?from=2026-02-30&before=x&kind=all'));
    expect((wrong.body['errors'] as { field: string }[]).map(({ field }) => field)).toEqual(['kind']);
    const day = await robot.call('GET', at('records?from=2026-02-30'));
    expect(day.body['errors']).toMatchObject([{ field: 'from' }]);
    expect((await robot.call('GET', at('records?before=x'))).status).toBe(422);
  });

  it('with the proof that nothing was changed, which leaves a record', async () => {
    await sealRecords(worker, admin.services.config.masterKeyFile);
    expect((await robot.call('POST', at('records/proof'), {})).status).toBe(422);
    const answer = await robot.call('POST', at('records/proof'), {
      kind: 'sign-ins',
      reason: 'For the auditor',
    });
    const keys = await admin.visitor().get('/audit-keys.json');
    const { keys: published } = JSON.parse(keys.body) as {
      keys: ({ kid: string } & Record<string, unknown>)[];
    };
    const known = new Map(
      published.map((key) => [key.kid, createPublicKey({ key: { ...key }, format: 'jwk' })] as const),
    );
    const made = JSON.parse(answer.text) as AuditExport;
    expect(checkExport(made, known)).toEqual({ kind: 'good', proven: 60, unproven: 0 });
    const reference = String(answer.headers['x-request-reference']);
    expect(
      await new AuditReader(admin.services.database, admin.services.recordKeys).byReference(reference),
    ).toMatchObject([
      { name: 'AuditExported', actor: robot.id, agency: SPEC_AGENCY, application, data: { records: 60 } },
    ]);
  });
});

describe('a program reads what was done in the administration for its agency', () => {
  const done = (agency: string, name: string, actor: string, data: object) =>
    admin.database.database.query(
      `insert into audit.event (id, occurred_at, name, reference, actor, agency, data, retention)
       values ($1, now() - interval '1 second', $2, 'BBBB-3333', $3, $4, $5, 'administration')`,
      [randomUUID(), name, actor, agency, data],
    );

  it('by people, programs and the desk, without a word about persons or other agencies', async () => {
    const person = 'd'.repeat(40);
    const moved = { service: 's', event: 'submit', from: 'draft', to: 'submitted', reason: 'It is ready' };
    await done(SPEC_AGENCY, 'ServiceMoved', person, moved);
    await done(SPEC_AGENCY, 'ChangeRequested', robot.id, {
      kind: 'service-change',
      target: person,
      aspects: ['level'],
    });
    await done(SPEC_AGENCY, 'SignInCompleted', person, {});
    await done(OTHER_AGENCY, 'ServiceMoved', person, { ...moved, service: 'theirs' });
    const { status, body, text } = await robot.call('GET', '/api/v1/agency/records?reference=BBBB-3333');
    expect(status).toBe(200);
    expect(body['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event: 'ServiceMoved', fields: moved }),
        expect.objectContaining({
          event: 'ChangeRequested',
          program: robot.id,
          fields: { kind: 'service-change', aspects: 'level' },
        }),
      ]),
    );
    expect((body['items'] as object[]).length).toBe(2);
    expect([text.includes(person), text.includes('theirs')]).toEqual([false, false]);
    expect((await robot.call('GET', '/api/v1/agency/records?kind=all')).status).toBe(422);
    expect((await robot.call('GET', '/api/v1/agency/records?until=x')).body['errors']).toMatchObject([
      { field: 'until' },
    ]);
  });
});

describe('the document of the API', () => {
  it('describes every route for programs, with its errors, and is the one in docs/generated', async () => {
    const { body } = await admin.visitor().get('/api/docs-json');
    const { servers: _servers, ...document } = JSON.parse(body) as Record<string, unknown>;
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(
      '../../../../docs/generated/administration-api.json',
    );
    const paths = Object.keys(document['paths'] as object);
    expect(paths.every((path) => path.startsWith('/api/v1/'))).toBe(true);
    const page = await admin.visitor().get('/api/docs');
    expect(page.statusCode).toBe(200);
    for (const path of paths) expect(page.body).toContain(path);
  });
});
