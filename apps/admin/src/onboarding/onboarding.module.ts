import { Module, type DynamicModule } from '@nestjs/common';
import { AuditWriter } from '#libs/audit';
import { AgenciesController, AgenciesFileController } from '../agencies/agencies.controller.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { AgreementController } from '../agencies/agreement/agreement.controller.js';
import { AgreementStore } from '../agencies/agreement/agreement.store.js';
import { JoinController } from '../agencies/join.controller.js';
import type { AdminServices } from '../admin-services.js';
import { ServiceStepsController } from '../applications/service-steps.controller.js';
import { ServicesController } from '../applications/services.controller.js';
import { ServicesService } from '../applications/services.service.js';
import { StaffDesk } from '../staff/staff-desk.js';

/** How agencies join and bring their online services into use. */
@Module({})
export class OnboardingModule {
  static with(services: AdminServices): DynamicModule {
    const { database, approvals, config } = services;
    const plainAddresses = config.environment !== 'production';
    return {
      module: OnboardingModule,
      controllers: [
        JoinController,
        AgenciesFileController,
        AgreementController,
        AgenciesController,
        ServicesController,
        ServiceStepsController,
      ],
      providers: [
        { provide: StaffDesk, useValue: services.staffDesk },
        { provide: AuditWriter, useValue: services.audit },
        { provide: AgreementStore, useValue: new AgreementStore(database) },
        { provide: AgenciesService, useValue: new AgenciesService({ database, approvals }) },
        { provide: ServicesService, useValue: new ServicesService({ database, approvals, plainAddresses }) },
      ],
    };
  }
}
