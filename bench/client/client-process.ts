import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FlowName } from '../flows/catalogue.js';
import type { Order, Pace, Reply, RunFigures, World } from './messages.js';

/** The measuring client in its own process. */
export class ClientProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(world: World): Promise<ClientProcess> {
    const main = fileURLToPath(new URL('main.js', import.meta.url));
    const client = new ClientProcess(fork(main, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
    await client.order({ kind: 'world', world });
    return client;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Gets everybody ready; says why when the flow cannot be measured here. */
  async prepare(flow: FlowName): Promise<string | undefined> {
    const reply = await this.order({ kind: 'prepare', flow });
    return reply.kind === 'unavailable' ? reply.reason : undefined;
  }

  async run(flow: FlowName, pace: Pace): Promise<RunFigures> {
    const reply = await this.order({ kind: 'run', flow, pace });
    if (reply.kind !== 'ran') throw new Error(`${flow} was not run`);
    return reply.run;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }

  private async order(order: Order): Promise<Reply> {
    const ended = new AbortController();
    const end = once(this.child, 'exit', { signal: ended.signal }).then(([code, signal]) => {
      throw new Error(`the measuring client ended (${signal ?? `code ${code}`})`);
    });
    const answered = once(this.child, 'message', { signal: ended.signal });
    this.child.send(order);
    try {
      const [reply] = (await Promise.race([answered, end])) as [Reply];
      if (reply.kind === 'failed') throw new Error(reply.reason);
      return reply;
    } finally {
      ended.abort();
      await Promise.allSettled([answered, end]);
    }
  }
}
