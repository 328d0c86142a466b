import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { endChildren } from './lib/children.mjs';
import { csam } from './lib/csam-command.mjs';
import { APPS, makeSecrets, portBase, portsFrom, stackEnvironment } from './lib/environment.mjs';
import { claimDemo, releaseDemo, runningDemo } from './lib/lock.mjs';
import { dataFolder, makeDataFolder } from './lib/paths.mjs';
import { explain, PlainError } from './lib/plain-error.mjs';
import { takenPorts } from './lib/ports.mjs';
import { portTaken } from './lib/postgres-problems.mjs';
import { serverOn, stopLeftover, stopServer } from './lib/postgres.mjs';
import { since, step } from './lib/progress.mjs';
import { endWith } from './lib/signals.mjs';
import { openStores, postgresFolder } from './lib/stores.mjs';
import { Supervisor } from './lib/supervisor.mjs';
import { startWatchdog } from './lib/watchdog.mjs';
import { watch } from './lib/watch.mjs';
import { welcome } from './lib/welcome.mjs';

const started = performance.now();
const stage = { stopping: false, claimed: false };

endWith(stop);
try {
  await start();
} catch (error) {
  // While stopping, steps fail because their helpers were ended: not worth a word.
  if (!stage.stopping) {
    process.stderr.write(`\n${explain(error)}\n`);
    await stop({ code: 1 });
  }
}

async function start() {
  const base = portBase();
  const ports = portsFrom(base);
  makeDataFolder();
  claim(base);
  stage.watchdog = startWatchdog();
  await checkPorts(ports);
  await step('Building', build);
  makeSecrets(dataFolder);
  const stores = await step(
    process.env.DATABASE_URL ? 'Connecting to PostgreSQL' : 'Starting PostgreSQL',
    () => openStores({ port: ports.postgres, onSpawn: (pid) => stage.watchdog.watch({ postgres: pid }) }),
  );
  const env = stackEnvironment({ environment: process.env.CSAM_ENV ?? 'demo', base, dataFolder, ...stores });
  await step('Migrating the database', () => csam(['migrate'], env).then(() => ({})));
  await step('Loading the demo world', () => csam(['demo', 'load'], env).then(() => ({})));
  const logins = JSON.parse(await csam(['demo', 'logins', '--json'], env));
  await startApps(ports, env);
  process.stdout.write(welcome({ ports, logins, dataFolder }));
  process.stdout.write(`Ready in ${since(started)}.\n`);
  if (process.argv.includes('--watch')) await watch(stage.supervisor, { isStopping: () => stage.stopping });
}

function claim(base) {
  stage.claimed = claimDemo({ portBase: base, ownDatabase: !process.env.DATABASE_URL });
  if (stage.claimed) return;
  throw new PlainError(
    `The demo is already running (process ${runningDemo() ?? 'just started'}). Use it, or stop it first with Ctrl-C in its window or: kill ${runningDemo() ?? `$(cat ${join(dataFolder, 'csam.pid')})`}`,
  );
}

async function checkPorts({ postgres, ...others }) {
  if (!process.env.DATABASE_URL) await stopLeftover(postgresFolder);
  const wanted = [...Object.values(others), ...(process.env.DATABASE_URL ? [] : [postgres])];
  const [taken] = await takenPorts(wanted);
  if (taken !== undefined) throw new PlainError(portTaken(taken));
}

async function startApps(ports, env) {
  const supervisor = new Supervisor({
    ports,
    env,
    onChange: () => stage.watchdog.watch({ pids: supervisor.pids }),
  });
  stage.supervisor = supervisor;
  await step(`Starting ${APPS.join(', ')}`, () => supervisor.start());
}

/** Apps first, then PostgreSQL. Asked for a second time: at once. */
async function stop({ hard = false, code = 0 }) {
  const say = code === 0 && !hard ? (text) => process.stdout.write(text) : () => undefined;
  say('\nStopping… ');
  stage.stopping = true;
  endChildren();
  await stage.supervisor?.stop({ hard });
  if (stage.claimed) await leave(hard);
  say('stopped.\n');
  process.exit(code);
}

async function leave(hard) {
  const postgres = process.env.DATABASE_URL ? undefined : serverOn(postgresFolder);
  if (postgres !== undefined) await stopServer(postgres, hard);
  await stage.watchdog?.release();
  releaseDemo();
}
