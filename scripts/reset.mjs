import { rmSync } from 'node:fs';
import { runningDemo } from './lib/lock.mjs';
import { dataFolder } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain-error.mjs';
import { stopLeftover } from './lib/postgres.mjs';
import { postgresFolder } from './lib/stores.mjs';

await run(async () => {
  const pid = runningDemo();
  if (pid !== undefined) {
    throw new PlainError(`The demo is running (process ${pid}). Stop it first with Ctrl-C or: kill ${pid}`);
  }
  await stopLeftover(postgresFolder);
  rmSync(dataFolder, { recursive: true, force: true });
  process.stdout.write('The demo is empty again; the next `npm start` makes a new one.\n');
  if (process.env.DATABASE_URL) process.stdout.write('The database of DATABASE_URL was left as it is.\n');
});
