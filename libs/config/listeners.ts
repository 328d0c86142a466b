import { seconds } from '#libs/kernel';
import type { Config } from './config.js';

export interface Listener {
  readonly port: number;
  readonly host: string;
}

export interface Listeners extends Listener {
  /** For health and metrics, away from the public; absent where it has no port. */
  readonly operations?: Listener;
  /** Milliseconds between reporting not ready and refusing connections. */
  readonly lead: number;
}

/** Where an app listens. */
export function listenersOf(
  { port, http }: Config,
  app: 'fas' | 'sma' | 'aps' | 'admin' | 'worker',
): Listeners {
  const own = { port: port[app], host: http.listenHost, lead: seconds(http.leaveSeconds) };
  const operationsPort = http.operationsPort?.[app];
  if (operationsPort === undefined) return own;
  return { ...own, operations: { port: operationsPort, host: http.operationsHost } };
}
