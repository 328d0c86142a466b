import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { AuditWriter } from '#libs/audit';
import {
  Activations,
  CertificateStore,
  Disowning,
  DisownStore,
  KeyLife,
  KeySetup,
  managedKinds,
} from '#libs/digital-keys';
import { defaultLoaPolicy } from '#libs/loa';
import { ReleaseStore, WhatsNewController } from '#libs/operations';
import { AgreementsStore } from '#libs/people';
import {
  ServiceProvider,
  ServiceProviderController,
  SignInDesk,
  StaySignedInController,
} from '#libs/service-provider';
import { ActivationController } from './activation/activation.controller.js';
import { ActivationService } from './activation/activation.service.js';
import { ActivationStepsController } from './activation/activation-steps.controller.js';
import { AgreementController } from './agreement/agreement.controller.js';
import { ConfirmAddressController } from './contact-data/confirm-address.controller.js';
import { ContactDataController } from './contact-data/contact-data.controller.js';
import { ContactDataService } from './contact-data/contact-data.service.js';
import { GalleryController } from './gallery/gallery.controller.js';
import { ConsultationsStore } from './history/consultations.store.js';
import { HistoryController } from './history/history.controller.js';
import { HistoryService } from './history/history.service.js';
import { HomeController } from './home/home.controller.js';
import { KeyDesk } from './keys/key-desk.js';
import { KeysController } from './keys/keys.controller.js';
import { SetupController } from './keys/setup.controller.js';
import { HeldDataStore } from './my-data/held-data.store.js';
import { MyDataController } from './my-data/my-data.controller.js';
import { MyDataService } from './my-data/my-data.service.js';
import { OwnDataStore } from './my-data/own-data.store.js';
import { ReportController } from './not-me/report.controller.js';
import { ReportService } from './not-me/report.service.js';
import { NotMeController, ReportedController } from './not-me/not-me.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewService } from './overview/overview.service.js';
import { RecoverController } from './recovery/recover.controller.js';
import { RecoveryController } from './recovery/recovery.controller.js';
import { RecoveryProofs } from './recovery/recovery-proofs.js';
import { RecoveryRequests } from './recovery/recovery-requests.js';
import { RecoveryService } from './recovery/recovery.service.js';
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
        StaySignedInController,
        OverviewController,
        HistoryController,
        SessionsController,
        SignOutController,
        SetupController,
        KeysController,
        ContactDataController,
        ConfirmAddressController,
        ActivationController,
        ActivationStepsController,
        RecoveryController,
        RecoverController,
        MyDataController,
        AgreementController,
        ReportController,
        NotMeController,
        ReportedController,
        WhatsNewController,
        ...(services.config.environment === 'production' ? [] : [GalleryController]),
      ],
      providers: providers(services),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await closeSmaServices(this.services);
  }
}

function providers(services: SmaServices): Provider[] {
  const { history, applications, config, keyServices } = services;
  return [
    { provide: SERVICES, useValue: services },
    { provide: ReleaseStore, useValue: new ReleaseStore(services.database) },
    { provide: SignInDesk, useValue: services.desk },
    { provide: ServiceProvider, useValue: services.provider },
    { provide: AuditWriter, useValue: services.audit },
    { provide: AgreementsStore, useValue: services.agreements },
    { provide: KeyLife, useValue: keyServices.life },
    { provide: KeySetup, useValue: keyServices.setup },
    { provide: ContactDataService, useValue: services.contactServices.contactData },
    { provide: Activations, useValue: keyServices.activations },
    {
      provide: ActivationService,
      useFactory: () => new ActivationService({ ...services, ...services.contactServices, ...keyServices }),
    },
    {
      provide: MyDataService,
      inject: [HistoryService],
      useFactory: (told: HistoryService) =>
        new MyDataService({
          ...services,
          ...services.contactServices,
          ...keyServices,
          ownData: new OwnDataStore(services.database),
          held: new HeldDataStore(services.database, services.cipher),
          told,
        }),
    },
    { provide: RecoveryRequests, useValue: services.recoveryServices.requests },
    { provide: RecoveryService, useValue: services.recoveryServices.recovery },
    { provide: RecoveryProofs, useValue: services.recoveryServices.proofs },
    { provide: DisownStore, useValue: keyServices.disown },
    { provide: Disowning, useValue: keyServices.disowning },
    { provide: CertificateStore, useValue: keyServices.certificates },
    {
      provide: KeyDesk,
      useFactory: () => new KeyDesk({ ...services, life: keyServices.life, policy: defaultLoaPolicy }),
    },
    {
      provide: OverviewService,
      useFactory: () => new OverviewService({ ...services, certificates: keyServices.certificates }),
    },
    {
      provide: HistoryService,
      useFactory: () =>
        new HistoryService({
          audit: history,
          applications,
          keys: services.keys,
          consulted: new ConsultationsStore(services.database),
          countryOf: services.countryOf,
        }),
    },
    {
      provide: ReportService,
      inject: [HistoryService],
      useFactory: (told: HistoryService) =>
        new ReportService({
          ...keyServices,
          audit: history,
          history: told,
          policy: defaultLoaPolicy,
          managed: managedKinds(defaultLoaPolicy),
        }),
    },
    { provide: SessionsService, useFactory: () => new SessionsService(services) },
    {
      provide: SMA_LINKS,
      useValue: { signOutOfFas: `${config.baseUrl.fas}/fas/sign-out` },
    },
  ];
}
