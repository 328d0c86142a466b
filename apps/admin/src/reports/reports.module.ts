import { Module, type DynamicModule } from '@nestjs/common';
import { AuditWriter } from '#libs/audit';
import { PasswordStore } from '#libs/digital-keys';
import { systemClock } from '#libs/kernel';
import { NameIndex } from '#libs/people';
import { BlindIndex, FieldCipher, masterKeyFromFile, SigningKeyRing } from '#libs/security';
import type { AdminServices } from '../admin-services.js';
import { PersonFinder } from '../service-desk/people/person-finder.js';
import { CapsController } from '../sms-cost/caps.controller.js';
import { PricesController } from '../sms-cost/prices.controller.js';
import { SmsFilesController } from '../sms-cost/sms-files.controller.js';
import { SmsCostDesk } from '../sms-cost/sms-cost-desk.js';
import { StatementController } from '../sms-cost/statement.controller.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { AuditController } from '../audit-search/audit.controller.js';
import { ResultsController } from '../audit-search/results.controller.js';
import { SearchDesk } from '../audit-search/search-desk.js';
import { AuditKeysController } from './audit-keys.controller.js';
import { ReportDesk } from './report-desk.js';
import { ReportsController } from './reports.controller.js';
import { TrailController } from './trail/trail.controller.js';
import { TrailDesk } from './trail/trail-desk.js';

/** Where the public keys of the audit record are. */
export const auditKeysAddress = ({ baseUrl }: AdminServices['config']): string =>
  `${baseUrl.admin.replace(/\/+$/, '')}/audit-keys.json`;

/** What agencies, operators and auditors see of transactions. */
@Module({})
export class ReportsModule {
  static with(services: AdminServices): DynamicModule {
    const { config, database, audit, recordKeys, staffDesk } = services;
    const cipher = new FieldCipher(masterKeyFromFile(config.masterKeyFile));
    const keysAddress = auditKeysAddress(config);
    return {
      module: ReportsModule,
      controllers: [
        AuditKeysController,
        TrailController,
        ReportsController,
        SmsFilesController,
        PricesController,
        CapsController,
        StatementController,
        AuditController,
        ResultsController,
      ],
      providers: [
        { provide: StaffDesk, useValue: staffDesk },
        { provide: AuditWriter, useValue: audit },
        { provide: SigningKeyRing, useValue: new SigningKeyRing({ database, cipher }) },
        { provide: ReportDesk, useValue: new ReportDesk(database, systemClock) },
        { provide: SmsCostDesk, useValue: new SmsCostDesk(database, cipher, systemClock) },
        { provide: SearchDesk, useValue: searchDesk(services, keysAddress) },
        { provide: TrailDesk, useValue: new TrailDesk(database, recordKeys, systemClock, keysAddress) },
      ],
    };
  }
}

function searchDesk(
  { config, database, recordKeys, people }: AdminServices,
  keysAddress: string,
): SearchDesk {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const [cipher, index] = [new FieldCipher(masterKey), new BlindIndex(masterKey)];
  const passwords = new PasswordStore(database, cipher, index);
  return new SearchDesk({
    database,
    keys: recordKeys,
    finder: new PersonFinder({ people, passwords, names: new NameIndex(database, index) }),
    clock: systemClock,
    keep: config.operations.auditDays,
    keysAddress,
  });
}
