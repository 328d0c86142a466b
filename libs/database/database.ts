import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { STATEMENT_TIMEOUT, startParameters, type DatabaseOptions } from './database-options.js';
import { Listener } from './listener.js';
import { connected } from './lost-connection.js';
import type { Queryable } from './queryable.js';
import { SharedConnections, type SharedConnectionsOptions } from './shared-connections.js';
import { observed, Statements, type StatementObserver } from './statements.js';

const CONNECTION_PATIENCE = 5_000;

/** The server ends a statement by itself; one that is not heard of for so much longer never will be. */
const SILENCE = 2_000;

export interface TransactionOptions {
  /** false: commits without waiting for the disk (protocol state that a crash may lose). */
  readonly durable?: boolean;
}

/** How connections begin. */
interface Start extends Omit<SharedConnectionsOptions, 'readOnly'> {
  readonly isDurable: boolean;
}

/** The one way to PostgreSQL: one pool, used by TypeORM for entities and directly for hot statements. */
export class Database implements Queryable {
  private readonly watch: { observer: StatementObserver | undefined } = { observer: undefined };
  private readonly pooled: Statements;
  private readonly readers: SharedConnections;
  /** Only where no write waits for the disk. */
  private readonly writers: SharedConnections | undefined;

  private constructor(
    readonly dataSource: DataSource,
    private readonly pool: pg.Pool,
    private readonly start: Start,
  ) {
    this.pooled = new Statements(pool, this.watch);
    this.readers = new SharedConnections({ ...start, readOnly: true });
    this.writers = start.isDurable ? undefined : new SharedConnections({ ...start, readOnly: false });
  }

  /** Connects; throws what pg throws when the server cannot be reached or refuses. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const startOptions = startParameters(options);
    const applicationName = options.applicationName ?? 'csam';
    // A network that swallows everything tells nothing: without this a request would wait for the system's own limit.
    const patience = (options.statementTimeout ?? STATEMENT_TIMEOUT) + SILENCE;
    const dataSource = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: [...(options.entities ?? [])] as never,
      synchronize: false,
      installExtensions: false,
      applicationName,
      extra: {
        max: options.maxConnections ?? 10,
        options: startOptions,
        connectionTimeoutMillis: options.connectionPatience ?? CONNECTION_PATIENCE,
        idleTimeoutMillis: 60_000,
        query_timeout: patience,
      },
    });
    await dataSource.initialize();
    const pool = (dataSource.driver as PostgresDriver).master as pg.Pool;
    // A connection that is lost between two statements is nobody's failure yet; unheard, it would end the process.
    pool.on('acquire', (client) => client.on('error', unheard));
    pool.on('release', (_error, client) => client.off('error', unheard));
    return new Database(dataSource, pool, {
      url: options.url,
      applicationName,
      startOptions,
      patience,
      isDurable: options.durable ?? true,
    });
  }

  /** Lets somebody follow every statement from now on. */
  observe(observer: StatementObserver): void {
    this.watch.observer = observer;
  }

  repository<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.dataSource.getRepository(entity);
  }

  query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.pooled.query(sql, params);
  }

  prepared<R>(name: string, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.pooled.prepared(name, sql, params);
  }

  read<R>(name: string, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.shared(this.readers, name, sql, params);
  }

  write<R>(name: string, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.writers === undefined
      ? this.prepared(name, sql, params)
      : this.shared(this.writers, name, sql, params);
  }

  private shared<R>(
    connections: SharedConnections,
    ...[name, sql, params]: Parameters<SharedConnections['ask']>
  ): Promise<R[]> {
    return observed(this.watch.observer?.(name), () =>
      connected(() => connections.ask<R>(name, sql, params)),
    );
  }

  /** Runs the work in one transaction: commits when it returns, rolls back when it throws. */
  async transaction<T>(
    work: (tx: Queryable) => Promise<T>,
    { durable = true }: TransactionOptions = {},
  ): Promise<T> {
    const client = await connected(() => this.pool.connect());
    let broken: Error | undefined;
    try {
      const tx = new Statements(client, this.watch);
      await tx.query(durable === this.start.isDurable ? 'begin' : BEGIN_OTHERWISE[durable ? 'on' : 'off']);
      const result = await work(tx);
      await tx.query('commit');
      return result;
    } catch (error) {
      broken = await rollBack(client, error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /**
   * Hears NOTIFY on a channel over its own connection, and reconnects when that is lost.
   * After a reconnect the handler is called with an empty payload, since messages may have been missed.
   */
  async listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>> {
    const listener = new Listener({
      url: this.start.url,
      startOptions: this.start.startOptions,
      channel,
      handler,
    });
    await listener.start();
    return () => listener.stop();
  }

  /** Counts of the pool, for metrics and readiness. */
  poolState(): { total: number; idle: number; waiting: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  async close(): Promise<void> {
    await Promise.all([this.readers.close(), this.writers?.close()]);
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

const BEGIN_OTHERWISE = {
  on: 'begin; set local synchronous_commit to on',
  off: 'begin; set local synchronous_commit to off',
} as const;

/** The next statement on that connection tells. */
const unheard = (): void => undefined;

/** Leaves the connection as good as new, or says why it may not be used again. */
async function rollBack(client: pg.PoolClient, error: unknown): Promise<Error | undefined> {
  if (error instanceof Error && isSilence(error)) return error;
  return client.query('rollback').then(
    () => undefined,
    (problem: Error) => problem,
  );
}

/** pg names it by its message only. */
const isSilence = ({ message }: Error): boolean => message === 'Query read timeout';
