import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { ActivationCommand, CreateActivationCommand } from './activation/activation.command.js';
import { AddAgencyCommand, AgencyCommand, ListAgenciesCommand } from './agency/agency.command.js';
import {
  AddApplicationCommand,
  ApplicationCommand,
  ListApplicationsCommand,
} from './application/application.command.js';
import { AuditCommand, ShowAuditCommand } from './audit/audit.command.js';
import { CheckExportCommand, ExportAuditCommand, VerifyAuditCommand } from './audit/audit-proof.commands.js';
import { DemoCommand, DemoLoadCommand, DemoLoginsCommand } from './demo/demo.command.js';
import {
  IdentityServiceCommand,
  ListIdentityServicesCommand,
  ResumeIdentityServiceCommand,
  SuspendIdentityServiceCommand,
} from './identity-service/identity-service.command.js';
import { ImportKboCommand, KboCommand, KboStatusCommand } from './kbo/kbo.command.js';
import {
  AddContactCommand,
  ApproveMaintenanceCommand,
  CancelMaintenanceCommand,
  ListMaintenanceCommand,
  MaintenanceCommand,
  PlanMaintenanceCommand,
} from './maintenance/maintenance.command.js';
import { MigrateCommand } from './migrate/migrate.command.js';
import { AddOfficeCommand, OfficeCommand } from './office/office.command.js';
import { PersonCommand, ShowPersonCommand } from './person/person.command.js';
import { QueueCommand, QueueStatusCommand } from './queue/queue.command.js';
import {
  ListSigningKeysCommand,
  RotateSigningKeyCommand,
  SigningKeyCommand,
} from './signing-key/signing-key.command.js';
import { Workbench } from './workbench.js';

@Module({
  providers: [
    Workbench,
    MigrateCommand,
    ActivationCommand,
    CreateActivationCommand,
    AgencyCommand,
    AddAgencyCommand,
    ListAgenciesCommand,
    ApplicationCommand,
    AddApplicationCommand,
    ListApplicationsCommand,
    OfficeCommand,
    AddOfficeCommand,
    PersonCommand,
    ShowPersonCommand,
    SigningKeyCommand,
    ListSigningKeysCommand,
    RotateSigningKeyCommand,
    IdentityServiceCommand,
    ListIdentityServicesCommand,
    SuspendIdentityServiceCommand,
    ResumeIdentityServiceCommand,
    KboCommand,
    ImportKboCommand,
    KboStatusCommand,
    QueueCommand,
    QueueStatusCommand,
    AuditCommand,
    ShowAuditCommand,
    VerifyAuditCommand,
    ExportAuditCommand,
    CheckExportCommand,
    MaintenanceCommand,
    PlanMaintenanceCommand,
    ListMaintenanceCommand,
    ApproveMaintenanceCommand,
    CancelMaintenanceCommand,
    AddContactCommand,
    DemoCommand,
    DemoLoadCommand,
    DemoLoginsCommand,
  ],
})
export class CsamModule implements OnApplicationShutdown {
  constructor(private readonly workbench: Workbench) {}

  onApplicationShutdown(): Promise<void> {
    return this.workbench.close();
  }
}
