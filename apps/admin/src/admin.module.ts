import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ServiceProvider, ServiceProviderController, SignInDesk } from '#libs/service-provider';
import { AccountController } from './account/account.controller.js';
import { closeAdminServices, type AdminServices } from './admin-services.js';
import { HomeController } from './home/home.controller.js';
import { AppStates } from './operations/status/app-states.js';
import { StatusController } from './operations/status/status.controller.js';

const SERVICES = Symbol('AdminServices');

/** The administration for the given services. */
@Module({})
export class AdminModule implements OnApplicationShutdown {
  constructor(@Inject(SERVICES) private readonly services: AdminServices) {}

  static with(services: AdminServices): DynamicModule {
    return {
      module: AdminModule,
      controllers: [HomeController, ServiceProviderController, AccountController, StatusController],
      providers: [
        { provide: SERVICES, useValue: services },
        { provide: SignInDesk, useValue: services.desk },
        { provide: ServiceProvider, useValue: services.provider },
        { provide: AppStates, useValue: services.states },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await closeAdminServices(this.services);
  }
}
