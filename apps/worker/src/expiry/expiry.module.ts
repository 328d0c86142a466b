import { Module } from '@nestjs/common';
import { Config } from '#libs/config';
import { Database } from '#libs/database';
import type { Logger } from '#libs/http';
import { Metrics } from '#libs/metrics';
import { auditOf, LOGGER } from '../worker-resources.js';
import { ExpiredRows } from './expired-rows.js';
import { consultations, expiringTables } from './expiring-tables.js';
import { Expiry } from './expiry.js';

@Module({
  providers: [
    {
      provide: Expiry,
      inject: [Database, LOGGER, Metrics, Config],
      useFactory: (database: Database, logger: Logger, metrics: Metrics, config: Config) => {
        const tables = [...expiringTables, consultations(config.attributeService.consultationYears)];
        const audit = auditOf({ config, database });
        return new Expiry(new ExpiredRows(database, tables), audit, logger, metrics);
      },
    },
  ],
  exports: [Expiry],
})
export class ExpiryModule {}
