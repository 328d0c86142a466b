import { createPublicKey, type KeyObject } from 'node:crypto';
import { readCheckpoint, type Checkpoint } from '#libs/audit';
import { SigningKeyRing } from '#libs/security';
import { CommandProblem } from '../command-problem.js';
import type { Workbench } from '../workbench.js';

/** Every key that ever signed checkpoints, by its name; from a file of public keys when the database is not trusted. */
export async function checkpointKeys(
  workbench: Workbench,
  file: string | undefined,
): Promise<ReadonlyMap<string, KeyObject>> {
  const { keys } =
    file === undefined ? await ownKeys(workbench) : (JSON.parse(workbench.read(file)) as KeySet);
  return new Map(keys.map((key) => [key.kid, createPublicKey({ key: { ...key }, format: 'jwk' })]));
}

interface KeySet {
  readonly keys: readonly ({ readonly kid: string } & Record<string, unknown>)[];
}

async function ownKeys(workbench: Workbench): Promise<KeySet> {
  const ring = new SigningKeyRing({ database: await workbench.database(), cipher: workbench.cipher });
  const mine = (await ring.list()).filter(({ use }) => use === 'audit');
  return { keys: mine.map(({ kid, publicJwk }) => ({ ...publicJwk, kid })) };
}

/** Reads lines of checkpoints; one that is not good is a finding of its own. */
export function readCheckpoints(text: string, keys: ReadonlyMap<string, KeyObject>): readonly Checkpoint[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const read = readCheckpoint(line, keys);
      if (read.kind === 'good') return read.checkpoint;
      throw new CommandProblem(`Checkpoint on line ${index + 1} is not good: ${read.why}`);
    });
}
