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
import { LogoutDelivery } from '../logout-delivery/logout-delivery.js';
import { LogoutDeliveryModule } from '../logout-delivery/logout-delivery.module.js';
import { MessageDispatch } from '../message-dispatch/message-dispatch.js';
import { MessageDispatchModule } from '../message-dispatch/message-dispatch.module.js';
import { CertificateWatch } from '../metadata-refresh/certificate-watch.js';
import { MetadataRefresh } from '../metadata-refresh/metadata-refresh.js';
import { MetadataRefreshModule } from '../metadata-refresh/metadata-refresh.module.js';
import { RESOURCES, type WorkerResources } from '../worker-resources.js';
import { JobRunner } from './job-runner.js';
import { QueueStatusController } from './queue-status.controller.js';
import { QueueStatus } from './queue-status.js';

/** Who handles jobs, in the order in which they are injected. */
type Handling = [
  messages: MessageDispatch,
  codes: CodeDispatch,
  expiry: Expiry,
  logouts: LogoutDelivery,
  metadata: MetadataRefresh,
  certificates: CertificateWatch,
];

@Module({
  imports: [
    MessageDispatchModule,
    CodeDispatchModule,
    ExpiryModule,
    LogoutDeliveryModule,
    MetadataRefreshModule,
  ],
  controllers: [QueueStatusController],
  providers: [
    {
      provide: JobRunner,
      inject: [
        RESOURCES,
        MessageDispatch,
        CodeDispatch,
        Expiry,
        LogoutDelivery,
        MetadataRefresh,
        CertificateWatch,
      ],
      useFactory: (
        resources: WorkerResources,
        ...[messages, codes, expiry, logouts, metadata, certificates]: Handling
      ) =>
        new JobRunner({
          ...resources,
          jobs,
          handlers: [
            messages.handler,
            ...codes.handlers,
            expiry.handler,
            logouts.handler,
            metadata.handler,
            certificates.handler,
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
