import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { Database, type Queryable } from '#libs/database';
import { days, fedIdFromBytes, type FedId } from '#libs/kernel';
import { MasterKey } from '#libs/security';
import { testDatabase } from '#libs/testing';
import {
  AuditReader,
  AuditWriter,
  defineAuditEvent,
  exportWithProof,
  RecordKeys,
  Sealer,
  verifyAudit,
  type AuditExport,
} from '../index.js';

export const Seen = defineAuditEvent({
  name: 'ShredSpecSeen',
  retention: 'authentication',
  meaning: 'Only in specifications',
  fields: { key: 'string', level: 'number', browser: 'string?', other: 'person?', target: 'person?' },
});

export const ADDRESS = '198.51.100.23';
export const NETWORK = '198.51.100.0/24';
export const data = { key: 'totp', level: 400 };
export const master = MasterKey.fromSecret(randomBytes(32));
export const somebody = (): FedId => fedIdFromBytes(randomBytes(20));

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const publicKeys = new Map([['k1', createPublicKey(privateKey)]]);

/** A process of its own: nothing at hand. */
export const keysOf = (database: Queryable) => RecordKeys.under(master, database);
export const writerOf = (database: Queryable, keys = keysOf(database)) => new AuditWriter({ database, keys });

/** A database of its own, as several apps see it. */
export async function recordWorld() {
  const db = await testDatabase();
  const open = (role: string) => Database.open({ url: db.url, role, maxConnections: 4 });
  const [fas, sma, worker] = await Promise.all([open('csam_fas'), open('csam_sma'), open('csam_worker')]);
  const idsOf = async (reference: string) => {
    const rows = await db.database.query<{ id: string }>('select id from audit.event where reference = $1', [
      reference,
    ]);
    return rows.map(({ id }) => id);
  };
  return {
    /** As its owner, who may do what an attacker would. */
    owner: db.database,
    fas,
    sma,
    worker,
    idsOf,
    reader: () => new AuditReader(fas, keysOf(fas)),
    erase: (fedId: FedId) => sma.transaction((tx) => keysOf(sma).erase(tx, fedId)),

    async seal(): Promise<number> {
      const clock = { now: () => new Date(Date.now() + 60_000) };
      const signer = async () => Promise.resolve({ kid: 'k1', privateKey });
      return new Sealer({ database: worker, clock, signer, keep: async () => undefined }).run();
    },

    async flaws() {
      const now = new Date(Date.now() + 120_000);
      const reports = await verifyAudit(worker, { now, checkpoints: [], keptFor: () => days(365) });
      return reports.flatMap(({ flaw }) => (flaw === undefined ? [] : [flaw]));
    },

    exported: async (reference: string): Promise<AuditExport> =>
      exportWithProof(worker, keysOf(worker), await idsOf(reference), new Date()),

    async close(): Promise<void> {
      await Promise.all([fas.close(), sma.close(), worker.close()]);
      await db.drop();
    },
  };
}
