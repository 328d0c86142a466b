import { afterAll, beforeAll, expect, it } from 'vitest';
import { AgenciesStore } from '#libs/agencies';
import { AuditReader } from '#libs/audit';
import { SPEC_AGENCY, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import type { SpecVisitor } from '../../test-support/spec-visitor.js';

const PDF = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  // Bytes that are no text, and more than another file may have.
  Buffer.alloc(400_000, 0xfe),
  Buffer.from('\nstartxref\n0\n%%EOF\n'),
]);
const NAME = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' };

let admin: SpecAdmin;
let astrid: SpecVisitor;
let desk: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  await new AgenciesStore(admin.services.database).ensure({ number: SPEC_AGENCY, name: NAME });
  astrid = await admin.signedIn(specPerson('a'), ['agency-manager']);
  desk = await admin.signedIn(specPerson('b'), ['service-desk-approver']);
});
afterAll(() => admin.stop());

async function upload(url: string, fields: Readonly<Record<string, string>>, file: Buffer) {
  const { body } = await astrid.get(url);
  const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
  const head = (name: string, more = '') =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const parts = Object.entries({ _csrf: token, ...fields }).map(
    ([name, value]) => `${head(name)}${value}\r\n`,
  );
  return astrid.send({
    method: 'POST',
    url,
    headers: { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' },
    payload: Buffer.concat([
      Buffer.from(`${parts.join('')}${head('document', '; filename="evil.pdf"')}`),
      file,
      Buffer.from('\r\n--b--\r\n'),
    ]),
  });
}

const NEW = `/agencies/${SPEC_AGENCY}/bases/new`;
const basis = {
  kind: 'RR_21_2015',
  reference: 'RR 21/2015',
  validFrom: '2026-01-01',
  'attributes.egovNRN': 'on',
};

it('comes with the request for an authorisation, which the desk reads before it agrees', async () => {
  const wrong = await upload(NEW, basis, Buffer.from('<html>not a PDF</html>'));
  expect([wrong.statusCode, wrong.body.includes('This file is no PDF')]).toEqual([422, true]);
  expect(wrong.body).toContain('value="RR 21/2015"');
  expect((await upload(NEW, basis, PDF)).statusCode).toBe(200);
  const [open] = await admin.services.approvals.list({ states: ['open'] });
  const page = `/requests/${open?.id}`;
  const address = /href="(\/agencies\/[^"]*documents[^"]*)"/.exec((await desk.get(page)).body)?.[1] ?? '';
  const file = await desk.get(address);
  expect(file.rawPayload.equals(PDF)).toBe(true);
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment; filename="authorisation-[\da-f]{8}\.pdf"$/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'cache-control': 'no-store',
  });
  const [record] = await new AuditReader(admin.database.database, admin.services.recordKeys).byReference(
    String(file.headers['x-request-reference']),
  );
  expect(record).toMatchObject({ name: 'BasisDocumentRead', actor: specPerson('b') });
  await desk.submit(page, page, { decision: 'approve', reason: 'The text says so' });
  expect((await astrid.get(`/agencies/${SPEC_AGENCY}`)).body).toContain(address);
});

it('is asked for, or why there is none, which the desk reads too', async () => {
  const law = { ...basis, kind: 'LAW', reference: 'Law of 8 August 1983' };
  const nothing = await upload(NEW, law, Buffer.alloc(0));
  expect([nothing.statusCode, nothing.body.includes('or write below why there is none')]).toEqual([
    422,
    true,
  ]);
  const named = await upload(NEW, { ...law, noDocument: 'Ask an@town.example' }, Buffer.alloc(0));
  expect([named.statusCode, named.body.includes('value="Ask an@town.example"')]).toEqual([422, true]);
  const why = 'In the Gazette of 21 April 1984';
  expect((await upload(NEW, { ...law, noDocument: why }, Buffer.alloc(0))).statusCode).toBe(200);
  const [open] = await admin.services.approvals.list({ states: ['open'] });
  const request = (await desk.get(`/requests/${open?.id}`)).body.replaceAll(/<[^>]*>/g, '');
  expect(request).toContain(`no text added: ${why}`);
});

it('is kept encrypted, and read by managers of the agency and the desk alone', async () => {
  const [stored] = await admin.database.database.query<{ id: string; content: string }>(
    'select id, content from onboarding.basis_document',
  );
  expect(stored?.content).not.toContain(PDF.toString('base64').slice(0, 40));
  const address = `/agencies/${SPEC_AGENCY}/documents/${stored?.id}`;
  for (const role of ['agency-signatory', 'agency-integrator', 'operations', 'auditor'] as const) {
    const member = await admin.signedIn(specPerson('c'), []);
    const digit = { 'agency-signatory': '1', 'agency-integrator': '2', operations: '3', auditor: '4' }[role];
    const colleague = await admin.signedIn(specPerson(digit), [role]);
    expect([(await colleague.get(address)).statusCode, (await member.get(address)).statusCode]).toEqual([
      403, 403,
    ]);
    expect((await colleague.get(`/agencies/${SPEC_AGENCY}`)).body).not.toContain(address);
  }
  expect((await astrid.get(address)).statusCode).toBe(200);
});

it('is added later to an authorisation that has none', async () => {
  const law = { kind: 'LAW', reference: 'Law of 1 May', validFrom: '2026-01-01' } as const;
  const id = await new AgenciesStore(admin.services.database).ensureLegalBasis(SPEC_AGENCY, law, ['egovNRN']);
  const page = `/agencies/${SPEC_AGENCY}/bases/${id}/document`;
  expect((await upload(page, {}, Buffer.alloc(0))).body).toContain('Fill this in');
  expect((await upload(page, {}, PDF)).statusCode).toBe(303);
  const documents = await admin.database.database.query<{ reference: string }>(
    'select reference from onboarding.basis_document order by uploaded_at',
  );
  expect(documents.map(({ reference }) => reference)).toEqual(['RR 21/2015', 'Law of 1 May']);
});
