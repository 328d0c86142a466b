import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, sources } from './build.mjs';
import { APPS } from './environment.mjs';
import { root } from './paths.mjs';
import { explain } from './plain-error.mjs';
import { step } from './progress.mjs';

const LOOK_EVERY = 700;

/** Looks for changed sources; compiles, and restarts the app they belong to, or all when a library changed. */
export async function watch(supervisor, { isStopping }) {
  let known = snapshot();
  while (!isStopping()) {
    await sleep(LOOK_EVERY);
    const next = snapshot();
    const changed = [...new Set([...known.keys(), ...next.keys()])].filter(
      (file) => known.get(file) !== next.get(file),
    );
    known = next;
    if (changed.length > 0 && !isStopping()) await apply(changed, supervisor);
  }
}

async function apply(changed, supervisor) {
  try {
    await step(`Building (${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ', …' : ''})`, build);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return;
  }
  await supervisor.restart(appsOf(changed));
}

function appsOf(changed) {
  const shared = changed.some((file) => file.startsWith('libs/'));
  return shared ? APPS : APPS.filter((name) => changed.some((file) => file.startsWith(`apps/${name}/`)));
}

function snapshot() {
  return new Map(
    sources()
      .filter((file) => !/^test|\.spec\.tsx?$/.test(file))
      .map((file) => [file, changeTime(file)]),
  );
}

function changeTime(file) {
  try {
    return statSync(join(root, file)).mtimeMs;
  } catch {
    return 0;
  }
}
