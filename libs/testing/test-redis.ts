import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyFiles } from './self-signed.js';

/** Debian has the one or the other; both speak the same. */
const PROGRAM = ['redis-server', 'valkey-server'].find(
  (program) => spawnSync(program, ['--version']).status === 0,
);

/** Whether a Redis or Valkey can be started here; a test that needs one is skipped where it is not installed. */
export const hasRedis = PROGRAM !== undefined;

export interface TestRedis {
  readonly url: string;
  /** Ends it, as a failure would. */
  stop(): Promise<void>;
}

/**
 * A Redis of one's own on a port of this machine, which keeps nothing on disk.
 *
 * @param tls speaks TLS with these, and nothing else
 */
export async function testRedis(given?: number, tls?: KeyFiles): Promise<TestRedis> {
  if (PROGRAM === undefined) throw new Error('no redis-server is installed');
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = given ?? (await freePort());
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn(PROGRAM, [...listening(port, tls), ...settings]);
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('Ready to accept connections')) resolve();
    });
    child.once('exit', () => reject(new Error(`${PROGRAM} does not start: ${said}`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    url: tls === undefined ? `redis://127.0.0.1:${port}` : `rediss://localhost:${port}`,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listening(port: number, tls: KeyFiles | undefined): string[] {
  if (tls === undefined) return ['--port', String(port)];
  const { keyFile, certificateFile } = tls;
  const files = ['--tls-key-file', keyFile, '--tls-cert-file', certificateFile, '--tls-auth-clients', 'no'];
  return ['--port', '0', '--tls-port', String(port), ...files];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
