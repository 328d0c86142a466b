import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditReader } from '#libs/audit';
import { DigitalKeysStore } from '#libs/digital-keys';
import type { NationalNumber } from '#libs/kernel';
import { serviceProviderAddresses } from '#libs/service-provider';
import { OfficesStore } from '#libs/staff';
import { SPEC_AGENCY, SPEC_OFFICE, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';

const NUMBER = '74.02.10-996.78';
const OWN_NUMBER = '91100399523' as NationalNumber;
const MAIL = 'olga@people.example';
const officer = specPerson('7');
const NEW = `/registration/offices/${SPEC_OFFICE}/new`;
const DOCUMENT = {
  documentType: 'passport',
  country: 'FR',
  documentNumber: '12AB34567',
  expiry: '2035-01-31',
};

let aps: Server;
let answers: 'given' | 'not-found' | 'deceased' | 'down' = 'given';
const tokens: string[] = [];
let admin: SpecAdmin;
let lars: SpecVisitor;

/** APS as seen from here: its contract over HTTP. */
function startAps(): Promise<number> {
  aps = createServer((request, response) => {
    const token = String(request.headers.authorization).replace('Bearer ', '');
    tokens.push(token);
    if (answers === 'down') return void response.writeHead(503).end('{}');
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      sub: string;
    };
    const attributes = Object.entries({ givenName: 'Olga', surname: 'Oplettend' }).map(([name, value]) =>
      answers === 'given'
        ? {
            name,
            status: 'given',
            value,
            source: 'national-register',
            trust: 'authentic-source',
            retrievedAt: '2026-03-02T09:00:00.000Z',
          }
        : { name, status: 'unavailable', reason: answers },
    );
    const body = JSON.stringify({ reference: 'c', subject: sub, attributes });
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  return new Promise((resolve) => {
    aps.listen(0, () => resolve((aps.address() as AddressInfo).port));
  });
}

beforeAll(async () => {
  // APS has the third of the ports.
  admin = await SpecAdmin.start({ CSAM_PORT_BASE: String((await startAps()) - 200) });
  const { people, config, database } = admin.services;
  await database.query('insert into agencies.agency (number, name) values ($1, $2)', [SPEC_AGENCY, NAME]);
  await database.query(
    `insert into agencies.application (agency, name, environment, minimum_level, keys, contexts, attributes, saml)
     values ($1, $2, 'INT', 450, '{eid}', '{citizen}', '[]', $3)`,
    [SPEC_AGENCY, NAME, { entityId: serviceProviderAddresses(config.baseUrl.admin).entityId, metadata: '' }],
  );
  await new OfficesStore(admin.database.database).add({ code: SPEC_OFFICE, agency: SPEC_AGENCY, name: NAME });
  const number = { register: 'national', number: OWN_NUMBER } as const;
  await people.create({ fedId: officer, enrolment: 'eid', language: 'nl', number });
  await people.addContact(officer, {
    kind: 'mail',
    value: 'lars@people.example',
    primary: true,
    verified: true,
  });
  lars = await admin.signedIn(officer, ['lra-officer']);
});
afterAll(async () => {
  await admin.stop();
  aps.close();
});

const NAME = { nl: 'Voorbeeldegem', fr: 'Exempleville', de: 'Beispielstadt', en: 'Exampleton' };

const present = (fields: Record<string, string> = {}) =>
  lars.submit(NEW, NEW, { number: NUMBER, ...DOCUMENT, ...fields });

async function draft(): Promise<string> {
  const { statusCode, headers } = await present();
  expect(statusCode).toBe(303);
  return String(headers.location);
}

const COMPARED = { namesCompared: 'on', faceCompared: 'on', language: 'de', replaceLost: 'on' };
const register = (page: string, mail = MAIL, fields: Record<string, string> = COMPARED) =>
  lars.submit(page, page, { ...fields, mail, mailAgain: mail });

const codeIn = (body: string) => /data-paper-code[^>]*>([^<]+)</.exec(body)?.[1]?.trim();

describe('KY-12 LE-8 a registration at the counter', () => {
  it('compares with the register, prints the code once and mails the link to the person only', async () => {
    const page = await draft();
    const compare = await lars.get(page);
    expect(compare.body).toContain('Oplettend');
    expect(compare.body).toContain('74.02.10-***.**');
    const paper = await register(page);
    expect(paper.statusCode).toBe(200);
    expect(codeIn(paper.body)).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
    expect(paper.headers['cache-control']).toContain('no-store');
    expect(paper.body).not.toContain('/activate/');
    expect(paper.body).toContain('lang="de"');
    expect((await register(page).catch(() => ({ statusCode: 404 }))).statusCode).toBe(404);
    const list = await lars.get(`/registration/offices/${SPEC_OFFICE}`);
    expect(list.body).toContain('Waits for the person');
    for (const hidden of ['Oplettend', MAIL, '12AB34567', NUMBER]) expect(list.body).not.toContain(hidden);
  });

  it('asks APS with a token of its own key, for this person and purpose, and is on record', async () => {
    const keys = JSON.parse((await admin.visitor().get('/.well-known/aps-keys.json')).body) as JSONWebKeySet;
    const { payload } = await jwtVerify(tokens.at(-1) ?? '', createLocalJWKSet(keys), {
      audience: 'aps',
      issuer: admin.services.config.baseUrl.admin,
      typ: 'aps+jwt',
    });
    expect(payload).toMatchObject({ purpose: 'registration' });
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const person = await admin.services.people.findByNumber('74021099678' as NationalNumber);
    if (person === undefined) throw new Error('not known');
    const records = await new AuditReader(admin.database.database, admin.services.recordKeys).bySubject(
      person.fedId,
    );
    expect(records[0]).toMatchObject({
      name: 'PersonRegistered',
      actor: officer,
      data: { office: SPEC_OFFICE, document: 'passport', country: 'FR' },
    });
  });

  it('has one open activation per person: a new one ends the one before', async () => {
    const before = await admin.database.database.query<{ id: string }>(
      'select id from digital_keys.activation where finished_at is null',
    );
    expect((await register(await draft())).statusCode).toBe(200);
    const after = await admin.database.database.query<{ id: string }>(
      'select id from digital_keys.activation where finished_at is null',
    );
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(after[0]?.id).not.toBe(before[0]?.id);
  });

  it.each([
    ['not-found', 'unknown'],
    ['deceased', 'deceased'],
    ['down', 'unavailable'],
  ] as const)('registers nobody when the register says %s', async (says, problem) => {
    answers = says;
    const { statusCode, body } = await present();
    answers = 'given';
    expect([statusCode, body.includes(`data-refused="${problem}"`)]).toEqual([422, true]);
    expect(body).toContain('value="12AB34567"');
  });

  it('is refused for the officer, and with an address of the officer or of somebody registered before', async () => {
    const own = await present({ number: OWN_NUMBER });
    expect(own.body).toContain('data-refused="officer-self"');
    const page = await draft();
    expect((await register(page, 'lars@people.example')).body).toContain('data-refused="mail-of-another"');
    await admin.database.database.query('update admin.registration set fed_id = $1', [officer]);
    expect((await register(page)).body).toContain('data-refused="mail-of-another"');
  });

  it('ends keys that were lost, and only when the officer says so', async () => {
    const person = await admin.services.people.findByNumber('74021099678' as NationalNumber);
    if (person === undefined) throw new Error('not known');
    const keys = new DigitalKeysStore(admin.database.database);
    await keys.add({ fedId: person.fedId, kind: 'password', enrolment: 'lra' });
    const page = await draft();
    const { replaceLost: _left, ...others } = COMPARED;
    expect((await register(page, 'olga.two@people.example', others)).body).toContain('href="#replaceLost"');
    expect((await register(page, 'olga.two@people.example')).statusCode).toBe(200);
    expect((await keys.ofPerson(person.fedId)).map(({ state }) => state)).toEqual(['revoked']);
  });

  it('is mailed again and withdrawn with a reason, by the own office only', async () => {
    const [registration] = await admin.services.helpDesk.registrations.ofOffice(SPEC_OFFICE, new Date());
    const page = `/registration/people/${registration?.id}`;
    const act = (action: string, reason: string) =>
      lars.submit(`${page}/${action}`, `${page}/${action}`, { reason });
    expect((await act('resend', '')).statusCode).toBe(422);
    expect((await act('resend', 'The mail did not arrive')).statusCode).toBe(303);
    expect((await act('withdraw', 'Wrong address given')).statusCode).toBe(303);
    expect((await lars.get(page)).body).toContain('data-state="over"');
    const elsewhere = await admin.signedIn(specPerson('8'));
    const scope = { kind: 'office', office: '99902' } as const;
    await admin.services.staff.grant({ fedId: specPerson('8'), role: 'lra-officer', scope, reason: 'spec' });
    expect((await elsewhere.get(page)).statusCode).toBe(403);
    expect((await elsewhere.get(NEW)).statusCode).toBe(403);
  });
});
