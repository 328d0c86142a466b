import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine } from './processes.mjs';

const UNUSABLE_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/** A port is free when nothing listens on it, on either loopback: browsers may try both for `localhost`. */
export async function isFree(port) {
  for (const host of ['127.0.0.1', '::1']) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

function canListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (UNUSABLE_ADDRESS.has(error.code)) resolve(true);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Ports that one stack may span, and how many such blocks there are between 10000 and 30000. */
const BLOCK = 700;
const BLOCKS = 28;

/** Bases that this process gave out; nothing may listen there yet when the next stack asks. */
const given = new Set();

/** A base such that base plus each offset is free. Stays below the range the system hands out itself. */
export async function freePortBase(offsets) {
  for (let attempt = 0; attempt < BLOCKS; attempt += 1) {
    // Processes that ask at the same moment have numbers close together: they start looking far apart.
    const base = 10_000 + ((process.pid * 5 + attempt) % BLOCKS) * BLOCK;
    if (given.has(base)) continue;
    given.add(base);
    const free = await Promise.all(offsets.map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
    given.delete(base);
  }
  throw new Error('No block of free ports was found between 10000 and 30000.');
}

/** The ports that are taken, after giving processes that are just stopping a moment to let go. */
export async function takenPorts(ports, patience = 4_000) {
  const until = Date.now() + patience;
  for (;;) {
    const free = await Promise.all(ports.map(isFree));
    const taken = ports.filter((_port, index) => !free[index]);
    if (taken.length === 0 || Date.now() > until) return taken;
    await sleep(200);
  }
}

/** Who listens on a port, as far as this user may see it: `nginx (process 123)`, or undefined. */
export function listenerOn(port) {
  const pid = process.platform === 'linux' ? listenerFromProc(port) : listenerFromLsof(port);
  if (pid === undefined) return undefined;
  // The name only: what follows on a command line may be secret.
  const [program] = commandLine(pid).split(' ');
  return `${program ? basename(program) : 'a program'} (process ${pid})`;
}

const LISTEN_STATE = '0A';

function listenerFromProc(port) {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => linesOf(file).map((line) => line.trim().split(/\s+/)))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === LISTEN_STATE)
    .map((fields) => `socket:[${fields[9]}]`);
  if (inodes.length === 0) return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => openFiles(pid).some((file) => inodes.includes(file)));
}

function linesOf(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function openFiles(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function listenerFromLsof(port) {
  const found = spawnSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], { encoding: 'utf8' });
  return found.stdout?.split('\n')[0] || undefined;
}
