import { createPublicKey } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditWriter, defineAuditEvent, readCheckpoint, Sealer, verifyAudit } from '#libs/audit';
import { Database } from '#libs/database';
import { DigitalKeysStore } from '#libs/digital-keys';
import { days, type FedId } from '#libs/kernel';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey, SigningKeyRing } from '#libs/security';
import { specRecordKeys } from '#libs/testing';
import { csam } from '../../scripts/lib/csam-command.mjs';
import type { RunningPostgres } from '../../scripts/lib/postgres.mjs';
import { PointInTime } from '../support/point-in-time.js';

const Seen = defineAuditEvent({
  name: 'RestoreSpecSeen',
  retention: 'authentication',
  meaning: 'Only in this test',
  fields: { n: 'number' },
});

/** The master key is kept apart from the backups, and is the same afterwards. */
const master = MasterKey.fromSecret(Buffer.alloc(32, 9));
const [cipher, index] = [new FieldCipher(master), new BlindIndex(master)];
/** Kept apart as well. */
const checkpoints: string[] = [];
const servers = new PointInTime();
let server: RunningPostgres;
let database: Database;

beforeAll(async () => {
  server = await servers.start();
  const url = server.url('postgres');
  await csam(['migrate'], { ...process.env, CSAM_ENV: 'test', DATABASE_URL: url, QUEUE_URL: url });
  database = await Database.open({ url, maxConnections: 4 });
});
afterAll(async () => {
  await database?.close();
  await servers.stop();
});

const people = () => new PeopleStore(database, cipher, index);
const keys = () => new DigitalKeysStore(database);

async function record(n: number): Promise<void> {
  await new AuditWriter({ database, keys: specRecordKeys(database) }).record(Seen, {
    reference: `REF-${n}`,
    data: { n },
  });
}

async function seal(): Promise<void> {
  const ring = new SigningKeyRing({ database, cipher });
  await ring.ensure('audit');
  // What is newer than some seconds waits for the next seal: a record may still be on its way.
  const clock = { now: () => new Date(Date.now() + 60_000) };
  const keep = async (line: string) => void checkpoints.push(line);
  await new Sealer({ database, clock, signer: () => ring.active('audit'), keep }).run();
}

async function flaws(lines: readonly string[]) {
  const { keys: published } = await new SigningKeyRing({ database, cipher }).published('audit');
  const known = new Map(
    published.map((jwk) => [String(jwk['kid']), createPublicKey({ key: jwk, format: 'jwk' })]),
  );
  const read = lines.map((line) => {
    const outcome = readCheckpoint(line, known);
    if (outcome.kind === 'bad') throw new Error(outcome.why);
    return outcome.checkpoint;
  });
  const reports = await verifyAudit(database, {
    now: new Date(),
    checkpoints: read,
    keptFor: () => days(365),
  });
  return reports.flatMap(({ flaw }) => (flaw === undefined ? [] : [flaw.kind]));
}

async function references(): Promise<string[]> {
  const rows = await database.query<{ reference: string }>('select reference from audit.event order by 1');
  return rows.map(({ reference }) => reference);
}

const pseudonym = (fedId: FedId) =>
  index.of(['0671516647', 'sector', fedId].join('\n'), 'oidc-pairwise-subject');

it('RF-20 a backup with its log is restored to a moment: people, pseudonyms and revoked keys as they were, and the audit record proves what is cut', async () => {
  const { fedId } = await people().create({ enrolment: 'eid', language: 'nl' });
  const key = await keys().add({ fedId, kind: 'totp', enrolment: 'eid' });
  const before = pseudonym(fedId);
  await record(1);
  await seal();
  await servers.backUp(server);

  await keys().setState(key, 'revoked');
  await record(2);
  await seal();
  const kept = checkpoints.length;
  await sleep(50);
  const moment = new Date();
  await sleep(50);
  await keys().setState(key, 'active');
  await record(3);
  await seal();
  expect(checkpoints.length).toBeGreaterThan(kept);

  await database.close();
  const restored = await servers.restore(server, moment);
  database = await Database.open({ url: restored.url('postgres'), maxConnections: 4 });
  expect(await references()).toEqual(['REF-1', 'REF-2']);
  const [found] = await keys().ofPerson(fedId);
  expect(found?.state).toBe('revoked');
  expect((await people().find(fedId))?.fedId).toBe(fedId);
  expect(pseudonym(fedId)).toBe(before);
  expect(await flaws(checkpoints.slice(0, kept))).toEqual([]);
  expect(await flaws(checkpoints)).toEqual(['seals-cut']);
  // The record goes on after what is left.
  await record(4);
  await seal();
  expect(await references()).toEqual(['REF-1', 'REF-2', 'REF-4']);
  expect(await flaws(checkpoints.slice(0, kept))).toEqual([]);
}, 300_000);
