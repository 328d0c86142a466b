import { Module } from '@nestjs/common';
import { Config } from '#libs/config';
import { Database } from '#libs/database';
import type { Logger } from '#libs/http';
import { seconds } from '#libs/kernel';
import {
  MailDelivery,
  mailTemplates,
  MailTransport,
  OutboxDispatcher,
  OutboxStore,
  sendMailJob,
  sendTextJob,
} from '#libs/messaging';
import { operationsMailTemplates, ReturnedContacts } from '#libs/operations';
import { QueueClient } from '#libs/queue';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { LOGGER } from '../worker-resources.js';
import { mailRelay } from './mail-relay.js';
import { MessageDispatch } from './message-dispatch.js';

@Module({
  providers: [
    {
      provide: OutboxStore,
      inject: [Database],
      useFactory: (database: Database) => new OutboxStore(database),
    },
    {
      provide: MailTransport,
      inject: [Config],
      useFactory: ({ mail }: Config) => new MailTransport(mailRelay(mail)),
    },
    {
      provide: MailDelivery,
      inject: [Config, OutboxStore, MailTransport, Database],
      useFactory: (config: Config, store: OutboxStore, transport: MailTransport, database: Database) => {
        const master = masterKeyFromFile(config.masterKeyFile);
        const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
        const returned = new ReturnedContacts(database, secrets);
        return new MailDelivery({
          store,
          transport,
          cipher: secrets.cipher,
          templates: [...mailTemplates, ...operationsMailTemplates],
          attempts: sendMailJob.attempts,
          onUnknownReceiver: (id) => returned.note(id),
          // Longer than the relay's time-outs together, unless a test cannot wait that long.
          hold: seconds(2 * config.queue.takeOverSeconds),
        });
      },
    },
    {
      provide: OutboxDispatcher,
      inject: [Database, QueueClient, LOGGER],
      useFactory: (database: Database, queue: QueueClient, logger: Logger) =>
        new OutboxDispatcher({
          database,
          queue,
          jobs: { mail: sendMailJob, sms: sendTextJob },
          onError: (error) => logger.error({ err: error }, 'the outbox could not be handed to the queue'),
        }),
    },
    {
      provide: MessageDispatch,
      inject: [OutboxDispatcher, MailDelivery, MailTransport],
      useFactory: (dispatcher: OutboxDispatcher, delivery: MailDelivery, transport: MailTransport) =>
        new MessageDispatch(dispatcher, delivery, transport),
    },
  ],
  exports: [MessageDispatch, OutboxStore, MailTransport],
})
export class MessageDispatchModule {}
