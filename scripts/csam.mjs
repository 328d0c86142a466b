import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from './lib/build.mjs';
import { portBase, portsFrom, stackEnvironment } from './lib/environment.mjs';
import { demoState } from './lib/lock.mjs';
import { csamCli, dataFolder, root } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain-error.mjs';
import { storesBeside } from './lib/stores.mjs';

// A file is meant from where the person stands; npm moves to the root of the repository and keeps that place here.
function fromCaller(argument) {
  const place = process.env.INIT_CWD ?? process.cwd();
  const [, option = '', path] = /^(--[\w-]+=)?(.*)$/s.exec(argument);
  const file = resolve(place, path);
  return place !== root && path !== '' && !path.startsWith('-') && existsSync(file)
    ? `${option}${file}`
    : argument;
}

function isQuestion(args) {
  return args.length === 0 || args.includes('--help') || args.includes('-h');
}

function environment(question) {
  const state = demoState();
  const base = state?.portBase ?? portBase();
  try {
    const stores = storesBeside(state, portsFrom(base).postgres);
    return stackEnvironment({ environment: process.env.CSAM_ENV ?? 'demo', base, dataFolder, ...stores });
  } catch (error) {
    if (question && error instanceof PlainError) return process.env;
    throw error;
  }
}

await run(async () => {
  const args = process.argv.slice(2);
  await build();
  const env = environment(isQuestion(args));
  const child = spawn(process.execPath, ['--enable-source-maps', csamCli, ...args.map(fromCaller)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
  process.exitCode = await new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
});
