import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { ServiceProvider, ServiceProviderController, SignInDesk } from '#libs/service-provider';
import { HistoryController } from './history/history.controller.js';
import { HistoryService } from './history/history.service.js';
import { HomeController } from './home/home.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewService } from './overview/overview.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignOutController } from './sign-out/sign-out.controller.js';
import { SMA_LINKS } from './frame/sma-links.js';
import { closeSmaServices, type SmaServices } from './sma-services.js';

const SERVICES = Symbol('SmaServices');

/** SMA for the given services. */
@Module({})
export class SmaModule implements OnApplicationShutdown {
  constructor(@Inject(SERVICES) private readonly services: SmaServices) {}

  static with(services: SmaServices): DynamicModule {
    return {
      module: SmaModule,
      controllers: [
        HomeController,
        ServiceProviderController,
        OverviewController,
        HistoryController,
        SessionsController,
        SignOutController,
      ],
      providers: providers(services),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await closeSmaServices(this.services);
  }
}

function providers(services: SmaServices): Provider[] {
  const { keys, people, history, applications, config } = services;
  return [
    { provide: SERVICES, useValue: services },
    { provide: SignInDesk, useValue: services.desk },
    { provide: ServiceProvider, useValue: services.provider },
    { provide: OverviewService, useFactory: () => new OverviewService(keys, people, history) },
    { provide: HistoryService, useFactory: () => new HistoryService(history, applications) },
    { provide: SessionsService, useFactory: () => new SessionsService(services) },
    {
      provide: SMA_LINKS,
      useValue: { signOutOfFas: `${config.baseUrl.fas}/fas/oauth2/connect/endSession` },
    },
  ];
}
