import { Module, type DynamicModule } from '@nestjs/common';
import { AuditWriter } from '#libs/audit';
import { systemClock } from '#libs/kernel';
import { FieldCipher, masterKeyFromFile, SigningKeyRing } from '#libs/security';
import type { AdminServices } from '../admin-services.js';
import { CapsController } from '../sms-cost/caps.controller.js';
import { PricesController } from '../sms-cost/prices.controller.js';
import { SmsCostDesk } from '../sms-cost/sms-cost-desk.js';
import { StatementController } from '../sms-cost/statement.controller.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { AuditKeysController } from './audit-keys.controller.js';
import { ReportDesk } from './report-desk.js';
import { ReportsController } from './reports.controller.js';
import { TrailController } from './trail/trail.controller.js';
import { TrailDesk } from './trail/trail-desk.js';

/** What agencies, operators and auditors see of transactions. */
@Module({})
export class ReportsModule {
  static with({ config, database, audit, staffDesk }: AdminServices): DynamicModule {
    const cipher = new FieldCipher(masterKeyFromFile(config.masterKeyFile));
    const keysAddress = `${config.baseUrl.admin.replace(/\/+$/, '')}/audit-keys.json`;
    return {
      module: ReportsModule,
      controllers: [
        AuditKeysController,
        TrailController,
        ReportsController,
        PricesController,
        CapsController,
        StatementController,
      ],
      providers: [
        { provide: StaffDesk, useValue: staffDesk },
        { provide: AuditWriter, useValue: audit },
        { provide: SigningKeyRing, useValue: new SigningKeyRing({ database, cipher }) },
        { provide: ReportDesk, useValue: new ReportDesk(database, systemClock) },
        { provide: SmsCostDesk, useValue: new SmsCostDesk(database, cipher, systemClock) },
        { provide: TrailDesk, useValue: new TrailDesk(database, systemClock, keysAddress) },
      ],
    };
  }
}
