import { Module } from '@nestjs/common';
import { Config } from '#libs/config';
import { Database } from '#libs/database';
import { ApplicationsStore } from '#libs/agencies';
import {
  ChannelStates,
  CodeMailSender,
  DirectDelivery,
  MailTransport,
  OutboxStore,
  sendTextJob,
  SmppGateway,
  SmsSender,
  SmsStore,
  TextDelivery,
  textTemplates,
  type TextPayer,
} from '#libs/messaging';
import { FieldCipher, masterKeyFromFile } from '#libs/security';
import { serviceProviderAddresses } from '#libs/service-provider';
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
  const sender = new SmsSender({ gateway, store: new SmsStore(database), ...simChangedCode });
  return new CodeDispatch({
    gateway,
    transport,
    sms: new DirectDelivery({ channel: 'sms', database, cipher, sender }),
    texts: new TextDelivery({
      store: new OutboxStore(database),
      cipher,
      sender,
      channels: new ChannelStates(database),
      templates: textTemplates,
      payer: () => payerOfNotices(config, database),
      attempts: sendTextJob.attempts,
    }),
    mail: new DirectDelivery({
      channel: 'code-mail',
      database,
      cipher,
      sender: new CodeMailSender(transport),
    }),
  });
}

/** What people are told about their keys is paid by the place where they keep them. */
async function payerOfNotices({ baseUrl }: Config, database: Database): Promise<TextPayer> {
  const { entityId } = serviceProviderAddresses(baseUrl.sma);
  const found = await new ApplicationsStore(database).findByEntityId(entityId);
  if (found === undefined) throw new Error('My digital keys is not registered with FAS');
  return { agency: found.agency.number, application: found.id };
}
