import { setTimeout as sleep } from 'node:timers/promises';

const UNTIL_HEARD = 200;

/** Lets the measured FAS, which was started with `hash-switch.js` loaded, check no password hash meanwhile. */
export async function withoutHash<T>(fas: number, work: () => Promise<T>): Promise<T> {
  process.kill(fas, 'SIGPWR');
  await sleep(UNTIL_HEARD);
  try {
    return await work();
  } finally {
    process.kill(fas, 'SIGPWR');
    await sleep(UNTIL_HEARD);
  }
}
