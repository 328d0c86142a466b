import { Module } from '@nestjs/common';
import { ServiceContacts } from '#libs/agencies';
import { systemClock } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { RESOURCES, type WorkerResources } from '../worker-resources.js';
import { AuthorisationWatch } from './authorisation-watch.js';

@Module({
  providers: [{ provide: AuthorisationWatch, inject: [RESOURCES], useFactory: authorisationWatch }],
  exports: [AuthorisationWatch],
})
export class AgencyExpiryModule {}

function authorisationWatch({ config, database }: WorkerResources): AuthorisationWatch {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const [cipher, index] = [new FieldCipher(masterKey), new BlindIndex(masterKey)];
  return new AuthorisationWatch({
    database,
    contacts: new ServiceContacts(database, cipher),
    outbox: new Outbox({ cipher, index }),
    baseUrl: config.baseUrl.admin,
    clock: systemClock,
  });
}
