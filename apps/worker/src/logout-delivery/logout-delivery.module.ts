import { Module } from '@nestjs/common';
import { ApplicationsStore } from '#libs/agencies';
import { AuditWriter, RecordKeys } from '#libs/audit';
import { Config } from '#libs/config';
import { Database } from '#libs/database';
import type { Logger } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { QueueClient } from '#libs/queue';
import { FieldCipher, masterKeyFromFile, SigningKeyRing } from '#libs/security';
import { LOGGER } from '../worker-resources.js';
import { LogoutDelivery } from './logout-delivery.js';
import { OidcDelivery } from './oidc-delivery.js';
import { guardedPost } from './post.js';
import { SamlDelivery } from './saml-delivery.js';

@Module({
  providers: [
    {
      provide: LogoutDelivery,
      inject: [Config, Database, QueueClient, LOGGER],
      useFactory: logoutDelivery,
    },
  ],
  exports: [LogoutDelivery],
})
export class LogoutDeliveryModule {}

function logoutDelivery(
  { baseUrl, http, masterKeyFile }: Config,
  database: Database,
  queue: QueueClient,
  logger: Logger,
): LogoutDelivery {
  const master = masterKeyFromFile(masterKeyFile);
  const keys = new SigningKeyRing({ database, cipher: new FieldCipher(master) });
  const post = guardedPost(http.privateDestinations);
  const road = { keys, post, clock: systemClock };
  return new LogoutDelivery({
    database,
    queue,
    keys,
    audit: new AuditWriter({ database, keys: RecordKeys.under(master, database) }),
    deliverers: {
      oidc: new OidcDelivery({ ...road, issuer: `${baseUrl.fas}/fas/oauth2` }),
      saml: new SamlDelivery({
        ...road,
        issuer: `${baseUrl.fas}/saml/fas-metadata.xml`,
        applications: new ApplicationsStore(database),
      }),
    },
    onError: (error) => logger.error({ err: error }, 'logouts could not be handed to the queue'),
  });
}
