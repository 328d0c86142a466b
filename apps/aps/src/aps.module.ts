import { Inject, Module, type OnApplicationShutdown, type Provider, type Type } from '@nestjs/common';
import { ApplicationsStore } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { REGISTRATION_PURPOSE } from '#libs/attributes';
import type { Logger } from '#libs/http';
import { systemClock } from '#libs/kernel';
import type { Metrics } from '#libs/metrics';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher } from '#libs/security';
import type { ApsSettings } from './aps.settings.js';
import { ApiDescription } from './documentation/api-description.js';
import { DocumentationController } from './documentation/documentation.controller.js';
import { SourcesController } from './health/sources.controller.js';
import { ApsTokenGuard } from './publication/aps-token.guard.js';
import { ApsTokenStrategy } from './publication/aps-token.strategy.js';
import { AttributesController } from './publication/attributes.controller.js';
import { ConsultationStore } from './publication/consultation.store.js';
import { FasKeys } from './publication/fas-keys.js';
import { PublicationService } from './publication/publication.service.js';
import { StoredApplications, StoredSubjects } from './publication/stored-directories.js';
import { sourceRegistry } from './sources/sources.js';
import { SourceRegistry } from './sources/source-registry.js';

export interface ApsParts {
  readonly settings: ApsSettings;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** The app's module for these settings. */
export function apsModule({ settings, metrics, logger }: ApsParts): Type<unknown> {
  const clock = systemClock;
  const providers: Provider[] = [
    ApiDescription,
    { provide: Database, useFactory: () => Database.open({ ...settings.database, applicationName: 'aps' }) },
    {
      provide: AuditWriter,
      inject: [Database],
      useFactory: (database: Database) => new AuditWriter({ database }),
    },
    {
      provide: PeopleStore,
      inject: [Database],
      useFactory: (database: Database) =>
        new PeopleStore(database, new FieldCipher(settings.masterKey), new BlindIndex(settings.masterKey)),
    },
    {
      provide: ApsTokenStrategy,
      useFactory: () => {
        const issuers = [
          { issuer: settings.fas.issuer, keys: new FasKeys({ jwksUri: settings.fas.jwksUri, clock }) },
          {
            issuer: settings.admin.issuer,
            keys: new FasKeys({ jwksUri: settings.admin.jwksUri, clock }),
            purpose: REGISTRATION_PURPOSE,
          },
        ];
        return new ApsTokenStrategy({ issuers, clock });
      },
    },
    {
      // Passport finds the strategy by its name, so it must be there before the guard is.
      provide: ApsTokenGuard,
      inject: [AuditWriter, ApsTokenStrategy],
      useFactory: (audit: AuditWriter) => new ApsTokenGuard(audit),
    },
    {
      provide: SourceRegistry,
      inject: [PeopleStore],
      useFactory: (people: PeopleStore) => sourceRegistry({ settings, people, clock, metrics, logger }),
    },
    {
      provide: PublicationService,
      inject: [Database, PeopleStore, AuditWriter, SourceRegistry],
      useFactory: (
        database: Database,
        people: PeopleStore,
        audit: AuditWriter,
        { sources }: SourceRegistry,
      ) =>
        new PublicationService({
          applications: new StoredApplications(new ApplicationsStore(database)),
          subjects: new StoredSubjects(people),
          sources,
          consultations: new ConsultationStore(database),
          audit,
          clock,
          servedEnvironments: settings.servedEnvironments,
        }),
    },
  ];

  @Module({ controllers: [AttributesController, DocumentationController, SourcesController], providers })
  class ApsModule implements OnApplicationShutdown {
    constructor(
      @Inject(Database) private readonly database: Database,
      @Inject(AuditWriter) private readonly audit: AuditWriter,
    ) {}

    async onApplicationShutdown(): Promise<void> {
      await this.audit.drain();
      await this.database.close();
    }
  }
  return ApsModule;
}
