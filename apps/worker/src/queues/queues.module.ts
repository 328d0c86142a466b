import { Module } from '@nestjs/common';
import { OutboxStore } from '#libs/messaging';
import { prepareAuditPartitions } from '../audit-partitions/audit-partitions.job.js';
import { CodeDispatch } from '../code-dispatch/code-dispatch.js';
import { CodeDispatchModule } from '../code-dispatch/code-dispatch.module.js';
import { Expiry } from '../expiry/expiry.js';
import { ExpiryModule } from '../expiry/expiry.module.js';
import { jobsFrom } from '../jobs.js';
import { KeyExpiry } from '../key-expiry/key-expiry.js';
import { AgencyExpiryModule } from '../agency-expiry/agency-expiry.module.js';
import { AuthorisationWatch } from '../agency-expiry/authorisation-watch.js';
import { KeyExpiryModule } from '../key-expiry/key-expiry.module.js';
import { LogoutDelivery } from '../logout-delivery/logout-delivery.js';
import { LogoutDeliveryModule } from '../logout-delivery/logout-delivery.module.js';
import { MessageDispatch } from '../message-dispatch/message-dispatch.js';
import { MessageDispatchModule } from '../message-dispatch/message-dispatch.module.js';
import { CertificateWatch } from '../metadata-refresh/certificate-watch.js';
import { MetadataRefresh } from '../metadata-refresh/metadata-refresh.js';
import { ServiceMetadataRefresh } from '../metadata-refresh/service-metadata-refresh.js';
import { MetadataRefreshModule } from '../metadata-refresh/metadata-refresh.module.js';
import { AuditSealing } from '../audit-sealing/audit-sealing.js';
import { OperationsWatch } from '../operations/operations-watch.js';
import { OperationsModule } from '../operations/operations.module.js';
import { RESOURCES, type WorkerResources } from '../worker-resources.js';
import { usageCounting } from '../usage/usage.job.js';
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
  services: ServiceMetadataRefresh,
  certificates: CertificateWatch,
  sealing: AuditSealing,
  watch: OperationsWatch,
  keyExpiry: KeyExpiry,
  authorisations: AuthorisationWatch,
];

@Module({
  imports: [
    MessageDispatchModule,
    CodeDispatchModule,
    ExpiryModule,
    LogoutDeliveryModule,
    MetadataRefreshModule,
    OperationsModule,
    KeyExpiryModule,
    AgencyExpiryModule,
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
        ServiceMetadataRefresh,
        CertificateWatch,
        AuditSealing,
        OperationsWatch,
        KeyExpiry,
        AuthorisationWatch,
      ],
      useFactory: (
        resources: WorkerResources,
        ...[
          messages,
          codes,
          expiry,
          logouts,
          metadata,
          services,
          certificates,
          sealing,
          watch,
          keyExpiry,
          authorisations,
        ]: Handling
      ) =>
        new JobRunner({
          ...resources,
          jobs: jobsFrom(resources.config.operations.vantage),
          handlers: [
            messages.handler,
            ...codes.handlers,
            expiry.handler,
            logouts.handler,
            metadata.handler,
            services.handler,
            certificates.handler,
            ...sealing.handlers,
            ...watch.handlers,
            keyExpiry.handler,
            authorisations.handler,
            prepareAuditPartitions(resources.database),
            usageCounting(resources.database, resources.config),
          ],
        }),
    },
    {
      provide: QueueStatus,
      inject: [RESOURCES, OutboxStore],
      useFactory: ({ queue, metrics, config }: WorkerResources, outbox: OutboxStore) => {
        const queues = jobsFrom(config.operations.vantage).map((job) => job.queue);
        const status = new QueueStatus(queue, outbox, [...new Set(queues)]);
        status.measureWith(metrics);
        return status;
      },
    },
  ],
})
export class QueuesModule {}
