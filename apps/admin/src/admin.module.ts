import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { HomeController } from './home/home.controller.js';
import { closeAdminServices, type AdminServices } from './admin-services.js';

const SERVICES = Symbol('AdminServices');

/** The administration for the given services. */
@Module({})
export class AdminModule implements OnApplicationShutdown {
  constructor(@Inject(SERVICES) private readonly services: AdminServices) {}

  static with(services: AdminServices): DynamicModule {
    return {
      module: AdminModule,
      controllers: [HomeController],
      providers: [{ provide: SERVICES, useValue: services }],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await closeAdminServices(this.services);
  }
}
