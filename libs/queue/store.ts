import { createRequire } from 'node:module';
import {
  createPostgresBackend,
  createRedisBackend,
  PostgresConnection,
  withBackend,
  type Job,
  type Queue,
  type Worker,
  type WorkerOptions,
} from 'bullmq';
import type { JobPayload } from './job.js';

export interface QueueStoreOptions {
  /** postgres://…, redis://… or rediss://…, with user, password and number of the database where there are any */
  readonly url: string;
  /** PostgreSQL only: the schema that holds the queues. */
  readonly schema?: string;
  /** PostgreSQL only: connections of each queue; every queue that is worked on has one more, for LISTEN. */
  readonly maxConnections?: number;
}

export type StoredJob = Pick<
  Job<JobPayload, void>,
  'id' | 'name' | 'data' | 'attemptsMade' | 'attemptsStarted' | 'opts' | 'moveToDelayed'
>;
export type Processor = (job: StoredJob, token?: string) => Promise<void>;

export type QueueHandle = Pick<
  Queue<JobPayload, void>,
  | 'add'
  | 'addBulk'
  | 'upsertJobScheduler'
  | 'getJobCounts'
  | 'getFailed'
  | 'getJob'
  | 'close'
  | 'waitUntilReady'
> & { onError(handler: (error: Error) => void): void };

export type WorkerHandle = Pick<Worker<JobPayload, void>, 'pause' | 'close' | 'waitUntilReady'> & {
  onError(handler: (error: Error) => void): void;
};

export type WorkerSettings = Omit<WorkerOptions<never>, 'connection'>;

/** Opens queues and workers on the store that the address names. */
export interface QueueStore {
  queue(name: string): QueueHandle;
  worker(name: string, processor: Processor, settings: WorkerSettings): WorkerHandle;
}

const POSTGRES = /^postgres(ql)?:\/\//;
const REDIS = /^rediss?:\/\//;

/** @throws Error with a sentence that says what to do when the address is of another kind or a driver is missing */
export function openQueueStore(options: QueueStoreOptions): QueueStore {
  if (POSTGRES.test(options.url)) return postgresStore(options);
  if (REDIS.test(options.url)) return redisStore(options);
  throw new Error('The queue address must start with postgres:// or redis://; set QUEUE_URL');
}

/** Makes the tables of the queues, or brings them to the newest version. Redis needs none. */
export async function prepareQueueStore(url: string, schema?: string): Promise<void> {
  if (!POSTGRES.test(url)) return;
  const connection = new PostgresConnection({
    ...postgresConnection({ url, schema, maxConnections: 1 }),
    migrate: true,
  });
  try {
    await connection.waitUntilReady();
  } finally {
    await connection.close();
  }
}

function postgresConnection({ url, schema = 'bullmq', maxConnections = 2 }: QueueStoreOptions) {
  return {
    connectionString: url,
    schema,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    // A worker looks for stalled jobs every ten seconds, at which idle connections close by default: each look would connect anew.
    idleTimeoutMillis: 60_000,
    options: '-c statement_timeout=15000',
  };
}

function postgresStore(options: QueueStoreOptions): QueueStore {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = postgresConnection(options);
  return {
    queue: (name) =>
      heard(new Queue<JobPayload, void>(name, { connection }) as unknown as Queue<JobPayload, void>),
    worker: (name, processor, settings) =>
      heard(
        new Worker<JobPayload, void>(name, processor, { ...settings, connection }) as unknown as Worker<
          JobPayload,
          void
        >,
      ),
  };
}

function redisStore({ url }: QueueStoreOptions): QueueStore {
  assertRedisDriver();
  const { Queue, Worker } = withBackend(createRedisBackend);
  return {
    queue: (name) => {
      const { connection, closing } = redisConnection(url);
      return closing(heard(new Queue<JobPayload, void>(name, { connection, prefix: 'csam' })));
    },
    worker: (name, processor, settings) => {
      const { connection, closing } = redisConnection(url);
      const options = { ...settings, connection, prefix: 'csam' };
      return closing(heard(new Worker<JobPayload, void>(name, processor, options)));
    },
  };
}

/**
 * What is being closed connects no more: BullMQ leaves the connection on which a worker waits to itself when it is
 * closed by force, and it would come back for ever, with nobody who hears its errors.
 */
function redisConnection(url: string) {
  let closed = false;
  const retryStrategy = (times: number) => (closed ? null : Math.min(times * 200, 5_000));
  return {
    connection: {
      url,
      maxRetriesPerRequest: null,
      retryStrategy,
      // A server that became the copy of another takes no writes: the address leads to the new one, for who connects anew.
      reconnectOnError: ({ message }: Error) => message.startsWith('READONLY'),
    },
    closing<H extends { close(force?: boolean): Promise<void> }>(handle: H): H {
      const close = handle.close.bind(handle);
      return Object.assign(handle, {
        close: (force?: boolean) => {
          closed = true;
          return close(force);
        },
      });
    },
  };
}

function assertRedisDriver(): void {
  try {
    createRequire(import.meta.url).resolve('ioredis');
  } catch (cause) {
    throw new Error('A redis:// queue needs the package "ioredis" (version 5): npm install ioredis@5', {
      cause,
    });
  }
}

/** A queue without an error listener would end the process when its connection drops. */
function heard<H extends { on(event: 'error', listener: (error: Error) => void): unknown }>(
  handle: H,
): H & { onError(handler: (error: Error) => void): void } {
  return Object.assign(handle, {
    onError: (handler: (error: Error) => void) => {
      handle.on('error', handler);
    },
  });
}
