import { Module } from '@nestjs/common';
import { OutboxStore } from '#libs/messaging';
import { Metrics } from '#libs/metrics';
import { QueueClient } from '#libs/queue';
import { prepareAuditPartitions } from '../audit-partitions/audit-partitions.job.js';
import { CodeDispatch } from '../code-dispatch/code-dispatch.js';
import { CodeDispatchModule } from '../code-dispatch/code-dispatch.module.js';
import { Expiry } from '../expiry/expiry.js';
import { ExpiryModule } from '../expiry/expiry.module.js';
import { jobs } from '../jobs.js';
import { MessageDispatch } from '../message-dispatch/message-dispatch.js';
import { MessageDispatchModule } from '../message-dispatch/message-dispatch.module.js';
import { RESOURCES, type WorkerResources } from '../worker-resources.js';
import { JobRunner } from './job-runner.js';
import { QueueStatusController } from './queue-status.controller.js';
import { QueueStatus } from './queue-status.js';

@Module({
  imports: [MessageDispatchModule, CodeDispatchModule, ExpiryModule],
  controllers: [QueueStatusController],
  providers: [
    {
      provide: JobRunner,
      inject: [RESOURCES, MessageDispatch, CodeDispatch, Expiry],
      useFactory: (
        resources: WorkerResources,
        messages: MessageDispatch,
        codes: CodeDispatch,
        expiry: Expiry,
      ) =>
        new JobRunner({
          ...resources,
          jobs,
          handlers: [
            messages.handler,
            ...codes.handlers,
            expiry.handler,
            prepareAuditPartitions(resources.database),
          ],
        }),
    },
    {
      provide: QueueStatus,
      inject: [QueueClient, OutboxStore, Metrics],
      useFactory: (client: QueueClient, outbox: OutboxStore, metrics: Metrics) => {
        const status = new QueueStatus(client, outbox, [...new Set(jobs.map(({ queue }) => queue))]);
        status.measureWith(metrics);
        return status;
      },
    },
  ],
})
export class QueuesModule {}
