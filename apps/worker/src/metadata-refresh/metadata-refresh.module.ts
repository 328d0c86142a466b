import { Module } from '@nestjs/common';
import { AuditWriter } from '#libs/audit';
import { days, minutes, systemClock } from '#libs/kernel';
import { RESOURCES, type WorkerResources } from '../worker-resources.js';
import { CertificateWatch } from './certificate-watch.js';
import { MetadataRefresh } from './metadata-refresh.js';

const common = (resources: WorkerResources) => ({
  ...resources,
  audit: new AuditWriter({ database: resources.database }),
  clock: systemClock,
});

@Module({
  providers: [
    { provide: MetadataRefresh, inject: [RESOURCES], useFactory: metadataRefresh },
    {
      provide: CertificateWatch,
      inject: [RESOURCES],
      useFactory: (resources: WorkerResources) => new CertificateWatch(common(resources)),
    },
  ],
  exports: [MetadataRefresh, CertificateWatch],
})
export class MetadataRefreshModule {}

function metadataRefresh(resources: WorkerResources): MetadataRefresh {
  const { environment, samlMetadata } = resources.config;
  return new MetadataRefresh({
    ...common(resources),
    limits: {
      allowLoopback: environment !== 'production',
      timeout: samlMetadata.timeoutMilliseconds,
    },
    pace: {
      usual: minutes(samlMetadata.usualMinutes),
      shortest: minutes(samlMetadata.shortestMinutes),
      longest: minutes(samlMetadata.longestMinutes),
    },
    longestValidity: days(samlMetadata.longestValidityDays),
  });
}
