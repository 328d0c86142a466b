import { DemoWorld, ensureDemoSeed } from '#libs/testing';
import { rows } from './stack-database.js';
import { stack } from './stack.js';

/** The identifier by which FAS knows somebody of the demo world. */
export const fedIdOf = (personId: string): string =>
  DemoWorld.fromSeed(ensureDemoSeed(stack().dataFolder)).person(personId).fedId;

/** Does the work while the person is blocked, as the service desk can do; afterwards all is as before. */
export async function whileBlocked<T>(personId: string, work: () => Promise<T>): Promise<T> {
  const set = (state: string) =>
    rows('update people.person set state = $2 where fed_id = $1', [fedIdOf(personId), state]);
  await set('blocked');
  try {
    return await work();
  } finally {
    await set('active');
  }
}
