import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import type { Config } from '#libs/config';
import { Database, databaseChecks } from '#libs/database';
import { createApp, createLogger, openTracer, traceStatements, type App, type Logger } from '#libs/http';
import { seconds } from '#libs/kernel';
import { Metrics } from '#libs/metrics';
import { QueueClient } from '#libs/queue';
import { nameServices } from '#libs/texts';
import { QueuesModule } from './queues/queues.module.js';
import { ResourcesModule, type WorkerResources } from './worker-resources.js';

/** The worker, ready to listen; it takes up work when it does. */
export async function createWorker(
  config: Config,
  logger: Logger = createLogger('worker', config.logLevel),
): Promise<App> {
  nameServices(config.identityServices);
  const database = await Database.open({
    url: config.database.url,
    role: 'csam_worker',
    maxConnections: config.database.maxConnections,
    // Nobody waits for it, and jobs that are due together want connections together.
    connectionPatience: seconds(30),
    applicationName: 'csam-worker',
  });
  const queue = new QueueClient({
    url: config.queue.url,
    onError: (error) => logger.warn({ err: error }, 'the queue cannot be reached'),
  });
  const metrics = new Metrics('worker');
  const tracer = await openTracer(config.tracing, { service: 'worker', logger });
  traceStatements(tracer, database);
  return createApp({
    name: 'worker',
    module: workerModule({ config, database, queue, metrics, logger, tracer }),
    baseUrl: `http://localhost:${config.port.worker}`,
    interface: 'application',
    logger,
    metrics,
    tracer,
    publicMetrics: config.http.publicMetrics,
    trustedProxies: config.http.trustedProxies,
    checks: {
      ...databaseChecks(() => database),
      queue: () => queue.counts('messages'),
    },
  });
}

function workerModule(resources: WorkerResources): Type<unknown> {
  @Module({ imports: [ResourcesModule.with(resources), QueuesModule] })
  class WorkerModule {}
  return WorkerModule;
}
