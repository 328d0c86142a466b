import { afterAll, beforeAll, expect, it } from 'vitest';
import { monthOf, SmsCapAlarm, SmsCapStore } from '#libs/operations';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { SPEC_AGENCY, SpecAdmin } from '../test-support/spec-admin.js';
import { specService } from '../test-support/spec-service.js';
import { activate } from './dossier/activate.js';
import { DossierStore } from './dossier/dossier.store.js';

let admin: SpecAdmin;

beforeAll(async () => {
  admin = await SpecAdmin.start();
});
afterAll(() => admin.stop());

it('warns at what the description expects, and who pays is told', async () => {
  const { database, contacts, config } = admin.services;
  const messages = { keys: ['eid', 'sms'] as const, smsAccepted: true, smsPerMonth: 10 };
  const { id, application } = await specService(database, SPEC_AGENCY, 'Counter', messages);
  const whose = { service: id, agency: SPEC_AGENCY, language: 'en' } as const;
  await contacts.replace(whose, { billing: 'bills@agency.example', technical: 'ict@agency.example' });
  const master = masterKeyFromFile(config.masterKeyFile);
  const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
  const now = new Date('2026-03-10T12:00:00Z');
  const caps = new SmsCapStore(database, secrets.cipher);
  const capOf = async () =>
    (await caps.used(monthOf(now))).find((cap) => cap.application === application)?.messages;
  expect(await capOf()).toBe(10);

  await admin.database.database.query(
    `insert into messaging.sms (id, agency, application, encoding, segments, state, cost_period, charged_segments)
     select gen_random_uuid(), $1, $2, 'gsm-7', 1, 'delivered', $3, 1 from generate_series(1, 8)`,
    [SPEC_AGENCY, application, monthOf(now)],
  );
  const adminUrl = config.baseUrl.admin;
  await new SmsCapAlarm({ database, secrets, clock: { now: () => now }, adminUrl }).run();
  const mails = await admin.database.database.query<{ language: string }>(
    "select language from messaging.outbox where template = 'sms-cap'",
  );
  expect(mails).toEqual([{ language: 'en' }]);

  const again = async (smsPerMonth: number) => {
    const dossiers = new DossierStore(database);
    const dossier = await dossiers.find(id);
    if (dossier === undefined) throw new Error('no service');
    const changed = { ...dossier, details: { ...dossier.details, smsPerMonth } };
    await database.transaction((tx) => activate(tx, changed, 'PROD'));
  };
  await again(500);
  expect(await capOf()).toBe(500);
  const byHand = { application, agency: SPEC_AGENCY, messages: 70, address: 'a@agency.example' };
  await caps.set({ ...byHand, language: 'nl' }, 'somebody');
  await again(900);
  expect(await capOf()).toBe(70);
});
