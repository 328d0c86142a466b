import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { becomesReady, launchApp, stopApps } from './apps.mjs';
import { build } from './build.mjs';
import { csam } from './csam-command.mjs';
import { createDatabase, withConnection } from './database.mjs';
import { APPS, makeSecrets, PORT_OFFSETS, portsFrom, stackEnvironment } from './environment.mjs';
import { removeFolder } from './paths.mjs';
import { freePortBase } from './ports.mjs';

/**
 * Starts the built apps for tests or measurements: free ports, a database copied from a migrated template
 * with the demo world in it, and a data folder of its own. Types: stack.d.mts.
 */
export async function startStack({ serverUrl, template, apps = APPS, environment = 'test', settings = {} }) {
  await build();
  const dataFolder = mkdtempSync(join(tmpdir(), 'csam-stack-'));
  chmodSync(dataFolder, 0o700);
  const { postgres: _ofDemoOnly, ...offsets } = PORT_OFFSETS;
  const base = await freePortBase(Object.values(offsets));
  const database = `stack_${randomBytes(4).toString('hex')}`;
  await createDatabase(serverUrl, database, { template });
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href;
  const env = {
    ...withoutTestRunner(
      stackEnvironment({ environment, base, dataFolder, databaseUrl, queueUrl: databaseUrl }),
    ),
    CSAM_MASTER_KEY_FILE: join(dataFolder, 'master.key'),
    ...settings,
  };
  makeSecrets(dataFolder);
  // A copy is what its template is: migrated.
  if (template === undefined) await csam(['migrate'], env);
  await csam(['demo', 'load'], env);

  const ports = portsFrom(base);
  const running = new Map();
  const start = async (name) => {
    const logFile = join(dataFolder, `${name}.log`);
    const app = launchApp({ name, port: ports[name], env, logFile, detached: false, append: true });
    running.set(name, app);
    await becomesReady(app);
  };
  const stop = async () => {
    await stopApps([...running.values()]);
    await withConnection(serverUrl, (client) =>
      client.query(`drop database if exists ${database} with (force)`),
    );
    removeFolder(dataFolder);
  };
  try {
    await Promise.all(apps.map(start));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    addresses: addresses(ports),
    ports,
    databaseUrl,
    dataFolder,
    env,
    pids: () => Object.fromEntries([...running].map(([name, { child }]) => [name, child.pid])),
    logFile: (name) => join(dataFolder, `${name}.log`),
    startApp: start,
    async stopApp(name, { hard = false } = {}) {
      await stopApps([running.get(name)].filter(Boolean), { hard });
      running.delete(name);
    },
    stop,
  };
}

const addresses = (ports) => ({
  fas: `http://localhost:${ports.fas}`,
  card: `https://localhost:${ports.card}`,
  sma: `http://localhost:${ports.sma}`,
  aps: `http://localhost:${ports.aps}`,
  admin: `http://localhost:${ports.admin}`,
  worker: `http://localhost:${ports.worker}`,
  sandbox: `http://localhost:${ports.sandbox}`,
});

/** The apps run as in the demo: nothing in them may notice that a test started them. */
function withoutTestRunner({ NODE_ENV: _mode, VITEST: _flag, ...env }) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('VITEST_')));
}
