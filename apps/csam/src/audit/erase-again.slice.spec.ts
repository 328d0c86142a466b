import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { AuditWriter, defineAuditEvent, RecordKeys, Sealer } from '#libs/audit';
import type { FedId } from '#libs/kernel';
import { ErasureStore, PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { tablesWith, testDatabase, type TestDatabase } from '#libs/testing';
import { Workbench } from '../workbench.js';
import { EraseAgainCommand } from './erase-again.command.js';

const Erased = defineAuditEvent({
  name: 'EraseAgainSpecErased',
  retention: 'administration',
  meaning: 'Only in this test',
  fields: {},
});

const secret = randomBytes(32);
const master = MasterKey.fromSecret(secret);
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const folder = mkdtempSync(join(tmpdir(), 'csam-erase-'));
const [checkpoints, keys] = [join(folder, 'checkpoints'), join(folder, 'keys.json')];

/** The database that was lost, and the backup that took its place. */
let lost: TestDatabase;
let restored: TestDatabase;
const workbench = new Workbench();

beforeAll(async () => {
  [lost, restored] = [await testDatabase(), await testDatabase()];
  writeFileSync(join(folder, 'master.key'), secret.toString('hex'));
  writeFileSync(keys, JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' }] }));
  vi.stubEnv('CSAM_ENV', 'test');
  vi.stubEnv('DATABASE_URL', restored.url);
  vi.stubEnv('CSAM_MASTER_KEY_FILE', join(folder, 'master.key'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await workbench.close();
  await Promise.all([lost.drop(), restored.drop()]);
  rmSync(folder, { recursive: true });
});

async function personIn({ database }: TestDatabase, fedId?: FedId): Promise<FedId> {
  const people = new PeopleStore(database, new FieldCipher(master), new BlindIndex(master));
  const created = await people.create({ enrolment: 'eid', language: 'nl', ...(fedId && { fedId }) });
  const recorded = new AuditWriter({ database, keys: RecordKeys.under(master, database) });
  await recorded.record(Erased, { reference: 'BEFORE', subject: created.fedId, data: {} });
  return created.fedId;
}

/** As the person did it; the line that the worker writes thereafter, apart from the database. */
async function erasedIn({ database }: TestDatabase, fedId: FedId): Promise<void> {
  const recordKeys = RecordKeys.under(master, database);
  await database.transaction(async (tx) => {
    for (const each of await new ErasureStore(tx).erase(fedId)) await recordKeys.erase(tx, each);
  });
  const clock = { now: () => new Date(Date.now() + 60_000) };
  const keep = async (line: string) => writeFileSync(checkpoints, `${line}\n`);
  await new Sealer({ database, clock, keep, signer: async () => ({ kid: 'k1', privateKey }) }).run();
}

it('who was erased after the backup is erased again, by what is kept apart, and nobody else', async () => {
  const gone = await personIn(lost);
  await erasedIn(lost, gone);
  await personIn(restored, gone);
  const stays = await personIn(restored);
  const { database } = restored;
  expect(await tablesWith(database, gone)).toContain('people.person');

  await new EraseAgainCommand(workbench).run([], { checkpoints, keys });

  // FAS is still to hear that sessions end.
  expect(await tablesWith(database, gone)).toEqual(['single_logout.session_end']);
  expect(await RecordKeys.under(master, database).aliasOf(gone)).toBeUndefined();
  expect(await RecordKeys.under(master, database).aliasOf(stays)).toBeDefined();
  const states = await database.query<{ state: string }>('select state from people.person order by state');
  expect(states.map(({ state }) => state)).toEqual(['active', 'erased']);
  expect(
    await database.query(
      `select data->'persons' as persons from audit.event where name = 'ErasuresRepeated'`,
    ),
  ).toEqual([{ persons: 1 }]);
});
