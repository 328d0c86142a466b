import { Module, type DynamicModule } from '@nestjs/common';
import { ApiClientsStore, ApplicationsStore } from '#libs/agencies';
import { AuditReader, AuditWriter } from '#libs/audit';
import { PeopleStore } from '#libs/people';
import { OfficesStore, StaffStore } from '#libs/staff';
import type { AdminServices } from './admin-services.js';
import { Approvals } from './approvals/approvals.service.js';
import { EnrolController } from './registration-authority/enrol.controller.js';
import { OfficeController } from './registration-authority/office.controller.js';
import { OfficesController } from './registration-authority/offices.controller.js';
import { OfficersFileController } from './registration-authority/officers/officers-file.controller.js';
import { OfficersController } from './registration-authority/officers/officers.controller.js';
import { ApsKeysController } from './registration-authority/register/aps-keys.controller.js';
import { ApsKeys } from './registration-authority/register/aps-keys.js';
import { RegistrationController } from './registration-authority/registration.controller.js';
import { RegistrationDesk } from './registration-authority/registration-desk.js';
import { RegistrationService } from './registration-authority/registration.service.js';
import { RegistrationsStore } from './registration-authority/registrations.store.js';
import { RequestsController } from './requests/requests.controller.js';
import { DeskApplicationsController } from './service-desk/applications/desk-applications.controller.js';
import { NotMeController } from './service-desk/not-me/not-me.controller.js';
import { NotMeDesk } from './service-desk/not-me/not-me-desk.js';
import { NotesStore } from './service-desk/notes.store.js';
import { DeskApplicationFilesController } from './service-desk/applications/desk-application-files.controller.js';
import { DeskController } from './service-desk/people/desk.controller.js';
import { DeskHelp } from './service-desk/people/desk-help.js';
import { PersonController } from './service-desk/people/person.controller.js';
import { PersonDesk } from './service-desk/people/person-desk.js';
import { ReferenceController } from './service-desk/reference/reference.controller.js';
import { StaffDesk } from './staff/staff-desk.js';

/** Service desk, registration offices, and the changes that take two people. */
@Module({})
export class DeskModule {
  static with(services: AdminServices): DynamicModule {
    const { helpDesk: desk } = services;
    return {
      module: DeskModule,
      controllers: [
        RequestsController,
        DeskController,
        NotMeController,
        ReferenceController,
        DeskApplicationFilesController,
        DeskApplicationsController,
        PersonController,
        ApsKeysController,
        OfficersController,
        OfficersFileController,
        EnrolController,
        RegistrationController,
        OfficesController,
        OfficeController,
      ],
      providers: [
        { provide: Approvals, useValue: services.approvals },
        { provide: ApiClientsStore, useValue: new ApiClientsStore(services.database) },
        { provide: StaffDesk, useValue: services.staffDesk },
        { provide: StaffStore, useValue: services.staff },
        { provide: PeopleStore, useValue: services.people },
        { provide: AuditWriter, useValue: services.audit },
        { provide: AuditReader, useValue: desk.history },
        { provide: ApplicationsStore, useValue: desk.applications },
        { provide: NotesStore, useValue: desk.notes },
        { provide: NotMeDesk, useValue: desk.notMe },
        { provide: PersonDesk, useValue: desk.personDesk },
        { provide: DeskHelp, useValue: desk.deskHelp },
        { provide: ApsKeys, useValue: desk.apsKeys },
        { provide: OfficesStore, useValue: new OfficesStore(services.database) },
        { provide: RegistrationsStore, useValue: desk.registrations },
        { provide: RegistrationService, useValue: desk.registration },
        { provide: RegistrationDesk, useValue: desk.registrationDesk },
      ],
    };
  }
}
