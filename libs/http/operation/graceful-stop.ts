import { Server as NetServer } from 'node:net';
import type { Server } from 'node:http';

const LOOK_AGAIN = 50;

/**
 * How long open connections may still bring a request. Their answers say `Connection: close`, so clients
 * that are busy leave by themselves; closing under their hands would look like a fault to them.
 */
const SETTLE = 1_000;

/**
 * Stops taking connections and waits for the requests under way. Connections that stay idle are closed;
 * what is not done within the patience is cut off.
 */
export async function drain(server: Server, patience: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => {
    // The HTTP server's own close would at once close idle connections too.
    NetServer.prototype.close.call(server, () => resolve());
  });
  let closeIdle: NodeJS.Timeout | undefined;
  const settled = setTimeout(
    () => {
      closeIdle = setInterval(() => server.closeIdleConnections(), LOOK_AGAIN);
    },
    Math.min(SETTLE, patience),
  );
  const cutOff = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(settled);
  clearInterval(closeIdle);
  clearTimeout(cutOff);
}
