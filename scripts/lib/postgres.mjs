import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NO_SPACE, PlainError } from './plain-error.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { startProblem } from './postgres-problems.mjs';
import { wayToRun } from './postgres-user.mjs';
import { commandLine, isAlive, signal, waitForExit } from './processes.mjs';

const SPACE_NEEDED = 200 * 1024 * 1024;

const SERVER_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

// For tests only: room for several stacks; a crash may lose everything, which is why each statement costs less.
const THROWAWAY_SETTINGS = {
  max_connections: 400,
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
};

/**
 * Starts PostgreSQL on a folder of its own, made at the first start; loopback only, no password.
 * A server that an earlier run left behind on this folder is stopped first.
 *
 * @param {{ folder: string, port: number, logFile: string, throwaway?: boolean, onSpawn?: (pid: number) => void }} options
 *   `onSpawn` hears of the server before it is ready, so that an interrupted start can be cleared up
 * @returns {Promise<{ pid: number, folder: string, url: (database: string) => string, stop: (immediately?: boolean) => Promise<void> }>}
 */
export async function startPostgres({ folder, port, logFile, throwaway = false, onSpawn = () => undefined }) {
  const bin = postgresBinaries();
  mkdirSync(dirname(folder), { recursive: true });
  checkSpace(dirname(folder));
  await stopLeftover(folder);
  const options = { bin, folder, port, logFile, throwaway, onSpawn };
  await initialise(options);
  const pid = await serve(options);
  return {
    pid,
    folder,
    url: (database) => `postgres://csam@127.0.0.1:${port}/${database}`,
    stop: (immediately = false) => stopServer(pid, immediately),
  };
}

/** Ends a server: fast (sessions are cut, all is written), or at once (recovers at the next start). */
export async function stopServer(pid, immediately = false) {
  signal(pid, immediately ? 'SIGQUIT' : 'SIGINT');
  if (await waitForExit(pid, 20_000)) return;
  signal(pid, 'SIGQUIT');
  if (!(await waitForExit(pid, 10_000))) signal(pid, 'SIGKILL');
}

/** The server that runs on this folder, or undefined. */
export function serverOn(folder) {
  const pid = Number(lockLines(folder)[0]);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  return commandLine(pid).includes(folder) ? pid : undefined;
}

/** Stops the server that an earlier run left on this folder, and removes its lock. */
export async function stopLeftover(folder) {
  const pid = serverOn(folder);
  if (pid !== undefined) {
    try {
      await stopServer(pid);
    } catch (error) {
      if (error.code !== 'EPERM') throw error;
      throw new PlainError(
        `PostgreSQL (process ${pid}) of another user still runs on ${folder}. Stop it as that user, then try again.`,
      );
    }
  }
  // PostgreSQL believes a lock whose process id meanwhile belongs to another program; it is ours to remove.
  rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function lockLines(folder) {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

async function initialise({ bin, folder, logFile, throwaway, onSpawn }) {
  if (existsSync(join(folder, 'PG_VERSION'))) return checkVersion(folder);
  // Made under another name first: an interrupted first start leaves nothing that looks like a database.
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  chmodSync(draft, 0o700);
  const args = [
    '-D',
    draft,
    '-U',
    'csam',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  const child = launch({
    bin,
    program: 'initdb',
    args: throwaway ? [...args, '--no-sync'] : args,
    folder: draft,
    logFile,
  });
  onSpawn(child.pid);
  const status = await new Promise((resolve) =>
    child.once('close', resolve).once('error', () => resolve(-1)),
  );
  if (status !== 0) throw startProblem({ folder, logFile, from: child.logFrom });
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

function checkVersion(folder) {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === '18') return;
  throw new PlainError(
    `${folder} was made by PostgreSQL ${version}, and this is PostgreSQL 18. Run \`npm run reset\` to begin with an empty demo.`,
  );
}

async function serve({ bin, folder, port, logFile, throwaway, onSpawn }) {
  const settings = { ...SERVER_SETTINGS, ...(throwaway ? THROWAWAY_SETTINGS : {}), port };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A crashed server's sessions need a moment to notice; until then the folder counts as in use.
  for (let attempt = 0; ; attempt += 1) {
    const child = launch({ bin, program: 'postgres', args: ['-D', folder, ...args], folder, logFile });
    onSpawn(child.pid);
    if (await becomesReady(child, folder)) return child.pid;
    const problem = startProblem({ folder, port, logFile, from: child.logFrom });
    if (!problem.passing || attempt >= 10) throw problem;
    await sleep(500);
  }
}

async function becomesReady(child, folder, patience = 60_000) {
  let gone = false;
  child.once('exit', () => (gone = true)).once('error', () => (gone = true));
  const until = Date.now() + patience;
  while (!gone) {
    const lines = lockLines(folder);
    if (Number(lines[0]) === child.pid && /^(ready|standby)$/.test(lines[7]?.trim())) return true;
    if (Date.now() > until) {
      signal(child.pid, 'SIGQUIT');
      return false;
    }
    await sleep(20);
  }
  return false;
}

/** Starts a program as a user that may run it, in a group of its own: Ctrl-C must not reach it before the apps. */
function launch({ bin, program, args, folder, logFile }) {
  const { prefix, options } = wayToRun(bin, folder);
  const [command, ...rest] = [...prefix, join(bin, program), ...args];
  const log = openSync(logFile, 'a', 0o600);
  const logFrom = statSync(logFile).size;
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
  };
  const child = spawn(command, rest, { ...options, env, detached: true, stdio: ['ignore', log, log] });
  child.unref();
  closeSync(log);
  return Object.assign(child, { logFrom });
}

function checkSpace(folder) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < SPACE_NEEDED) throw new PlainError(NO_SPACE);
}
