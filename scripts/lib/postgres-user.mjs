import { spawnSync } from 'node:child_process';
import { lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from './plain-error.mjs';

/**
 * PostgreSQL refuses to run as root. This finds a way that works here, tried in this order:
 * as another user; as another user that may pass closed folders (a clone under /root); in a user
 * namespace. The way is a prefix for the command line and options for spawn.
 *
 * @returns {{ prefix: string[], options: object }}
 */
export function wayToRun(bin, folder) {
  const ways = process.getuid?.() === 0 ? waysForRoot(folder) : waysForUser();
  const way = ways.find((candidate) => works(candidate, bin, folder));
  if (way === undefined) throw new PlainError(noWay(bin));
  if (way.owner !== undefined) own(folder, way.owner);
  return way;
}

function waysForUser() {
  const known = process.getuid === undefined || accounts().some(({ uid }) => uid === process.getuid());
  // initdb needs a name for the user's number; a container may run us under a number without one.
  return known ? [{ prefix: [], options: {} }] : [inNamespace(), { prefix: [], options: {} }];
}

function waysForRoot(folder) {
  const others = [ownerOf(folder), ...['postgres', 'nobody'].map(account)].filter(
    (candidate) => candidate !== undefined,
  );
  return [
    ...others.map(({ uid, gid }) => ({ prefix: [], options: { uid, gid, cwd: '/' }, owner: { uid, gid } })),
    ...others.map(passingClosedFolders),
    inNamespace(),
  ];
}

function passingClosedFolders({ uid, gid }) {
  const user = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // The last one lets the right count for access(2) as well, by which initdb looks for its programs.
  const rights = [
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  return {
    prefix: ['setpriv', ...user, ...rights, '--'],
    options: { cwd: '/' },
    owner: { uid, gid },
  };
}

function inNamespace() {
  const root = process.getuid?.() === 0;
  return {
    prefix: ['unshare', '-U', '--map-user=65534', '--map-group=65534', '--'],
    options: { cwd: '/' },
    owner: root ? { uid: 0, gid: 0 } : undefined,
  };
}

/** A folder that an ordinary user's run made is used as that user, so that both may use it in turn. */
function ownerOf(folder) {
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

const account = (name) => accounts().find((candidate) => candidate.name === name);

function accounts() {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}

function works({ prefix, options }, bin, folder) {
  return (
    succeeds([...prefix, join(bin, 'postgres'), '-V'], options) &&
    (process.platform === 'win32' ||
      succeeds([...prefix, 'sh', '-c', 'cd "$1"', 'sh', dirname(folder)], options))
  );
}

const succeeds = ([command, ...args], options) =>
  spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0;

/** Gives a folder and all in it to a user, when it is not theirs yet. */
function own(folder, { uid, gid }) {
  if (statSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true })) lchownSync(join(folder, entry), uid, gid);
  lchownSync(folder, uid, gid);
}

const noWay = (bin) =>
  `The built-in PostgreSQL (${bin}) cannot run here${
    process.getuid?.() === 0
      ? ': it refuses to run as root, and no other user (postgres, nobody) may reach this folder. Start as an ordinary user, move the folder out of the closed home folder'
      : '. Check that this user may read that folder and that the machine uses glibc'
  }, or set DATABASE_URL to a PostgreSQL server of your own.`;
