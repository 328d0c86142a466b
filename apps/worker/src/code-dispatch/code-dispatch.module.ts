import { Module } from '@nestjs/common';
import { Config } from '#libs/config';
import { Database } from '#libs/database';
import {
  CodeMailSender,
  DirectDelivery,
  MailTransport,
  SmppGateway,
  SmsSender,
  SmsStore,
} from '#libs/messaging';
import { FieldCipher, masterKeyFromFile } from '#libs/security';
import { mailRelay } from '../message-dispatch/mail-relay.js';
import { CodeDispatch } from './code-dispatch.js';
import { smsCentre } from './sms-centre.js';

@Module({
  providers: [
    {
      provide: CodeDispatch,
      inject: [Config, Database],
      useFactory: (config: Config, database: Database) => codeDispatch(config, database),
    },
  ],
  exports: [CodeDispatch],
})
export class CodeDispatchModule {}

/** @throws ConfigurationError when a password file cannot be read */
function codeDispatch(config: Config, database: Database): CodeDispatch {
  const cipher = new FieldCipher(masterKeyFromFile(config.masterKeyFile));
  const gateway = new SmppGateway(smsCentre(config));
  // Not the connections of other mail: a code does not wait behind a newsletter.
  const transport = new MailTransport(mailRelay(config.mail));
  const { simChangedStatus } = config.sms;
  const simChangedCode = simChangedStatus === undefined ? {} : { simChangedCode: `smpp-${simChangedStatus}` };
  return new CodeDispatch({
    gateway,
    transport,
    sms: new DirectDelivery({
      channel: 'sms',
      database,
      cipher,
      sender: new SmsSender({ gateway, store: new SmsStore(database), ...simChangedCode }),
    }),
    mail: new DirectDelivery({
      channel: 'code-mail',
      database,
      cipher,
      sender: new CodeMailSender(transport),
    }),
  });
}
