import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/lib/ports.mjs';
import type { RunningStack } from './stack.js';

const MISBEHAVE = new URL('misbehave.mjs', import.meta.url).href;
const LOOK_EVERY = 100;
/** Generous: many processes start at once on a machine that may be busy. */
const PATIENCE = 360_000;

interface Backend {
  readonly port: number;
  readonly log: string;
  child: ChildProcess;
  ready: boolean;
  /** What it says that it is; of one that ended, what it said. */
  version: string;
}

/** What a process can be made to do by test/support/misbehave.mjs. */
export type Misdeed =
  { readonly deed: 'skew' | 'freeze'; readonly milliseconds: number } | { readonly deed: 'exhaust' };

/** So that a process can run out of memory without the machine doing so. */
const MEMORY = '--max-old-space-size=320';

/**
 * Several processes of an app behind a plain load balancer at its address of the stack: it asks each whether it is
 * ready, and goes to another when one takes no connection. What an installation has in front of its apps, and no more.
 */
export class BalancedApp {
  private readonly backends: Backend[] = [];
  private readonly balancer: Server;
  private readonly watch: NodeJS.Timeout;
  private turn = 0;
  private lastIndex = 0;
  private stopping = false;
  /** Settings for what is started from now on. */
  settings: Readonly<Record<string, string>> = {};
  /** Folder of the bundle that is started from now on, when it is not that of the build. */
  bundle: string | undefined;
  /** How many requests were answered by each version. */
  readonly answered = new Map<string, number>();

  constructor(
    private readonly stack: RunningStack,
    private readonly app: 'fas' | 'aps',
  ) {
    this.balancer = createServer((incoming, outgoing) => this.forward(incoming, outgoing));
    // Longer than any pause between two requests of a test: no request meets a connection that just ends.
    this.balancer.keepAliveTimeout = PATIENCE;
    this.watch = setInterval(() => void this.look(), LOOK_EVERY);
  }

  /** @param logs files that the first ones write their log to, instead of one of their own */
  async start(count: number, logs: readonly string[] = []): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const port = await freePort();
      const log = logs[n] ?? join(this.stack.dataFolder, `${this.app}-${port}.log`);
      const backend = { port, log, child: await this.launch(port, log), ready: false, version: '' };
      this.backends.push(backend);
      this.keep(backend);
    }
    await new Promise<void>((resolve) => {
      this.balancer.listen(this.stack.ports[this.app], '127.0.0.1', resolve);
    });
    await Promise.all(this.backends.map((backend) => becomesReady(backend)));
  }

  get count(): number {
    return this.backends.length;
  }

  /** The one that answered last. */
  get last(): number {
    return this.lastIndex;
  }

  /** Ends one gracefully and starts it again; resolves when it is in use again. */
  async restart(index: number): Promise<void> {
    const backend = this.backend(index);
    await ended(backend.child, 'SIGTERM');
    await this.serves(index);
  }

  /** Kills one at once, whatever it does. It is started again like any that ends; see `serves`. */
  async kill(index: number): Promise<void> {
    const backend = this.backend(index);
    await ended(backend.child, 'SIGKILL');
    backend.ready = false;
  }

  misbehave(index: number, deed: Misdeed): void {
    this.backend(index).child.send(deed);
  }

  /** Resolves when it is in use, or no longer. */
  async serves(index: number, serving = true): Promise<void> {
    const until = Date.now() + PATIENCE;
    while (this.backend(index).ready !== serving) {
      if (Date.now() > until) throw new Error(`${this.app} ${index}: in use is not ${serving}`);
      await sleep(LOOK_EVERY / 4);
    }
  }

  pid(index: number): number | undefined {
    return this.backend(index).child.pid;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.watch);
    await Promise.all(this.backends.map(({ child }) => ended(child, 'SIGTERM')));
    this.balancer.closeAllConnections();
    await new Promise<void>((resolve) => void this.balancer.close(() => resolve()));
  }

  private backend(index: number): Backend {
    const backend = this.backends[index];
    if (backend === undefined) throw new Error(`There is no ${this.app} number ${index}.`);
    return backend;
  }

  /** What ends is started again, as an orchestrator does. */
  private keep(backend: Backend): void {
    backend.child.once('exit', () => void this.again(backend));
  }

  private async again(backend: Backend): Promise<void> {
    backend.ready = false;
    if (this.stopping) return;
    backend.child = await this.launch(backend.port, backend.log);
    this.keep(backend);
  }

  private async launch(port: number, logFile: string): Promise<ChildProcess> {
    const log = openSync(logFile, 'a');
    const env = {
      ...this.stack.env,
      ...this.settings,
      [`CSAM_${this.app.toUpperCase()}_PORT`]: String(port),
      ...(this.app === 'fas' && { CSAM_CARD_PORT: String(await freePort()) }),
    };
    const built = this.bundle && join(this.bundle, `${this.app}.js`);
    const child = fork(built ?? `dist/apps/${this.app}/src/main.js`, [], {
      env,
      execArgv: ['--enable-source-maps', MEMORY, '--import', MISBEHAVE],
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    return child;
  }

  private async look(): Promise<void> {
    await Promise.all(
      this.backends.map(async (backend) => {
        const { child } = backend;
        const ready = await isReady(backend.port);
        // Before it gets the first request of others.
        const version = ready && !backend.ready ? await versionAt(backend.port) : backend.version;
        if (child === backend.child) Object.assign(backend, { ready, version });
      }),
    );
  }

  private forward(incoming: IncomingMessage, outgoing: ServerResponse, tried = 0): void {
    const ready = this.backends.filter((backend) => backend.ready);
    // When none says so in time, as on a busy machine, all are tried.
    const candidates = ready.length > 0 ? ready : this.backends;
    const backend = candidates[(this.turn += 1) % candidates.length];
    if (backend === undefined || tried > this.backends.length) {
      outgoing.writeHead(502).end('no backend');
      return;
    }
    const { method, url, headers } = incoming;
    const onward = request({
      host: '127.0.0.1',
      port: backend.port,
      method,
      path: url,
      headers,
      agent: false,
    });
    onward.once('response', (answer) => {
      this.lastIndex = this.backends.indexOf(backend);
      this.answered.set(backend.version, (this.answered.get(backend.version) ?? 0) + 1);
      // How long a connection stays is between each two (RFC 9110 section 7.6.1).
      const { connection: _connection, 'keep-alive': _keepAlive, ...ofAnswer } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, ofAnswer);
      answer.pipe(outgoing);
    });
    onward.once('error', (error: NodeJS.ErrnoException) => {
      // Nothing was sent yet: another may have it. Anything later is an error that a person sees.
      if (error.code === 'ECONNREFUSED') {
        backend.ready = false;
        return this.forward(incoming, outgoing, tried + 1);
      }
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end(String(error.code));
    });
    onward.once('socket', (socket) => socket.once('connect', () => incoming.pipe(onward)));
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(3_000),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Undefined versions would be counted as one more: a process that ends just now is none. */
async function versionAt(port: number): Promise<string> {
  try {
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    return /csam_build_info\{[^}]*version="([^"]+)"/.exec(metrics)?.[1] ?? '';
  } catch {
    return '';
  }
}

async function becomesReady(backend: Backend): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (!backend.ready) {
    if (backend.child.exitCode !== null) throw new Error(`It ended with ${backend.child.exitCode}`);
    if (Date.now() > until) throw new Error('It does not become ready');
    await sleep(LOOK_EVERY);
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  child.kill(signal);
  await exit;
}
