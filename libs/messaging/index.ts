export { messagingMigrations, OUTBOX_STATES, type OutboxState } from './messaging.migrations.js';
export { Outbox, type OutboxOptions, type OutboxOutcome, type OutgoingMail } from './outbox.js';
export { OutboxDispatcher, type OutboxDispatcherOptions } from './outbox-dispatcher.js';
export { OutboxStore, type ClaimedMessage, type ClaimOutcome } from './outbox-store.js';
export { MESSAGES_QUEUE, sendMailJob } from './messaging.jobs.js';
export type { MailBlock, MailContent } from './mail/mail-content.js';
export { renderMail, type MailTemplate, type RenderedMail } from './mail/mail-template.js';
export { mailTemplates } from './mail/mail-templates.js';
export { newSignInMail, type NewSignIn } from './mail/new-sign-in/new-sign-in.mail.js';
export { MailDelivery, type MailDeliveryOptions } from './mail/mail-delivery.js';
export {
  MailNotAccepted,
  MailTransport,
  type Mail,
  type MailTransportOptions,
} from './mail/mail-transport.js';
export { countSmsSegments, segmentSms, type SegmentedSms, type SmsEncoding } from './sms/segments.js';
export type {
  DeliveryReceipt,
  DeliveryState,
  OutgoingSms,
  SmsGateway,
  SubmitOutcome,
} from './sms/sms-gateway.js';
export { SmppGateway, type SmppGatewayOptions } from './sms/smpp-gateway.js';
