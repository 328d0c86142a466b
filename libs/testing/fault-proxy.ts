import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** pass: as if it were not there; hang: swallows everything and closes nothing; refuse: nobody listens there. */
export type ProxyMode = 'pass' | 'hang' | 'refuse';

/**
 * Stands between us and a server that we depend on, and plays what a network can do to both: cut, swallow, refuse, lead
 * to another machine.
 */
export class FaultProxy {
  private readonly server: Server;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private mode: ProxyMode = 'pass';
  private port = 0;

  private constructor(private target: URL) {
    this.server = createServer((incoming) => this.join(incoming));
  }

  static async before(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(new URL(target));
    await proxy.listen();
    return proxy;
  }

  /** The address of the server, through here. */
  get url(): string {
    const through = new URL(this.target);
    through.hostname = '127.0.0.1';
    through.port = String(this.port);
    return through.href;
  }

  /** Connections that are open now. */
  get open(): number {
    return this.pairs.size;
  }

  /** From now on; `pass` lets go on what hung. */
  async set(mode: ProxyMode): Promise<void> {
    const before = this.mode;
    this.mode = mode;
    if (mode === 'refuse' && before !== 'refuse') {
      this.cut();
      await new Promise((resolve) => this.server.close(resolve));
    }
    if (before === 'refuse' && mode !== 'refuse') await this.listen();
    for (const pair of this.pairs) for (const socket of pair) this.apply(socket);
  }

  /** Breaks every connection, as a server that is killed does. */
  cut(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.resetAndDestroy();
    this.pairs.clear();
  }

  /** Leads to another server of the same kind; connections to the one before are broken. */
  leadTo(target: string): void {
    this.target = Object.assign(new URL(this.target), { host: new URL(target).host });
    this.cut();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  private join(incoming: Socket): void {
    const onward = connect(Number(this.target.port), this.target.hostname);
    const pair = [incoming, onward] as const;
    this.pairs.add(pair);
    for (const [one, other] of [pair, [onward, incoming] as const]) {
      one.setNoDelay(true);
      one.on('data', (part) => void other.write(part));
      one.on('end', () => other.end());
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        this.pairs.delete(pair);
      });
      this.apply(one);
    }
  }

  private apply(socket: Socket): void {
    if (this.mode === 'hang') socket.pause();
    else socket.resume();
  }
}
