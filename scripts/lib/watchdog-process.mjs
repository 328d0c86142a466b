import { removeFolder } from './paths.mjs';
import { stopServer } from './postgres.mjs';
import { endGroup, isAlive, signal, waitForExit } from './processes.mjs';

let watched = JSON.parse(process.argv[2]);

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);

process.on('message', ({ watch, release }) => {
  if (watch !== undefined) watched = watch;
  if (release === true) process.exit(0);
});

process.on('disconnect', clearUp);
// Gone before this process was ready to hear of it.
if (!process.connected) setImmediate(clearUp);

async function clearUp() {
  for (const group of watched.groups) endGroup(group);
  // Apps end by themselves when their parent is gone; the slow ones are ended here.
  await Promise.all(watched.pids.map((pid) => end(pid)));
  if (watched.postgres !== undefined && isAlive(watched.postgres)) await stopServer(watched.postgres);
  for (const folder of watched.folders) removeFolder(folder);
  process.exit(0);
}

async function end(pid) {
  if (await waitForExit(pid, 5_000)) return;
  signal(pid, 'SIGTERM');
  if (!(await waitForExit(pid, 5_000))) signal(pid, 'SIGKILL');
}
