import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '#libs/config';
import { Database } from '#libs/database';
import type { Logger, Tracer } from '#libs/http';
import { Metrics } from '#libs/metrics';
import { QueueClient } from '#libs/queue';

export const LOGGER = Symbol('logger');
export const RESOURCES = Symbol('resources');

/** What the whole process shares. */
export interface WorkerResources {
  readonly config: Config;
  readonly database: Database;
  readonly queue: QueueClient;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly tracer?: Tracer;
}

class ResourceCloser implements OnApplicationShutdown {
  constructor(private readonly resources: WorkerResources) {}

  /** Last of all, when those who use them have stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.resources.queue.close();
    await this.resources.database.close();
  }
}

@Global()
@Module({})
export class ResourcesModule {
  static with(resources: WorkerResources): DynamicModule {
    const provided = [
      { provide: Config, useValue: resources.config },
      { provide: Database, useValue: resources.database },
      { provide: QueueClient, useValue: resources.queue },
      { provide: Metrics, useValue: resources.metrics },
      { provide: LOGGER, useValue: resources.logger },
      { provide: RESOURCES, useValue: resources },
    ];
    return {
      module: ResourcesModule,
      providers: [...provided, { provide: ResourceCloser, useFactory: () => new ResourceCloser(resources) }],
      exports: provided.map(({ provide }) => provide),
    };
  }
}
