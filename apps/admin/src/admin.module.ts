import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { AuditWriter } from '#libs/audit';
import {
  ServiceProvider,
  ServiceProviderController,
  SignInDesk,
  StaySignedInController,
} from '#libs/service-provider';
import { StaffStore } from '#libs/staff';
import { AccountController } from './account/account.controller.js';
import { closeAdminServices, type AdminServices } from './admin-services.js';
import { GalleryController } from './gallery/gallery.controller.js';
import { HomeController } from './home/home.controller.js';
import { OperationsModule } from './operations/operations.module.js';
import { AppStates } from './operations/status/app-states.js';
import { StatusController } from './operations/status/status.controller.js';
import { StaffDesk } from './staff/staff-desk.js';

const SERVICES = Symbol('AdminServices');

/** The administration for the given services. */
@Module({})
export class AdminModule implements OnApplicationShutdown {
  constructor(@Inject(SERVICES) private readonly services: AdminServices) {}

  static with(services: AdminServices): DynamicModule {
    return {
      module: AdminModule,
      imports: [OperationsModule.with(services)],
      controllers: [
        HomeController,
        ServiceProviderController,
        StaySignedInController,
        AccountController,
        StatusController,
        ...(services.config.environment === 'production' ? [] : [GalleryController]),
      ],
      providers: [
        { provide: SERVICES, useValue: services },
        { provide: SignInDesk, useValue: services.desk },
        { provide: ServiceProvider, useValue: services.provider },
        { provide: StaffDesk, useValue: services.staffDesk },
        { provide: StaffStore, useValue: services.staff },
        { provide: AuditWriter, useValue: services.audit },
        { provide: AppStates, useValue: services.states },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await closeAdminServices(this.services);
  }
}
