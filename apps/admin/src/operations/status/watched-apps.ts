import type { Config } from '#libs/config';
import type { WatchedApp } from './app-states.js';

/** Where each app says whether it is ready. The worker has no address of its own for others: it is asked here. */
export function watchedApps({ baseUrl, port, http }: Config): readonly WatchedApp[] {
  const worker = `http://127.0.0.1:${http.operationsPort?.worker ?? port.worker}`;
  const addresses: readonly (readonly [WatchedApp['name'], string | undefined])[] = [
    ['fas', baseUrl.fas],
    ['sma', baseUrl.sma],
    ['aps', baseUrl.aps],
    ['admin', baseUrl.admin],
    ['worker', worker],
    ['sandbox', baseUrl.sandbox],
  ];
  return addresses.flatMap(([name, address]) =>
    address === undefined ? [] : [{ name, readyUrl: `${address.replace(/\/+$/, '')}/health/ready` }],
  );
}
