import { Module } from '@nestjs/common';
import { AuditWriter, RecordKeys } from '#libs/audit';
import { systemClock } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { RESOURCES, type WorkerResources } from '../worker-resources.js';
import { KeyExpiry } from './key-expiry.js';

@Module({
  providers: [{ provide: KeyExpiry, inject: [RESOURCES], useFactory: keyExpiry }],
  exports: [KeyExpiry],
})
export class KeyExpiryModule {}

function keyExpiry({ config, database }: WorkerResources): KeyExpiry {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const [cipher, index] = [new FieldCipher(masterKey), new BlindIndex(masterKey)];
  return new KeyExpiry({
    database,
    people: new PeopleStore(database, cipher, index),
    outbox: new Outbox({ cipher, index }),
    audit: new AuditWriter({ database, keys: new RecordKeys({ database, cipher, index }) }),
    baseUrl: config.baseUrl.sma,
    clock: systemClock,
  });
}
