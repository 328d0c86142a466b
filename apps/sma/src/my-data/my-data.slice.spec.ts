import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoint, Sealer, verifyAudit, type Checkpoint } from '#libs/audit';
import { Database } from '#libs/database';
import { days, type FedId } from '#libs/kernel';
import { ContactsStore, NameIndex } from '#libs/people';
import { BlindIndex, FieldCipher } from '#libs/security';
import { tablesWith } from '#libs/testing';
import { SpecBrowser } from '../test-support/spec-browser.js';
import { SpecSma } from '../test-support/spec-sma.js';
import { WHOLE, wholeLife } from '../test-support/whole-life.js';

const NUMBER = { register: 'national', number: WHOLE.number } as const;
const MAIL = WHOLE.mail;
const BORN = { surname: 'Pseudoniem', birthDate: '1985-07-30' };

let sma: SpecSma;
let browser: SpecBrowser;
beforeAll(async () => {
  sma = await SpecSma.start();
  browser = new SpecBrowser(sma);
});
afterAll(() => sma.stop());

const contactsOf = () =>
  new ContactsStore(sma.database.database, new FieldCipher(sma.master), new BlindIndex(sma.master));
const namesOf = () => new NameIndex(sma.database.database, new BlindIndex(sma.master));

/** Somebody of whom every table has something. */
async function petra(): Promise<FedId> {
  const fedId = await wholeLife(sma);
  await namesOf().note(fedId, BORN);
  return fedId;
}

/** Columns of tables about persons or their keys that hold something sensitive about this one, as their comments say. */
async function sensitiveLeft(fedId: FedId): Promise<string[]> {
  const { database } = sma.database;
  const columns = await database.query<{ place: string; column: string; about: string }>(
    `select n.nspname || '.' || c.relname as place, a.attname as column, k.attname as about
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_attribute k on k.attrelid = c.oid and k.attname in ('fed_id', 'key_id')
      where c.relkind = 'r' and n.nspname in ('people', 'digital_keys', 'fas')
        and col_description(c.oid, a.attnum) ~ '^(personal|sensitive|secret)'`,
  );
  const left: string[] = [];
  for (const { place, column, about } of columns) {
    const whose =
      about === 'fed_id' ? '($1)' : '(select id::text from digital_keys.digital_key where fed_id = $1)';
    const rows = await database.query(
      `select 1 from ${place} where ${about}::text in ${whose} and ${column} is not null limit 1`,
      [fedId],
    );
    if (rows.length > 0) left.push(`${place}.${column}`);
  }
  return left.toSorted();
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = new Map([['k1', createPublicKey(privateKey)]]);

/** Seals what was recorded and checks all of it; the flaws that are found. */
async function flaws(): Promise<readonly unknown[]> {
  const worker = await Database.open({ url: sma.database.url, role: 'csam_worker', maxConnections: 1 });
  const kept: string[] = [];
  await new Sealer({
    database: worker,
    clock: { now: () => new Date(Date.now() + 60_000) },
    signer: async () => Promise.resolve({ kid: 'k1', privateKey }),
    keep: async (line) => Promise.resolve(void kept.push(line)),
  }).run();
  const checkpoints = kept.flatMap((line): Checkpoint[] => {
    const read = readCheckpoint(line, keys);
    return read.kind === 'good' ? [read.checkpoint] : [];
  });
  expect(checkpoints.length).toBeGreaterThan(0);
  const later = new Date(Date.now() + 120_000);
  const reports = await verifyAudit(worker, { now: later, checkpoints, keptFor: () => days(365) });
  await worker.close();
  return reports.flatMap((report) => (report.flaw === undefined ? [] : [report.flaw]));
}

describe('PR-2 PR-3 erasure', () => {
  it('leaves nobody to whom the records lead, and the records whole', async () => {
    const fedId = await petra();
    expect((await sensitiveLeft(fedId)).length).toBeGreaterThan(8);
    await browser.signIn(fedId, 500);
    const formerly = (
      await sma.database.database.query<{ former: string }>(
        'select former_fed_id as former from people.former_profile where fed_id = $1',
        [fedId],
      )
    ).map(({ former }) => former);
    expect(formerly).toHaveLength(1);
    const answer = await browser.press('/my-data/erase', '/my-data/erase');
    expect(answer.body).toContain('Your data are erased');

    // One of four, which leads to nobody.
    expect(await sensitiveLeft(fedId)).toEqual([]);
    // Sessions that have ended, and that they did: gone within hours.
    expect(await tablesWith(sma.database.database, fedId)).toEqual([
      'fas.sign_in_session',
      'single_logout.session_end',
    ]);
    for (const former of formerly) expect(await tablesWith(sma.database.database, former)).toEqual([]);
    expect(await sma.people.findByNumber(NUMBER.number)).toBeUndefined();
    expect(await namesOf().find(BORN)).toEqual([]);
    expect(await contactsOf().ownerOfMail(MAIL)).toBeUndefined();
    const { database } = sma.database;
    expect(await database.query('select 1 from admin.note where about = $1', [fedId])).toEqual([]);
    expect(
      await database.query('select document_number_encrypted, mail_index from admin.registration'),
    ).toEqual([{ document_number_encrypted: '', mail_index: '' }]);
    expect(await flaws()).toEqual([]);
    expect(await sma.recorded('AccountErased')).toMatchObject([{ data: { keys: 7 }, erased: ['subject'] }]);
    expect(await sma.recorded(undefined, fedId)).toEqual([]);
  });

  it('gives whoever comes back another identifier, so that nobody joins the two', async () => {
    const again = await sma.people.create({ enrolment: 'eid', language: 'nl', number: NUMBER });
    const [former] = await sma.database.database.query<{ fed_id: string }>(
      "select fed_id from people.person where state = 'erased'",
    );
    expect(again.fedId).not.toBe(former?.fed_id);
  });
});

describe('PR-4 rectification', () => {
  it('of a mail address is at once what every app reads; the old one is gone', async () => {
    const { fedId } = await sma.people.create({ enrolment: 'eid', language: 'en' });
    const old = 'reinout.oud@example.be';
    const fresh = 'reinout.nieuw@example.be';
    await sma.people.addContact(fedId, { kind: 'mail', value: old, primary: true, verified: true });
    const own = new SpecBrowser(sma);
    await own.signIn(fedId, 500);
    await own.press('/contact/add/mail', '/contact/add/mail', { email: fresh });
    const [asked] = (await sma.mailsTo(fresh)).filter(({ template }) => template === 'verify-address');
    const link = new URL(asked?.data['url'] ?? '').pathname;
    await new SpecBrowser(sma).press(link, link);
    const before = await contactsOf().ofPerson(fedId);
    const oldId = before.find(({ value }) => value === old)?.id ?? '';
    await own.press(`/contact/${oldId}/remove`, `/contact/${oldId}/remove`);

    // What FAS sends codes to, APS gives to services and every notice goes to.
    expect(await sma.people.findContacts(fedId)).toMatchObject([
      { kind: 'mail', value: fresh, primary: true, verified: true },
    ]);
    expect(await contactsOf().ownerOfMail(old)).toBeUndefined();
    expect(await contactsOf().ownerOfMail(fresh)).toBe(fedId);
    const told = (await sma.mailsTo(old)).map(({ data }) => data['what']);
    expect(told).toEqual(['mail-added', 'mail-removed']);
  });

  it('of the language is told in the one before, and stands in the history', async () => {
    const mail = 'taal@example.be';
    const { fedId } = await sma.people.create({ enrolment: 'eid', language: 'nl' });
    await sma.people.addContact(fedId, { kind: 'mail', value: mail, primary: true, verified: true });
    const own = new SpecBrowser(sma);
    await own.signIn(fedId, 500);
    await own.press('/contact/', '/contact/language', { language: 'fr' });
    expect((await sma.people.find(fedId))?.language).toBe('fr');
    expect((await sma.mailsTo(mail)).map(({ data }) => data['what'])).toEqual(['language-changed']);
    const [{ language } = { language: '' }] = await sma.database.database.query<{ language: string }>(
      'select language from messaging.outbox where person = $1',
      [fedId],
    );
    expect(language).toBe('nl');
    expect((await own.get('/history/?lang=en')).body).toContain('The language of your messages was changed');
  });

  it('of a name or address happens at the register only: no table of ours holds one, and no page asks it', async () => {
    const columns = await sma.database.database.query<{ name: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
        where table_schema in ('people', 'fas', 'aps', 'service_provider')
          and column_name ~ '(surname|given_name|first_name|birth|street|postal|municipality)'`,
    );
    expect(columns).toEqual([]);
    const own = new SpecBrowser(sma);
    const { fedId } = await sma.people.create({ enrolment: 'eid', language: 'en' });
    await own.signIn(fedId, 500);
    const { body } = await own.get('/my-data/');
    expect(body).toContain('Name and address come from the National Register');
  });
});
