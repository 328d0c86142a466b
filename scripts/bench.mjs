import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './lib/build.mjs';
import { endChildren } from './lib/children.mjs';
import { csam } from './lib/csam-command.mjs';
import { withConnection } from './lib/database.mjs';
import { dataFolder, makeDataFolder, removeFolder, root } from './lib/paths.mjs';
import { explain, PlainError } from './lib/plain-error.mjs';
import { freePort } from './lib/ports.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { step } from './lib/progress.mjs';
import { endWith } from './lib/signals.mjs';
import { startStack } from './lib/stack.mjs';
import { startWatchdog } from './lib/watchdog.mjs';

const stage = { ending: false };
const resultFolder = join(root, 'bench/results');

const usage = (benches, flows) => `npm run bench -- [name] [--only=flow,flow] [--profile]

Measures a stack of its own: PostgreSQL with its normal settings, FAS and APS.
${Object.entries(benches)
  .map(([name, { meaning }]) => `  ${name.padEnd(8)} ${meaning}`)
  .join('\n')}
  --only     measures these flows only: ${flows.join(', ')}
  --profile  also says where FAS spends its time, and keeps the profiles in bench/results/`;

async function main() {
  await step('Building', build);
  const { BENCHES, FLOW_NAMES, runBench } = await import(
    pathToFileURL(join(root, 'dist/bench/index.js')).href
  );
  const order = read(process.argv.slice(2));
  const known =
    Object.hasOwn(BENCHES, order.bench) && (order.only ?? []).every((flow) => FLOW_NAMES.includes(flow));
  if (order.strange.length > 0 || !known) throw new PlainError(usage(BENCHES, FLOW_NAMES));
  const problems = await runBench({
    ...order,
    stack: await start(order.profiling),
    step,
    resultFolder,
    print: (text) => process.stdout.write(text),
  });
  if (problems.length > 0) throw new PlainError(`These figures may not be used:\n${problems.join('\n')}`);
}

function read(args) {
  const [bench = 'login', ...others] = args.filter((arg) => !arg.startsWith('--'));
  const options = args.filter((arg) => arg.startsWith('--'));
  const only = options.find((option) => option.startsWith('--only='))?.slice('--only='.length);
  const strange = options.filter((option) => option !== '--profile' && !option.startsWith('--only='));
  return {
    bench,
    profiling: options.includes('--profile'),
    strange: [...others, ...strange],
    ...(only !== undefined && { only: only.split(',') }),
  };
}

/** PostgreSQL as it runs in earnest, on the disk on which a demo would have it. */
async function start(profile) {
  makeDataFolder();
  const folder = join(dataFolder, `bench-${randomBytes(4).toString('hex')}`);
  stage.folder = folder;
  stage.watchdog = startWatchdog({ folders: [folder] });
  mkdirSync(folder, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const postgres = await step('Starting PostgreSQL', () => startCountingPostgres(folder));
  const profileFolder = profile ? resultFolder : undefined;
  if (profile) mkdirSync(resultFolder, { recursive: true });
  const running = await step('Starting APS and FAS', () =>
    startStack({
      serverUrl: postgres.url('postgres'),
      apps: ['aps', 'fas'],
      environment: 'demo',
      settings: {
        NODE_OPTIONS: ['hash-switch', ...(profile ? ['profiler'] : [])].map(loading).join(' '),
        ...(profile && { CSAM_BENCH_PROFILES: profileFolder }),
      },
    }),
  );
  stage.stack = running;
  const { fas, aps } = running.pids();
  stage.watchdog.watch({ pids: [fas, aps], folders: [folder, running.dataFolder] });
  return {
    fas: running.addresses.fas,
    aps: running.addresses.aps,
    databaseUrl: running.databaseUrl,
    dataFolder: running.dataFolder,
    masterKeyFile: running.env.CSAM_MASTER_KEY_FILE,
    pids: { fas, aps, postgres: postgres.pid },
    postgresFolder: postgres.folder,
    csam: (command) => csam(command, running.env),
    ...(profile && { profileFolder }),
  };
}

const loading = (name) => `--import=${pathToFileURL(join(root, 'dist/bench/measuring', `${name}.js`)).href}`;

/** The library that counts statements is loaded at start only; it counts when it is told to. */
async function startCountingPostgres(folder) {
  const options = {
    folder: join(folder, 'postgres'),
    port: await freePort(),
    logFile: join(folder, 'postgres.log'),
    onSpawn: (pid) => stage.watchdog.watch({ postgres: pid }),
  };
  stage.postgres = await startPostgres(options);
  await withConnection(stage.postgres.url('postgres'), async (client) => {
    await client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
    await client.query(`alter system set pg_stat_statements.track = 'none'`);
  });
  await stage.postgres.stop();
  stage.postgres = await startPostgres(options);
  return stage.postgres;
}

/** Once, though an interruption may come while it is under way. */
function clearUp() {
  stage.clearing ??= endAll();
  return stage.clearing;
}

async function endAll() {
  await stage.stack?.stop();
  await stage.postgres?.stop(true);
  if (stage.folder !== undefined) removeFolder(stage.folder);
  await stage.watchdog?.release();
}

endWith(async () => {
  stage.ending = true;
  endChildren();
  await clearUp();
  process.exit(130);
});

try {
  await main();
} catch (error) {
  // While stopping, steps fail because what they need was ended: not worth a word.
  if (!stage.ending) process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  if (!stage.ending) await clearUp();
}
