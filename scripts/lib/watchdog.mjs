import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { waitForExit } from './processes.mjs';

/**
 * Starts a small process that outlives this one: when this process ends without releasing it (SIGKILL,
 * crash), it ends what is watched: groups of
 * processes at once, processes after a moment to end by themselves, then PostgreSQL; then it removes
 * throw-away folders.
 */
export function startWatchdog({ folders = [] } = {}) {
  const watched = { groups: [], pids: [], postgres: undefined, folders };
  // Told on its command line as well: this process may end before it could send a message.
  const child = fork(
    fileURLToPath(new URL('watchdog-process.mjs', import.meta.url)),
    [JSON.stringify(watched)],
    {
      detached: true,
      stdio: 'ignore',
      execArgv: ['--max-old-space-size=32'],
    },
  );
  child.unref();
  child.channel?.unref();
  const send = (message) => {
    if (child.connected) child.send(message, () => undefined);
  };
  return {
    watch(changes) {
      Object.assign(watched, changes);
      send({ watch: watched });
    },
    /** All was ended in good order: nothing is left to do. Resolves when the watchdog is gone too. */
    async release() {
      send({ release: true });
      await waitForExit(child.pid, 1_000);
    },
  };
}
