import { Module, type DynamicModule } from '@nestjs/common';
import { ServiceContacts } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { days, systemClock } from '#libs/kernel';
import { AgenciesController, AgenciesFileController } from '../agencies/agencies.controller.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { AgencyDesk } from '../agencies/agency-desk.js';
import { AgencyListsController } from '../agencies/lists/agency-lists.controller.js';
import { AgreementController } from '../agencies/agreement/agreement.controller.js';
import { AgreementDesk } from '../agencies/agreement/agreement-desk.js';
import { AgencyPeople } from '../agencies/people/agency-people.js';
import { AgencyPeopleFileController } from '../agencies/people/people-file.controller.js';
import { ApiClientsFileController } from '../api/clients/clients-file.controller.js';
import { AgencyPeopleController } from '../agencies/people/people.controller.js';
import { AgencyRecordsController } from '../agencies/records/agency-records.controller.js';
import { TrailDesk } from '../reports/trail/trail-desk.js';
import { auditKeysAddress } from '../reports/reports.module.js';
import { DocumentsController } from '../agencies/documents/documents.controller.js';
import { JoinController } from '../agencies/join.controller.js';
import { AgencyStandings } from '../agencies/standing/agency-standings.js';
import { StandingController } from '../agencies/standing/standing.controller.js';
import type { AdminServices } from '../admin-services.js';
import { ApiClientsController } from '../api/clients/clients.controller.js';
import { ApiClientsService } from '../api/clients/api-clients.service.js';
import { ServiceChangesController } from '../applications/changes/service-changes.controller.js';
import { ContactsController } from '../applications/contacts/contacts.controller.js';
import { ClientSecrets } from '../applications/client-secrets.js';
import { ServiceEditing } from '../applications/service-editing.js';
import { EditingController } from '../applications/editing.controller.js';
import { MetadataController } from '../applications/metadata/metadata.controller.js';
import { MetadataReading } from '../applications/metadata/metadata-reading.js';
import { ServiceDesk } from '../applications/service-desk.js';
import { ServiceSecretController } from '../applications/service-secret.controller.js';
import { ServiceStops } from '../applications/service-stops.js';
import { SecretWithdrawalController } from '../applications/secret-withdrawal.controller.js';
import { ServiceStepsController } from '../applications/service-steps.controller.js';
import { ServiceController } from '../applications/service.controller.js';
import { ServicesController } from '../applications/services.controller.js';
import { ServicesService } from '../applications/services.service.js';
import { Approvals } from '../approvals/approvals.service.js';
import { StaffDesk } from '../staff/staff-desk.js';

/** How agencies join and bring their online services into use. */
@Module({})
export class OnboardingModule {
  static with(services: AdminServices): DynamicModule {
    const { database, approvals, config, audit, contacts, staffDesk, notices } = services;
    const plainAddresses = config.environment !== 'production';
    const { longestValidityDays, timeoutMilliseconds: timeout } = config.samlMetadata;
    const longestValidity = days(longestValidityDays);
    const reading = new MetadataReading({ allowLoopback: plainAddresses, timeout });
    const online = new ServicesService({ database, approvals, contacts });
    const agencies = new AgenciesService({ database, approvals, cipher: services.cipher });
    return {
      module: OnboardingModule,
      controllers: [
        JoinController,
        AgenciesFileController,
        AgreementController,
        AgencyPeopleController,
        AgencyPeopleFileController,
        ApiClientsController,
        ApiClientsFileController,
        AgencyRecordsController,
        AgencyListsController,
        AgenciesController,
        StandingController,
        DocumentsController,
        ServicesController,
        ServiceController,
        EditingController,
        ContactsController,
        ServiceChangesController,
        MetadataController,
        ServiceSecretController,
        SecretWithdrawalController,
        ServiceStepsController,
      ],
      providers: [
        { provide: StaffDesk, useValue: services.staffDesk },
        { provide: Approvals, useValue: approvals },
        {
          provide: ServiceDesk,
          useValue: new ServiceDesk({
            dossiers: online.store,
            staffDesk,
            testPeople: config.baseUrl.testPeople,
          }),
        },
        {
          provide: ServiceEditing,
          useValue: new ServiceEditing({ database, approvals, plainAddresses, longestValidity, reading }),
        },
        { provide: MetadataReading, useValue: reading },
        { provide: ClientSecrets, useValue: new ClientSecrets(database) },
        { provide: ServiceContacts, useValue: contacts },
        { provide: AuditWriter, useValue: services.audit },
        { provide: AgreementDesk, useValue: new AgreementDesk({ database, audit, services: online }) },
        {
          provide: AgencyPeople,
          useValue: new AgencyPeople({ database, approvals, people: services.people }),
        },
        { provide: ApiClientsService, useValue: new ApiClientsService(database) },
        { provide: AgenciesService, useValue: agencies },
        { provide: AgencyDesk, useValue: new AgencyDesk({ agencies, staffDesk }) },
        { provide: AgencyStandings, useValue: new AgencyStandings(approvals, services.agencyStanding) },
        { provide: ServicesService, useValue: online },
        {
          provide: TrailDesk,
          useValue: new TrailDesk(database, services.recordKeys, systemClock, auditKeysAddress(config)),
        },
        { provide: ServiceStops, useValue: new ServiceStops({ database, approvals, notices }) },
      ],
    };
  }
}
