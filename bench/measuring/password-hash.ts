import { PasswordHasher, type MasterKey } from '#libs/security';

export interface HashCost {
  /** As in the stored form: `m=19456,t=2,p=1`. */
  readonly parameters: string;
  /** Processor time of one check. */
  readonly milliseconds: number;
}

const CHECKS = 25;

/** What the check of one password costs by itself, in this process. */
export async function measureHash(masterKey: MasterKey): Promise<HashCost> {
  const hasher = new PasswordHasher({ masterKey });
  const stored = await hasher.hash('a password for measuring');
  await hasher.verify(stored, 'a password for measuring');
  const before = process.cpuUsage();
  for (let check = 0; check < CHECKS; check += 1) await hasher.verify(stored, 'a password for measuring');
  const { user, system } = process.cpuUsage(before);
  const [, parameters = ''] = /\$(m=[^$]+)\$/.exec(stored) ?? [];
  return { parameters, milliseconds: (user + system) / 1000 / CHECKS };
}
