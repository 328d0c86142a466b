import { systemClock } from '#libs/kernel';
import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { closeFasServices } from './close-fas-services.js';
import type { FasServices } from './fas-services.js';
import { GalleryController } from './gallery/gallery.controller.js';
import { HomeController } from './home/home.controller.js';
import { INFORMATION_FACTS, informationFacts } from './information/information-facts.js';
import { InformationPagesController } from './information/information-pages.controller.js';
import { ChooseCompanyController } from './journey/choose-company/choose-company.controller.js';
import { CompanyChoice } from './journey/choose-company/company-choice.js';
import { InformationDesk } from './journey/confirm-release/information.desk.js';
import { JourneyController } from './journey/journey.controller.js';
import { JourneyDesk } from './journey/journey-desk.js';
import { JOURNEY_LINKS, journeyLinks } from './journey/journey-links.js';
import { JourneyService } from './journey/journey.service.js';
import { StayOpen } from './journey/stay-open/stay-open.js';
import { StayOpenController } from './journey/stay-open/stay-open.controller.js';
import { SignOutController } from './single-logout/sign-out.controller.js';
import { SignOutDesk } from './single-logout/sign-out.desk.js';
import { SignOutPages } from './single-logout/sign-out-pages.js';
import { GuessLimits } from './journey/prove-key/guess-limits.js';
import { KnownBrowsersStore } from './journey/known-browsers.store.js';
import { KeyOffice } from './journey/prove-key/key-office.js';
import { LinkProfileController } from './journey/link-profile/link-profile.controller.js';
import { LinkProfileService } from './journey/link-profile/link-profile.service.js';
import { ProveKeyController } from './journey/prove-key/prove-key.controller.js';
import { PartnersController } from './partners/partners.controller.js';
import { PARTNERS } from './partners/partners.js';
import { ProfileDesk } from './registration/profile.desk.js';
import { RegistrationController } from './registration/registration.controller.js';
import { REGISTRATION_DESK, RegistrationDesk } from './registration/registration.desk.js';

const SERVICES = Symbol('FasServices');

/** FAS for the given services. */
@Module({})
export class FasModule implements OnApplicationShutdown {
  constructor(@Inject(SERVICES) private readonly services: FasServices) {}

  static with(services: FasServices): DynamicModule {
    const gallery = services.config.environment === 'production' ? [] : [GalleryController];
    return {
      module: FasModule,
      controllers: [
        HomeController,
        InformationPagesController,
        JourneyController,
        StayOpenController,
        ChooseCompanyController,
        LinkProfileController,
        ProveKeyController,
        PartnersController,
        SignOutController,
        RegistrationController,
        ...gallery,
      ],
      providers: providers(services),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await closeFasServices(this.services);
  }
}

function providers(services: FasServices): Provider[] {
  const {
    journeyStore,
    sessions,
    parties,
    doors,
    audit,
    keys,
    evaluator,
    journeys,
    proofs,
    decisions,
    logout,
    linking,
    throttle,
  } = services;
  const pages = new SignOutPages(parties, logout.doors);
  return [
    { provide: SERVICES, useValue: services },
    { provide: JourneyService, useValue: journeys },
    {
      provide: StayOpen,
      useFactory: () => new StayOpen(journeyStore, services.config.signIn.journeyMinutes, systemClock),
    },
    { provide: CompanyChoice, useValue: services.companies },
    { provide: LinkProfileService, useValue: linking },
    {
      provide: JourneyDesk,
      useFactory: () => new JourneyDesk({ journeys: journeyStore, sessions, parties, doors, audit }),
    },
    { provide: InformationDesk, useFactory: () => new InformationDesk(decisions) },
    { provide: SignOutPages, useValue: pages },
    { provide: SignOutDesk, useFactory: () => new SignOutDesk({ ...logout, sessions, pages }) },
    {
      provide: KeyOffice,
      useFactory: () =>
        new KeyOffice({
          keys,
          evaluator,
          proofs,
          links: linking,
          limits: new GuessLimits(throttle),
          browsers: new KnownBrowsersStore(services.state),
        }),
    },
    ...registrationProviders(services),
    { provide: INFORMATION_FACTS, useValue: informationFacts(services.config) },
    { provide: PARTNERS, useValue: services.partners },
    { provide: JOURNEY_LINKS, useFactory: () => journeyLinks(services.config.baseUrl.sma) },
  ];
}

function registrationProviders(services: FasServices): Provider[] {
  const { registrations, journeyStore, parties, doors, audit, sessions } = services;
  return [
    {
      provide: REGISTRATION_DESK,
      useFactory: () =>
        new RegistrationDesk({ registrations, journeys: journeyStore, parties, doors, audit }),
    },
    {
      provide: ProfileDesk,
      useFactory: (desk: RegistrationDesk, journeys: JourneyDesk, office: KeyOffice) =>
        new ProfileDesk({ registrations, desk, journeys, office, sessions, audit }),
      inject: [REGISTRATION_DESK, JourneyDesk, KeyOffice],
    },
  ];
}
