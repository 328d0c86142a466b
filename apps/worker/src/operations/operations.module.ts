import { Module } from '@nestjs/common';
import { MailTransport } from '#libs/messaging';
import { AuditSealing } from '../audit-sealing/audit-sealing.js';
import { MessageDispatchModule } from '../message-dispatch/message-dispatch.module.js';
import { RESOURCES, type WorkerResources } from '../worker-resources.js';
import { OperationsWatch } from './operations-watch.js';

@Module({
  imports: [MessageDispatchModule],
  providers: [
    {
      provide: OperationsWatch,
      inject: [RESOURCES, MailTransport],
      useFactory: (resources: WorkerResources, transport: MailTransport) =>
        new OperationsWatch(resources, transport),
    },
    {
      provide: AuditSealing,
      inject: [RESOURCES],
      useFactory: (resources: WorkerResources) => new AuditSealing(resources),
    },
  ],
  exports: [OperationsWatch, AuditSealing],
})
export class OperationsModule {}
