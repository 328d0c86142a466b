import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { HomeController } from './home/home.controller.js';
import { closeSmaServices, type SmaServices } from './sma-services.js';

const SERVICES = Symbol('SmaServices');

/** SMA for the given services. */
@Module({})
export class SmaModule implements OnApplicationShutdown {
  constructor(@Inject(SERVICES) private readonly services: SmaServices) {}

  static with(services: SmaServices): DynamicModule {
    return {
      module: SmaModule,
      controllers: [HomeController],
      providers: [{ provide: SERVICES, useValue: services }],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await closeSmaServices(this.services);
  }
}
