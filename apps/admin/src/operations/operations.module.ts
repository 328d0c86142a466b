import { Module, type DynamicModule } from '@nestjs/common';
import { systemClock } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { Announcer, contactBook, Maintenance, StatusBoard, type ContactSecrets } from '#libs/operations';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import type { AdminServices } from '../admin-services.js';
import { MaintenanceDesk } from './maintenance/maintenance-desk.js';
import { MaintenanceController } from './maintenance/maintenance.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { PUBLIC_ADDRESS, PublicStatusController } from './public-status/public-status.controller.js';
import { ServiceLevelDesk } from './service-level/service-level-desk.js';
import { ServiceLevelController } from './service-level/service-level.controller.js';

/** Operating the service, and what the public may know of it. */
@Module({})
export class OperationsModule {
  static with(services: AdminServices): DynamicModule {
    const { config, database } = services;
    const { leadDays, capacityPerMinute } = config.operations;
    return {
      module: OperationsModule,
      controllers: [
        OverviewController,
        MaintenanceController,
        ServiceLevelController,
        PublicStatusController,
      ],
      providers: [
        { provide: StatusBoard, useValue: new StatusBoard(database, systemClock) },
        { provide: PUBLIC_ADDRESS, useValue: config.baseUrl.admin.replace(/\/+$/, '') },
        { provide: Maintenance, useValue: maintenanceOf(services) },
        { provide: MaintenanceDesk, useValue: new MaintenanceDesk(database, systemClock, leadDays) },
        {
          provide: ServiceLevelDesk,
          useValue: new ServiceLevelDesk(database, systemClock, capacityPerMinute),
        },
      ],
    };
  }
}

function maintenanceOf({ config, database, audit }: AdminServices): Maintenance {
  const master = masterKeyFromFile(config.masterKeyFile);
  const secrets: ContactSecrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
  return new Maintenance({
    database,
    audit,
    clock: systemClock,
    announcer: new Announcer({ outbox: new Outbox(secrets), contacts: contactBook(secrets) }),
    rules: config.operations,
  });
}
