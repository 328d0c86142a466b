import { spawn } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain-error.mjs';
import { step } from './lib/progress.mjs';

const LOWEST = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1])) return;
  throw new PlainError(
    `This needs Node.js ${LOWEST.join('.')} or newer, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  );
}

/** npm notes in this file what it installed; older than the lock file means that something was added since. */
function installed() {
  // Packages shared by a link are kept where they are: `npm ci` would empty that folder for everybody.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  const note = join(root, 'node_modules/.package-lock.json');
  return existsSync(note) && statSync(note).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

async function install() {
  // Install scripts of packages stay off: nothing here needs one. Without a network npm would try for ten minutes.
  const flags = ['--ignore-scripts', '--no-fund', '--no-audit', '--prefer-offline'];
  const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const { status, output } = await npm(['ci', ...flags, ...retries]);
  if (status !== 0) throw new PlainError(problem(output));
}

function npm(args) {
  const [command, first] = process.env.npm_execpath
    ? [process.execPath, [process.env.npm_execpath]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ status: -1, output: error.message }));
    child.once('close', (status) => resolve({ status, output }));
  });
}

const PROBLEMS = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network|E407|proxy/i,
    'The npm registry cannot be reached. Check the network, and the proxy and registry in `npm config list`; then run the same command again.',
  ],
  [
    /ENOSPC|no space left/i,
    'The disk is full. The packages need about 500 MB; free some space and run the same command again.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    `This user cannot write in ${join(root, 'node_modules')}. Give this user rights on it, or work in a folder of your own.`,
  ],
  [
    /E404|ETARGET|E401|E403/,
    'The npm registry in use does not give one of the packages. Check `npm config get registry`.',
  ],
  [/EUSAGE|in sync/, 'package.json and package-lock.json do not agree. Run `npm install` and try again.'],
];

function problem(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!) +(?!at )\S/.test(line));
  const known = PROBLEMS.find(([pattern]) => lines.some((line) => pattern.test(line)));
  const said = (lines.length > 0 ? lines.slice(0, 12).join('\n') : output.trim()).slice(0, 2_000);
  return `${known?.[1] ?? 'The packages could not be installed.'}\nnpm said:\n${said}`;
}

await run(async () => {
  checkNode();
  if (!installed()) await step('Installing what is needed (about a minute the first time)', install);
});
