import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { AuditWriter, RecordKeys } from '#libs/audit';
import { Config } from '#libs/config';
import { Database } from '#libs/database';
import type { Logger, Tracer } from '#libs/http';
import { Metrics } from '#libs/metrics';
import { QueueClient } from '#libs/queue';
import { masterKeyFromFile } from '#libs/security';

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

/** Writes to the audit record, for work in which nobody waits. */
export function auditOf({ config, database }: Pick<WorkerResources, 'config' | 'database'>): AuditWriter {
  return new AuditWriter({
    database,
    keys: RecordKeys.under(masterKeyFromFile(config.masterKeyFile), database),
  });
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
