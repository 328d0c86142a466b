import { Module, type DynamicModule } from '@nestjs/common';
import { DemoWorld, ensureDemoSeed } from '#libs/testing';
import { BisRegisterController } from './bis-register/bis-register.controller.js';
import { PersonService } from './bis-register/person.service.js';
import { Questions } from './bis-register/questions.js';
import { CardAuthority } from './card-authority/card-authority.js';
import { CardAuthorityController } from './card-authority/card-authority.controller.js';
import { EidasNode } from './eidas-node/eidas-node.js';
import { EidasNodeController } from './eidas-node/eidas-node.controller.js';
import { EnterpriseRegisterController } from './enterprise-register/enterprise-register.controller.js';
import { FaultBoard } from './faults/fault-board.js';
import { FaultsController } from './faults/faults.controller.js';
import { GalleryController } from './gallery/gallery.controller.js';
import { HomeController } from './home/home.controller.js';
import { IdentityProviders } from './itsme/identity-providers.js';
import { PhoneController } from './itsme/phone.controller.js';
import { ProviderController } from './itsme/provider.controller.js';
import { ProviderTestController } from './itsme/provider-test.controller.js';
import { SignInController } from './itsme/sign-in.controller.js';
import { Mailbox } from './mailbox/mailbox.js';
import { MailboxController } from './mailbox/mailbox.controller.js';
import { SmtpSink } from './mailbox/smtp-sink.js';
import { Consultations } from './national-register/consultations.js';
import { GetPersonService } from './national-register/get-person.service.js';
import { NationalRegisterController } from './national-register/national-register.controller.js';
import { Population } from './national-register/population.js';
import { RegisterKeys } from './national-register/register-keys.js';
import { PeopleController } from './people/people.controller.js';
import { LogoutTokens } from './relying-parties/oidc/logout-tokens.js';
import { OidcClient } from './relying-parties/oidc/oidc-client.js';
import { OidcController } from './relying-parties/oidc/oidc.controller.js';
import { IdentityProvider } from './relying-parties/saml/identity-provider.js';
import { SamlController } from './relying-parties/saml/saml.controller.js';
import { ServiceProvider } from './relying-parties/saml/service-provider.js';
import { SandboxSettings } from './sandbox-settings.js';
import { ServiceBusController } from './service-bus/service-bus.controller.js';
import { SmppCentre } from './sms-centre/smpp-centre.js';
import { SmsCentreController } from './sms-centre/sms-centre.controller.js';
import { SmsInbox } from './sms-centre/sms-inbox.js';

@Module({})
export class SandboxModule {
  static with(settings: SandboxSettings): DynamicModule {
    return {
      module: SandboxModule,
      controllers: [
        HomeController,
        PeopleController,
        MailboxController,
        SmsCentreController,
        NationalRegisterController,
        BisRegisterController,
        EnterpriseRegisterController,
        ServiceBusController,
        FaultsController,
        CardAuthorityController,
        ProviderController,
        SignInController,
        PhoneController,
        ProviderTestController,
        EidasNodeController,
        GalleryController,
        OidcController,
        SamlController,
      ],
      providers: [
        { provide: SandboxSettings, useValue: settings },
        { provide: DemoWorld, useFactory: () => DemoWorld.fromSeed(ensureDemoSeed(settings.dataDirectory)) },
        FaultBoard,
        CardAuthority,
        Mailbox,
        SmtpSink,
        SmsInbox,
        SmppCentre,
        Population,
        RegisterKeys,
        Consultations,
        GetPersonService,
        Questions,
        PersonService,
        IdentityProviders,
        EidasNode,
        OidcClient,
        LogoutTokens,
        IdentityProvider,
        ServiceProvider,
      ],
    };
  }
}
