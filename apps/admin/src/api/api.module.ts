import { Module, type DynamicModule } from '@nestjs/common';
import { ServiceContacts } from '#libs/agencies';
import { days, systemClock } from '#libs/kernel';
import { AgenciesService } from '../agencies/agencies.service.js';
import type { AdminServices } from '../admin-services.js';
import { ClientSecrets } from '../applications/client-secrets.js';
import { MetadataReading } from '../applications/metadata/metadata-reading.js';
import { ServiceEditing } from '../applications/service-editing.js';
import { ServiceStops } from '../applications/service-stops.js';
import { ServicesService } from '../applications/services.service.js';
import { Approvals } from '../approvals/approvals.service.js';
import { ReportDesk } from '../reports/report-desk.js';
import { TrailDesk } from '../reports/trail/trail-desk.js';
import { auditKeysAddress } from '../reports/reports.module.js';
import { ApiDesk } from './access/api-desk.js';
import { ApiAgencyController } from './agency.controller.js';
import { ApiAgencyRecordsController } from './figures/agency-records.controller.js';
import { ApiFiguresController } from './figures/figures.controller.js';
import { ApiRecordsController } from './figures/records.controller.js';
import { ApiSecretController } from './services/secret.controller.js';
import { ApiEnvironmentsController } from './services/environments.controller.js';
import { ApiRequestsController } from './services/requests.controller.js';
import { ServiceChanges } from './services/service-changes.js';
import { ApiServicesController } from './services/services.controller.js';
import { ApiServiceStepsController } from './services/service-steps.controller.js';

/** What programs of agencies do: the services of the pages, spoken to in JSON. */
@Module({})
export class ApiModule {
  static with(services: AdminServices): DynamicModule {
    const { database, approvals, config, contacts, apiDesk, cipher, notices } = services;
    const plainAddresses = config.environment !== 'production';
    const { longestValidityDays, timeoutMilliseconds: timeout } = config.samlMetadata;
    const longestValidity = days(longestValidityDays);
    const reading = new MetadataReading({ allowLoopback: plainAddresses, timeout });
    const editing = { database, approvals, plainAddresses, longestValidity, reading };
    const online = new ServicesService({ database, approvals, contacts });
    const stops = new ServiceStops({ database, approvals, notices });
    return {
      module: ApiModule,
      controllers: [
        ApiAgencyController,
        ApiServicesController,
        ApiEnvironmentsController,
        ApiSecretController,
        ApiServiceStepsController,
        ApiRequestsController,
        ApiAgencyRecordsController,
        ApiFiguresController,
        ApiRecordsController,
      ],
      providers: [
        { provide: ApiDesk, useValue: apiDesk },
        { provide: Approvals, useValue: approvals },
        { provide: ServiceContacts, useValue: contacts },
        { provide: ServicesService, useValue: online },
        { provide: ServiceChanges, useValue: new ServiceChanges(online, stops, apiDesk) },
        { provide: ServiceEditing, useValue: new ServiceEditing(editing) },
        { provide: ClientSecrets, useValue: new ClientSecrets(database) },
        { provide: AgenciesService, useValue: new AgenciesService({ database, approvals, cipher }) },
        { provide: ReportDesk, useValue: new ReportDesk(database, systemClock) },
        {
          provide: TrailDesk,
          useValue: new TrailDesk(database, services.recordKeys, systemClock, auditKeysAddress(config)),
        },
      ],
    };
  }
}
