import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './paths.mjs';
import { commandLine, isAlive } from './processes.mjs';

const pidFile = join(dataFolder, 'csam.pid');
const stateFile = join(dataFolder, 'csam.json');

/** The process id of the running demo, or undefined. */
export function runningDemo() {
  const pid = Number(readText(pidFile));
  // Another program may have got the process id of a demo that was killed.
  return pid > 0 && isAlive(pid) && commandLine(pid).includes('up.mjs') ? pid : undefined;
}

/** Notes that this process is the demo; false when another one already is. */
export function claimDemo(state) {
  if (runningDemo() !== undefined) return false;
  rmSync(pidFile, { force: true });
  try {
    writeFileSync(pidFile, String(process.pid), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(stateFile, JSON.stringify(state), { mode: 0o600 });
  return true;
}

export function releaseDemo() {
  if (Number(readText(pidFile)) !== process.pid) return;
  rmSync(pidFile, { force: true });
  rmSync(stateFile, { force: true });
}

/** How the running demo was started: `{ portBase, ownDatabase }`. */
export function demoState() {
  return runningDemo() === undefined ? undefined : JSON.parse(readText(stateFile) || '{}');
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
