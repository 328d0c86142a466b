import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditWriter } from '#libs/audit';
import { KeyActivated } from '#libs/digital-keys';
import { specRecordKeys } from '#libs/testing';
import { SpecBrowser } from '../../test-support/spec-browser.js';
import { SpecSma } from '../../test-support/spec-sma.js';
import { REGISTRIES_FILE } from './registries.fixtures.js';

let sma: SpecSma;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'csam-registries-'));
  const countriesFile = join(folder, 'nro-delegated-stats');
  writeFileSync(countriesFile, REGISTRIES_FILE);
  sma = await SpecSma.start({ countriesFile });
});
afterAll(async () => {
  await sma.stop();
  rmSync(folder, { recursive: true });
});

it('the history names the country of a network by the file of the registries, and else how the address begins', async () => {
  const { fedId } = await sma.people.create({ enrolment: 'eid', language: 'en' });
  const audit = new AuditWriter({
    database: sma.database.database,
    keys: specRecordKeys(sma.database.database, sma.master),
  });
  for (const address of ['192.0.8.77', '203.0.114.5', '2001:db8:7::1']) {
    const data = { key: 'totp', keyId: 'one', level: 400, enrolment: 'eid', replaced: false };
    await audit.record(KeyActivated, { reference: 'REF', address, subject: fedId, data });
  }
  await audit.drain();
  const browser = new SpecBrowser(sma);
  await browser.signIn(fedId, 300);
  const { body } = await browser.get('/history/');
  expect(body).toContain('Luxembourg');
  expect(body).toContain('Netherlands');
  expect(body).toContain('192.0.8.…');
  expect(body).toContain('203.0.114.…');
  expect(body).not.toMatch(/192\.0\.8\.77|203\.0\.114\.5/);
});
