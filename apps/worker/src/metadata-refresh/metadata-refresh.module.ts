import { Module } from '@nestjs/common';
import { ServiceContacts } from '#libs/agencies';
import { days, minutes, systemClock } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { CertificateMails } from '../agency-expiry/certificate-mails.js';
import { auditOf, RESOURCES, type WorkerResources } from '../worker-resources.js';
import { CertificateWatch } from './certificate-watch.js';
import { MetadataRefresh } from './metadata-refresh.js';
import { ServiceMetadataRefresh } from './service-metadata-refresh.js';

const common = (resources: WorkerResources) => ({
  ...resources,
  audit: auditOf(resources),
  clock: systemClock,
});

@Module({
  providers: [
    {
      provide: MetadataRefresh,
      inject: [RESOURCES],
      useFactory: (resources: WorkerResources) => new MetadataRefresh(fetching(resources)),
    },
    {
      provide: ServiceMetadataRefresh,
      inject: [RESOURCES],
      useFactory: (resources: WorkerResources) =>
        new ServiceMetadataRefresh({ ...fetching(resources), rows: resources.config.identityServices }),
    },
    {
      provide: CertificateWatch,
      inject: [RESOURCES],
      useFactory: (resources: WorkerResources) =>
        new CertificateWatch({ ...common(resources), mails: certificateMails(resources) }),
    },
  ],
  exports: [MetadataRefresh, ServiceMetadataRefresh, CertificateWatch],
})
export class MetadataRefreshModule {}

function fetching(resources: WorkerResources) {
  const { environment, samlMetadata } = resources.config;
  return {
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
  };
}

function certificateMails({ config, database }: WorkerResources): CertificateMails {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const [cipher, index] = [new FieldCipher(masterKey), new BlindIndex(masterKey)];
  return new CertificateMails({
    database,
    contacts: new ServiceContacts(database, cipher),
    outbox: new Outbox({ cipher, index }),
    baseUrl: config.baseUrl.admin,
  });
}
