import { Socket } from 'node:net';
import pg from 'pg';

/** In milliseconds without an answer after which a connection is held up, and others take another one. */
const HELD_UP_AFTER = 50;
const CONNECTIONS = 3;
const CONNECT_PATIENCE = 5_000;

export interface SharedConnectionsOptions {
  readonly url: string;
  readonly applicationName: string;
  readonly startOptions: string;
  /** Longest wait for an answer, in milliseconds; then the connection is given up with all that waits on it. */
  readonly patience: number;
  /** Makes PostgreSQL refuse whatever writes. */
  readonly readOnly: boolean;
}

/** A short statement, by its name. */
interface Question {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Connections over which many requests ask at once. What is asked in one turn of the event loop leaves in one system
 * call, and the server answers one after the other without being woken for each (PostgreSQL, pipeline mode), which
 * takes a third off the cost of a short statement. Whoever holds up the first connection holds up nobody who comes
 * later. For statements only that wait for no disk, and hardly ever for a lock: everybody behind them waits too.
 */
export class SharedConnections {
  private readonly connections: readonly SharedConnection[];

  constructor(options: SharedConnectionsOptions) {
    this.connections = Array.from({ length: CONNECTIONS }, () => new SharedConnection(options));
  }

  ask<R>(name: string, text: string, params: readonly unknown[]): Promise<R[]> {
    return this.connection().ask<R>({ name, text, values: [...params] });
  }

  async close(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.close()));
  }

  private connection(): SharedConnection {
    const [first, ...others] = this.connections as [SharedConnection, ...SharedConnection[]];
    const flowing = this.connections.find(({ isHeldUp }) => !isHeldUp);
    return flowing ?? others.reduce((best, one) => (one.waiting < best.waiting ? one : best), first);
  }
}

interface Opened {
  readonly client: pg.Client;
  readonly socket: Socket;
}

/** Opened at its first use, and anew after it broke. */
class SharedConnection {
  waiting = 0;
  private answeredAt = 0;
  private opened: Promise<Opened> | undefined;
  private isClosed = false;
  private gathering = false;

  constructor(private readonly options: SharedConnectionsOptions) {}

  get isHeldUp(): boolean {
    return this.waiting > 0 && performance.now() - this.answeredAt > HELD_UP_AFTER;
  }

  async ask<R>(question: Question): Promise<R[]> {
    if (this.waiting === 0) this.answeredAt = performance.now();
    this.waiting += 1;
    try {
      const { client, socket } = await this.open();
      this.gather(socket);
      return (await client.query(question)).rows as R[];
    } finally {
      this.waiting -= 1;
      this.answeredAt = performance.now();
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const opened = await this.opened?.catch(() => undefined);
    await opened?.client.end();
  }

  /** Lets what others ask in this turn of the event loop leave together. */
  private gather(socket: Socket): void {
    if (this.gathering) return;
    this.gathering = true;
    socket.cork();
    setImmediate(() => {
      this.gathering = false;
      socket.uncork();
    });
  }

  private open(): Promise<Opened> {
    if (this.isClosed) return Promise.reject(new Error('the database is closed'));
    if (this.opened !== undefined) return this.opened;
    const opening = this.connect(() => {
      // Another one may have been opened since.
      if (this.opened === opening) this.opened = undefined;
    });
    this.opened = opening;
    return opening;
  }

  private async connect(forget: () => void): Promise<Opened> {
    const { url, applicationName, startOptions, patience, readOnly } = this.options;
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: url,
      application_name: applicationName,
      options: readOnly ? `${startOptions} -c default_transaction_read_only=on` : startOptions,
      connectionTimeoutMillis: CONNECT_PATIENCE,
      query_timeout: patience,
      pipeline: true,
      stream: () => socket,
    });
    // Whoever waits on it is told by the failure of what they asked.
    const giveUp = () => {
      forget();
      socket.destroy();
    };
    client.on('error', giveUp);
    client.on('end', giveUp);
    try {
      await client.connect();
      return { client, socket };
    } catch (error) {
      giveUp();
      throw error;
    }
  }
}
