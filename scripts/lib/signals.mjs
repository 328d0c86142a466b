import { commandLine, isAlive, parentOf } from './processes.mjs';

const DOUBLE = 800;
const LOOK_EVERY = 1_000;

/**
 * Calls `stop` when this process is asked to end, and once more with `{ hard: true }` when asked again.
 * npm passes on the Ctrl-C that the terminal already sent, so a second signal right after the first is the same wish.
 */
export function endWith(stop) {
  let asked;
  const ask = () => {
    const now = Date.now();
    if (asked !== undefined && now - asked < DOUBLE) return;
    const again = asked !== undefined;
    asked = now;
    void stop({ hard: again });
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, ask);
  // The terminal may go away before us; nobody reads then, and stopping goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  followParent(ask);
}

/** npm that is killed cannot pass that on: when it is gone, so are we. Between npm and us may stand a shell. */
function followParent(ask) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const npm = /^\S*sh -c /.test(commandLine(parent)) ? parentOf(parent) : parent;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return;
    clearInterval(timer);
    ask();
  }, LOOK_EVERY);
  timer.unref();
}
