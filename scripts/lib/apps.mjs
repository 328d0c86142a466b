import { fork } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { waitForExit } from './processes.mjs';

const READY_PATIENCE = 240_000;
const STOP_PATIENCE = 10_000;

/**
 * Starts one built app. It holds a line to this process and ends by itself when that breaks.
 *
 * @param {{ name: string, port: number, env: object, logFile: string, detached?: boolean, append?: boolean }} options
 */
export function launchApp({ name, port, env, logFile, detached = true, append = false }) {
  const main = join(root, 'dist/apps', name, 'src/main.js');
  if (!existsSync(main))
    throw new PlainError(`The app ${name} is not there (${main}). Run \`npm run build\`.`);
  const log = openSync(logFile, append ? 'a' : 'w', 0o600);
  const child = fork(main, [], {
    cwd: root,
    env,
    // A group of its own: Ctrl-C reaches the supervisor, which stops all in the right order.
    detached,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const app = { name, port, child, logFile, exit: undefined };
  child.once('error', (error) => (app.exit ??= error.message));
  child.once('exit', (code, signalName) => (app.exit = signalName ?? `code ${code}`));
  return app;
}

/**
 * Waits until the app says it is ready for use.
 *
 * @throws PlainError with the last lines of its log when it ends or stays silent
 */
export async function becomesReady(app, { isStopping = () => false } = {}) {
  const until = Date.now() + READY_PATIENCE;
  while (!(await answersReady(app.port))) {
    if (isStopping()) return;
    if (app.exit !== undefined)
      throw new PlainError(`${app.name} ended while starting (${app.exit}). ${lastWords(app)}`);
    if (Date.now() > until) {
      throw new PlainError(`${app.name} was not ready after ${READY_PATIENCE / 1000} s. ${lastWords(app)}`);
    }
    await sleep(100);
  }
}

async function answersReady(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(3_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** The end of an app's log, to show when it failed. */
export function lastWords({ logFile }) {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20);
  return `Its last lines (${logFile}):\n${lines.map((line) => `  ${line.slice(0, 500)}`).join('\n')}`;
}

/** Asks the apps to finish what they are doing and end; those that do not are ended. */
export async function stopApps(apps, { hard = false } = {}) {
  await Promise.all(apps.map((app) => stopApp(app, hard)));
}

async function stopApp({ child }, hard) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(hard ? 'SIGKILL' : 'SIGTERM');
  if (await waitForExit(child.pid, STOP_PATIENCE)) return;
  child.kill('SIGKILL');
  await waitForExit(child.pid, 2_000);
}
