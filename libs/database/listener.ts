import pg from 'pg';

const RECONNECT_AFTER = 1_000;

/** How often a silent connection is asked whether it still leads anywhere, and how long it may take to say so. */
const ASK_EVERY = 10_000;
const PATIENCE = 5_000;

export interface ListenerOptions {
  readonly url: string;
  readonly startOptions: string;
  readonly channel: string;
  readonly handler: (payload: string) => void;
}

/** One connection that hears NOTIFY. Lost or fallen silent, it is made anew and the handler told that it missed some. */
export class Listener {
  private client: pg.Client | undefined;
  private stopped = false;
  private waiting: NodeJS.Timeout | undefined;
  private asking: NodeJS.Timeout | undefined;

  constructor(private readonly options: ListenerOptions) {}

  async start(): Promise<void> {
    const { url, startOptions, channel, handler } = this.options;
    const client = new pg.Client({
      connectionString: url,
      options: startOptions,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnectLater());
    client.on('notification', (message) => handler(message.payload ?? ''));
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    this.client = client;
    clearInterval(this.asking);
    this.asking = setInterval(() => this.ask(client), ASK_EVERY).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.waiting);
    clearInterval(this.asking);
    await this.client?.end();
  }

  /** A network that swallows everything closes no connection: somebody has to notice. */
  private ask(client: pg.Client): void {
    client.query('select 1').catch(() => {
      // With a question unanswered, this cuts it off at once.
      void client.end();
      this.reconnectLater();
    });
  }

  /** A failed connection tells so twice, by its end and by its promise: one attempt follows. */
  private reconnectLater(): void {
    clearInterval(this.asking);
    if (this.stopped || this.waiting !== undefined) return;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      if (this.stopped) return;
      this.start().then(
        () => this.options.handler(''),
        () => this.reconnectLater(),
      );
    }, RECONNECT_AFTER).unref();
  }
}
