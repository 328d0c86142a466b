import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runChild } from './children.mjs';
import { root } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { isAlive } from './processes.mjs';

const SOURCE_FOLDERS = ['apps', 'libs', 'bench', 'test'];
/** What else decides about what is built. */
const BESIDE_SOURCES = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/lib/bundle.mjs'];
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const bundleStamp = join(dist, '.bundled');
const lock = join(root, 'node_modules/.csam-build.lock');

/** Compiles and bundles when a source changed since the last good build; says whether it did. */
export async function build() {
  const release = await takeLock();
  try {
    const before = fingerprint(sources());
    if (readText(stamp) === before) return { note: 'nothing changed' };
    const ofApps = fingerprint(sources().filter(isOfApps));
    await compile();
    copyAssets();
    removeOrphans();
    await bundleIfChanged(ofApps);
    // Taken before compiling: what changed meanwhile is compiled the next time.
    writeFileSync(stamp, before);
    return {};
  } finally {
    release();
  }
}

/** Apps are not bundled anew for a test that changed. */
async function bundleIfChanged(state) {
  if (readText(bundleStamp) === state) return;
  rmSync(bundleStamp, { force: true });
  // Read only now: most builds find that nothing changed.
  const { bundle } = await import('./bundle.mjs');
  await bundle();
  writeFileSync(bundleStamp, state);
}

const isOfApps = (file) => /^(apps|libs)[\\/]/.test(file) && !/\.spec\.tsx?$/.test(file);

async function compile() {
  mkdirSync(dist, { recursive: true });
  rmSync(stamp, { force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status, output } = await runChild(process.execPath, [compiler, '-p', 'tsconfig.json']);
  if (status === 0) return;
  const lines = output.trim().split('\n');
  const shown = lines.slice(0, 30).join('\n');
  const more = lines.length > 30 ? `\n… and ${lines.length - 30} more lines (npm run build shows all)` : '';
  throw new PlainError(`The code does not compile:\n${shown}${more}`);
}

/** Each of these with size and time of change: notices edits, removals and another branch alike. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...files, ...BESIDE_SOURCES]) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file}:${mtimeMs}:${size}\n`);
  }
  return hash.digest('hex');
}

/** Paths of all files in the source folders, from the root of the repository. */
export function sources() {
  return SOURCE_FOLDERS.flatMap((folder) =>
    filesIn(join(root, folder)).map((file) => join(folder, file)),
  ).sort();
}

function filesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

const COMPILED = new Set(['.ts', '.tsx', '.mts', '.md']);

/** Style sheets, pictures, schemas and the like stand beside the compiled code, as they do beside the source. */
function copyAssets() {
  for (const file of sources()) {
    if (COMPILED.has(extname(file))) continue;
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    copyFileSync(join(root, file), join(dist, file));
  }
}

/** What was compiled from a source that is gone would still be found, as migrations are by their file name. */
function removeOrphans() {
  const known = new Set(sources().map((file) => file.replace(/\.(m?)tsx?$/, '.$1js')));
  for (const folder of SOURCE_FOLDERS) {
    for (const file of filesIn(join(dist, folder))) {
      if (!known.has(join(folder, file.replace(/\.map$/, '')))) rmSync(join(dist, folder, file));
    }
  }
}

/** One build at a time: a start, a test run and a command may come together. */
async function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isAlive(Number(readText(lock)) || 0)) rmSync(lock, { force: true });
      await sleep(100);
    }
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
