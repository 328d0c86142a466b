import { afterAll, beforeAll, expect, it } from 'vitest';
import { AgenciesStore, ApplicationsStore, ServiceContacts } from '#libs/agencies';
import { Database } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { AuthorisationWatch } from './authorisation-watch.js';
import { CertificateMails } from './certificate-mails.js';

const AGENCY = '0671516647' as EnterpriseNumber;
const SERVICE = '11111111-2222-3333-4444-555555555555';
const name = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' };
const master = MasterKey.fromSecret(Buffer.alloc(32, 9));
const [cipher, index] = [new FieldCipher(master), new BlindIndex(master)];

let db: TestDatabase;
let worker: Database;

beforeAll(async () => {
  db = await testDatabase();
  worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 4 });
});
afterAll(async () => {
  await worker.close();
  await db.drop();
});

it('an authorisation that ends is told three times to the business contact of each service that leans on it', async () => {
  const agencies = new AgenciesStore(db.database);
  await agencies.ensure({ number: AGENCY, name });
  const basis = { kind: 'PROTOCOL', reference: 'P 1', validFrom: '2026-01-01' } as const;
  const id = await agencies.ensureLegalBasis(AGENCY, { ...basis, validUntil: '2026-12-31' }, ['egovNRN']);
  await agencies.ensureLegalBasis(AGENCY, { ...basis, reference: 'P 2' }, ['egovNRN']);
  await db.database.query(
    `insert into agencies.application (agency, name, environment, minimum_level, keys, contexts, attributes,
       authorisation_id, service) values ($1, $2, 'PROD', 400, '{eid}', '{citizen}', '[]', $3, $4)`,
    [AGENCY, name, id, SERVICE],
  );
  const contacts = new ServiceContacts(db.database, cipher);
  const given = { business: 'business@town.example', technical: 'technical@town.example' };
  await contacts.replace({ service: SERVICE, agency: AGENCY, language: 'fr' }, given);
  let now = new Date('2026-06-01T09:00:00Z');
  const watch = new AuthorisationWatch({
    database: worker,
    contacts: new ServiceContacts(worker, cipher),
    outbox: new Outbox({ cipher, index }),
    baseUrl: 'https://admin.example',
    clock: { now: () => now },
  });
  const seen: (readonly [string, number])[] = [];
  for (const day of [
    '2026-10-01',
    '2026-10-02',
    '2026-11-30',
    '2026-12-01',
    '2026-12-24',
    '2026-12-31',
    '2027-01-01',
  ]) {
    now = new Date(`${day}T09:00:00Z`);
    // Two workers at once.
    await Promise.all([watch.run(), watch.run()]);
    const [row] = await db.database.query<{ count: number }>(
      `select count(*)::int as count from messaging.outbox where template = 'agency-expiry'`,
    );
    seen.push([day, row?.count ?? -1]);
  }
  expect(seen).toEqual([
    ['2026-10-01', 0],
    ['2026-10-02', 1],
    ['2026-11-30', 1],
    ['2026-12-01', 2],
    ['2026-12-24', 3],
    ['2026-12-31', 3],
    ['2027-01-01', 3],
  ]);
  const known = await db.database.query<{ index: string }>(
    'select distinct recipient_index as index from messaging.outbox',
  );
  expect(known).toHaveLength(1);

  // A certificate of the same service is another contact's matter.
  const [application] = await new ApplicationsStore(db.database).all();
  if (application === undefined) throw new Error('the application is gone');
  const mails = new CertificateMails({
    database: worker,
    contacts: new ServiceContacts(worker, cipher),
    outbox: new Outbox({ cipher, index }),
    baseUrl: 'https://admin.example',
  });
  const certificate = { fingerprint: 'ab', notAfter: '2027-02-01T00:00:00Z', within: 30 };
  await mails.tell(application, certificate);
  await mails.tell(application, certificate);
  const keys = await db.database.query<{ key: string }>(
    `select deduplication_key as key from messaging.outbox where deduplication_key like 'certificate:%'`,
  );
  expect(keys).toHaveLength(1);
});
