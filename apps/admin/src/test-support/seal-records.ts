import { expect } from 'vitest';
import { Sealer } from '#libs/audit';
import type { Database } from '#libs/database';
import { FieldCipher, masterKeyFromFile, SigningKeyRing } from '#libs/security';

/** Seals what the audit record holds, as the worker does. */
export async function sealRecords(worker: Database, masterKeyFile: string): Promise<void> {
  const cipher = new FieldCipher(masterKeyFromFile(masterKeyFile));
  const ring = new SigningKeyRing({ database: worker, cipher });
  await ring.ensure('audit');
  const sealer = new Sealer({
    database: worker,
    // What is younger than five seconds waits.
    clock: { now: () => new Date(Date.now() + 10_000) },
    signer: () => ring.active('audit'),
    keep: async () => undefined,
  });
  expect(await sealer.run()).toBeGreaterThan(0);
}
