import { Inject, Module, type OnApplicationShutdown, type Provider, type Type } from '@nestjs/common';
import { ApplicationsStore } from '#libs/agencies';
import { ApiDescription, DocumentationController } from '#libs/api-docs';
import { AuditWriter, RecordKeys } from '#libs/audit';
import { AvailabilityRecorder, AvailabilityStore } from '#libs/availability';
import { Database } from '#libs/database';
import { REGISTRATION_PURPOSE } from '#libs/attributes';
import type { Logger } from '#libs/http';
import { EnterprisesStore } from '#libs/enterprises';
import { seconds, systemClock } from '#libs/kernel';
import type { Metrics } from '#libs/metrics';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher } from '#libs/security';
import type { ApsSettings } from './aps.settings.js';
import { API } from './publication/api.js';
import { SourcesController } from './health/sources.controller.js';
import { Admission } from './publication/admission.js';
import { ApsTokenGuard } from './publication/aps-token.guard.js';
import { ApsTokenStrategy } from './publication/aps-token.strategy.js';
import { AttributesController } from './publication/attributes.controller.js';
import { ConsultationStore } from './publication/consultation.store.js';
import { EnterpriseOptions } from './publication/enterprise-options.js';
import { EnterprisesController } from './publication/enterprises.controller.js';
import { EnterprisesService, type EnterprisesDependencies } from './publication/enterprises.service.js';
import { FasKeys } from './publication/fas-keys.js';
import { NumberChange } from './publication/number-change.js';
import { PublicationService } from './publication/publication.service.js';
import { StoredApplications, StoredSubjects } from './publication/stored-directories.js';
import { sourceRegistry } from './sources/sources.js';
import { SourceRegistry } from './sources/source-registry.js';

export interface ApsParts {
  readonly settings: ApsSettings;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** What both questions to this service need. */
type Common = Omit<EnterprisesDependencies, 'mandates' | 'options'>;
const COMMON = Symbol('Common');

/**
 * Commits without waiting for the disk. What is written here precedes a record of the audit, and the commit of that
 * one takes it to the disk as well: PostgreSQL writes its log in order (manual, 28.4). Saves an answer one wait of two.
 */
export const CARRIED_ALONG = Symbol('Database that is carried along');

/** The app's module for these settings. */
export function apsModule({ settings, metrics, logger }: ApsParts): Type<unknown> {
  const clock = systemClock;
  const providers: Provider[] = [
    { provide: ApiDescription, useValue: new ApiDescription(API) },
    { provide: Database, useFactory: () => Database.open({ ...settings.database, applicationName: 'aps' }) },
    {
      provide: CARRIED_ALONG,
      useFactory: () =>
        Database.open({
          ...settings.database,
          applicationName: 'aps-consultations',
          maxConnections: Math.ceil(settings.database.maxConnections / 2),
          durable: false,
        }),
    },
    {
      provide: AuditWriter,
      inject: [Database],
      useFactory: (database: Database) =>
        new AuditWriter({ database, keys: RecordKeys.under(settings.masterKey, database) }),
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
      provide: AvailabilityRecorder,
      inject: [Database],
      useFactory: (database: Database) =>
        new AvailabilityRecorder({
          store: new AvailabilityStore(database),
          clock,
          failed: (error) => logger.warn({ err: error }, 'counts of answers are kept for the next time'),
          every: seconds(10),
        }),
    },
    {
      provide: SourceRegistry,
      inject: [Database, PeopleStore, AvailabilityRecorder],
      useFactory: (database: Database, people: PeopleStore, availability: AvailabilityRecorder) =>
        sourceRegistry({ settings, database, people, availability, clock, metrics, logger }),
    },
    {
      provide: StoredSubjects,
      inject: [PeopleStore],
      useFactory: (people: PeopleStore) => new StoredSubjects(people),
    },
    {
      provide: ConsultationStore,
      inject: [CARRIED_ALONG],
      useFactory: (database: Database) => new ConsultationStore(database),
    },
    {
      provide: Admission,
      inject: [Database, StoredSubjects, AuditWriter],
      useFactory: (database: Database, subjects: StoredSubjects, audit: AuditWriter) =>
        new Admission({
          applications: new StoredApplications(new ApplicationsStore(database)),
          subjects,
          audit,
        }),
    },
    {
      provide: NumberChange,
      inject: [Database, PeopleStore, AuditWriter],
      useFactory: (database: Database, people: PeopleStore, audit: AuditWriter) =>
        new NumberChange({ database, people, audit }),
    },
    {
      provide: COMMON,
      inject: [Admission, ConsultationStore, AuditWriter],
      useFactory: (admission: Admission, consultations: ConsultationStore, audit: AuditWriter): Common => ({
        admission,
        consultations,
        audit,
        clock,
        servedEnvironments: settings.servedEnvironments,
      }),
    },
    {
      provide: PublicationService,
      inject: [COMMON, StoredSubjects, SourceRegistry, NumberChange],
      useFactory: (
        common: Common,
        subjects: StoredSubjects,
        { sources }: SourceRegistry,
        numbers: NumberChange,
      ) => new PublicationService({ ...common, subjects, sources, numbers }),
    },
    {
      provide: EnterprisesService,
      inject: [COMMON, SourceRegistry, Database],
      useFactory: (common: Common, { mandates }: SourceRegistry, database: Database) =>
        new EnterprisesService({
          ...common,
          mandates,
          options: new EnterpriseOptions(new EnterprisesStore(database)),
        }),
    },
  ];

  @Module({
    controllers: [AttributesController, EnterprisesController, DocumentationController, SourcesController],
    providers,
  })
  class ApsModule implements OnApplicationShutdown {
    constructor(
      @Inject(Database) private readonly database: Database,
      @Inject(CARRIED_ALONG) private readonly carriedAlong: Database,
      @Inject(AuditWriter) private readonly audit: AuditWriter,
      @Inject(AvailabilityRecorder) private readonly availability: AvailabilityRecorder,
    ) {}

    async onApplicationShutdown(): Promise<void> {
      await this.availability.close();
      await this.audit.drain();
      await Promise.all([this.database.close(), this.carriedAlong.close()]);
    }
  }
  return ApsModule;
}
