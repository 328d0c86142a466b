import { Module } from '@nestjs/common';
import { Database } from '#libs/database';
import type { Logger } from '#libs/http';
import { Metrics } from '#libs/metrics';
import { LOGGER } from '../worker-resources.js';
import { ExpiredRows } from './expired-rows.js';
import { expiringTables } from './expiring-tables.js';
import { Expiry } from './expiry.js';

@Module({
  providers: [
    {
      provide: Expiry,
      inject: [Database, LOGGER, Metrics],
      useFactory: (database: Database, logger: Logger, metrics: Metrics) =>
        new Expiry(new ExpiredRows(database, expiringTables), logger, metrics),
    },
  ],
  exports: [Expiry],
})
export class ExpiryModule {}
