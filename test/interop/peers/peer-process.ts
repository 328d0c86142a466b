import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether somebody listens at this port. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.end();
      resolve(true);
    });
  });
}

/**
 * A folder that a server can read under another user: straight below /tmp, since the folder for what tests leave behind
 * is closed to others.
 */
export function peerFolder(name: string): string {
  const folder = mkdtempSync(`/tmp/csam-${name}-`);
  chmodSync(folder, 0o755);
  return folder;
}

/** A server of somebody else that runs as long as a spec needs it. */
export class PeerProcess {
  private output = '';
  private readonly ended: Promise<void>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        this.output += part.toString();
      });
    }
    this.ended = new Promise((resolve) => {
      child.on('exit', () => resolve());
      child.on('error', (error) => {
        this.output += error.message;
        resolve();
      });
    });
  }

  /** Starts it, and waits until it serves; what it said stands in the error when it does not. */
  static async start(
    command: readonly [string, ...string[]],
    folder: string,
    serves: () => Promise<boolean>,
  ): Promise<PeerProcess> {
    const [program, ...args] = command;
    const peer = new PeerProcess(
      spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
      folder,
    );
    await peer.until(serves);
    return peer;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }

  /** What it printed and logged, for who looks for a failure. */
  said(): string {
    const logs = readdirSync(this.folder).filter((name) => name.endsWith('.log'));
    return [this.output, ...logs.map((name) => readFileSync(join(this.folder, name), 'utf8'))].join('\n');
  }

  private async until(serves: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!(await serves())) {
      if (this.child.exitCode !== null || this.child.pid === undefined || Date.now() > deadline) {
        const said = this.said();
        await this.stop();
        throw new Error(`${this.child.spawnfile} does not serve:\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
