import { Module, type DynamicModule } from '@nestjs/common';
import { AuditWriter } from '#libs/audit';
import { systemClock } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import {
  Announcer,
  componentsInUse,
  contactBook,
  Incidents,
  Maintenance,
  Releases,
  ReleaseStore,
  StatusBoard,
  WhatsNewController,
} from '#libs/operations';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import type { AdminServices } from '../admin-services.js';
import { IncidentDesk } from './incidents/incident-desk.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { IncidentFileController } from './incidents/incidents-file.controller.js';
import { MaintenanceFileController } from './maintenance/maintenance-file.controller.js';
import { ReleaseFileController } from './releases/releases-file.controller.js';
import { MaintenanceDesk } from './maintenance/maintenance-desk.js';
import { MaintenanceController } from './maintenance/maintenance.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { PUBLIC_ADDRESS, PublicStatusController } from './public-status/public-status.controller.js';
import { QueueDesk } from './queues/queue-desk.js';
import { QueueListsController } from './queues/queue-lists.controller.js';
import { QueuesController } from './queues/queues.controller.js';
import { ReleaseDesk } from './releases/release-desk.js';
import { ReleasesController } from './releases/releases.controller.js';
import { ServiceLevelDesk } from './service-level/service-level-desk.js';
import { ServiceLevelController } from './service-level/service-level.controller.js';

/** Operating the service, and what the public may know of it. */
@Module({})
export class OperationsModule {
  static with(services: AdminServices): DynamicModule {
    const { config, database, audit, queue } = services;
    const { leadDays, capacityPerMinute } = config.operations;
    const { maintenance, incidents, releases } = servicesOf(services);
    return {
      module: OperationsModule,
      controllers: [
        OverviewController,
        MaintenanceController,
        MaintenanceFileController,
        IncidentsController,
        IncidentFileController,
        ReleasesController,
        ReleaseFileController,
        QueueListsController,
        QueuesController,
        ServiceLevelController,
        PublicStatusController,
        WhatsNewController,
      ],
      providers: [
        { provide: AuditWriter, useValue: audit },
        {
          provide: StatusBoard,
          useValue: new StatusBoard(database, systemClock, (now) =>
            componentsInUse(config.identityServices, now),
          ),
        },
        { provide: PUBLIC_ADDRESS, useValue: config.baseUrl.admin.replace(/\/+$/, '') },
        { provide: Maintenance, useValue: maintenance },
        { provide: MaintenanceDesk, useValue: new MaintenanceDesk(database, systemClock, leadDays) },
        { provide: Incidents, useValue: incidents },
        { provide: IncidentDesk, useValue: new IncidentDesk(database, systemClock) },
        { provide: Releases, useValue: releases },
        { provide: ReleaseDesk, useValue: new ReleaseDesk(database) },
        { provide: ReleaseStore, useValue: new ReleaseStore(database) },
        { provide: QueueDesk, useValue: new QueueDesk(database, queue) },
        {
          provide: ServiceLevelDesk,
          useValue: new ServiceLevelDesk(database, systemClock, capacityPerMinute),
        },
      ],
    };
  }
}

function servicesOf({ config, database, audit }: AdminServices) {
  const master = masterKeyFromFile(config.masterKeyFile);
  const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
  const announcer = new Announcer({ outbox: new Outbox(secrets), contacts: contactBook(secrets) });
  const shared = { database, audit, announcer, clock: systemClock };
  const {
    probeFailures: failures,
    probeSuccesses: successes,
    vantagePoints,
    quietMinutes,
  } = config.operations;
  return {
    maintenance: new Maintenance({ ...shared, rules: config.operations }),
    incidents: new Incidents({ ...shared, rules: { failures, successes, vantagePoints, quietMinutes } }),
    releases: new Releases(shared),
  };
}
