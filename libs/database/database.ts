import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** What a store may do, inside and outside a transaction. */
export interface Queryable {
  query<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** Named prepared statement: parsed once per connection; for statements on the road of a login. */
  prepared<R>(name: string, sql: string, params?: readonly unknown[]): Promise<R[]>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** PostgreSQL role that the connections take on; it bounds what this process may touch. */
  readonly role?: string;
  readonly maxConnections?: number;
  readonly applicationName?: string;
  /**
   * false: statements outside a transaction commit without waiting for the disk, for protocol state that a crash
   * of the database server may lose.
   */
  readonly durable?: boolean;
  /** Longest a statement may run, in milliseconds. */
  readonly statementTimeout?: number;
  readonly entities?: readonly EntityClass[];
}

type EntityClass = abstract new (...args: never[]) => unknown;

export interface TransactionOptions {
  /** false: commits without waiting for the disk (protocol state that a crash may lose). */
  readonly durable?: boolean;
}

/** The one way to PostgreSQL: one pool, used by TypeORM for entities and directly for hot statements. */
export class Database implements Queryable {
  private constructor(
    readonly dataSource: DataSource,
    private readonly pool: pg.Pool,
    private readonly url: string,
    private readonly startOptions: string,
  ) {}

  /** Connects; throws what pg throws when the server cannot be reached or refuses. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const startOptions = startParameters(options);
    const dataSource = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: [...(options.entities ?? [])] as never,
      synchronize: false,
      installExtensions: false,
      applicationName: options.applicationName ?? 'csam',
      extra: {
        max: options.maxConnections ?? 10,
        options: startOptions,
        connectionTimeoutMillis: 5_000,
        idleTimeoutMillis: 60_000,
      },
    });
    await dataSource.initialize();
    const pool = (dataSource.driver as PostgresDriver).master as pg.Pool;
    return new Database(dataSource, pool, options.url, startOptions);
  }

  repository<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.dataSource.getRepository(entity);
  }

  async query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return (await this.pool.query(sql, [...params])).rows as R[];
  }

  async prepared<R>(name: string, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return (await this.pool.query({ name, text: sql, values: [...params] })).rows as R[];
  }

  /** Runs the work in one transaction: commits when it returns, rolls back when it throws. */
  async transaction<T>(
    work: (tx: Queryable) => Promise<T>,
    { durable = true }: TransactionOptions = {},
  ): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query(durable ? 'begin' : 'begin; set local synchronous_commit to off');
      const result = await work(queryableOf(client));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /**
   * Hears NOTIFY on a channel over its own connection, and reconnects when that is lost.
   * After a reconnect the handler is called with an empty payload, since messages may have been missed.
   */
  async listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>> {
    const listener = new Listener(this.url, this.startOptions, channel, handler);
    await listener.start();
    return () => listener.stop();
  }

  /** Counts of the pool, for metrics and readiness. */
  poolState(): { total: number; idle: number; waiting: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

function startParameters(options: DatabaseOptions): string {
  const parameters = [
    '-c timezone=UTC',
    `-c statement_timeout=${options.statementTimeout ?? 15_000}`,
    '-c idle_in_transaction_session_timeout=30000',
  ];
  if (options.durable === false) parameters.push('-c synchronous_commit=off');
  if (options.role !== undefined) parameters.push(`-c role=${options.role}`);
  return parameters.join(' ');
}

function queryableOf(client: pg.PoolClient): Queryable {
  return {
    query: async <R>(sql: string, params: readonly unknown[] = []) =>
      (await client.query(sql, [...params])).rows as R[],
    prepared: async <R>(name: string, sql: string, params: readonly unknown[] = []) =>
      (await client.query({ name, text: sql, values: [...params] })).rows as R[],
  };
}

const RECONNECT_AFTER = 1_000;

class Listener {
  private client: pg.Client | undefined;
  private stopped = false;
  private waiting: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly startOptions: string,
    private readonly channel: string,
    private readonly handler: (payload: string) => void,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, options: this.startOptions });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnectLater());
    client.on('notification', (message) => this.handler(message.payload ?? ''));
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(this.channel)}`);
    this.client = client;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.waiting);
    await this.client?.end();
  }

  /** A failed connection tells so twice, by its end and by its promise: one attempt follows. */
  private reconnectLater(): void {
    if (this.stopped || this.waiting !== undefined) return;
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      if (this.stopped) return;
      this.start().then(
        () => this.handler(''),
        () => this.reconnectLater(),
      );
    }, RECONNECT_AFTER).unref();
  }
}
