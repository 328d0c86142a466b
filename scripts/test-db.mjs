import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { explain, PlainError, run } from './lib/plain-error.mjs';
import { step } from './lib/progress.mjs';
import { makeTemplate, startTestPostgres } from './lib/test-postgres.mjs';

const USAGE = `node scripts/test-db.mjs <command…>

Starts a PostgreSQL for tests, runs the command with CSAM_TEST_PG_URL set, and clears up:
  node scripts/test-db.mjs npx vitest run libs/audit`;

await run(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new PlainError(USAGE);
  if (existsSync(join(root, 'apps/csam/src/main.ts'))) await step('Building', buildAsFarAsPossible);
  const postgres = await step('Starting PostgreSQL', startTestPostgres);
  try {
    await step('Migrating the template', () => makeTemplate(postgres.url));
    process.exitCode = await finish(command, args, { ...process.env, ...postgres.env });
  } finally {
    await postgres.stop();
  }
});

// One slice can be tested while another one is being written: what compiles is used.
async function buildAsFarAsPossible() {
  try {
    return await build();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    process.stderr.write(
      `\n${explain(error).split('\n').slice(0, 4).join('\n')}\n  going on with what compiles\n`,
    );
    return {};
  }
}

/** Runs the command on this terminal; Ctrl-C reaches it directly, so here it only means: wait for it to end. */
function finish(command, args, env) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new PlainError(`${command} cannot be run: ${error.message}`)));
    child.once('exit', (status) => resolve(status ?? 1));
  });
}
