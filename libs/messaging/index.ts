export { messagingMigrations, OUTBOX_STATES, type OutboxState } from './messaging.migrations.js';
export {
  dataContext,
  Outbox,
  recipientIndexOf,
  type OutboxOptions,
  type OutboxOutcome,
  type OutgoingMail,
  type OutgoingText,
  recipientOf,
} from './outbox.js';
export { OutboxDispatcher, type OutboxDispatcherOptions } from './outbox-dispatcher.js';
export { readBounce, type Bounce } from './mail/bounce.js';
export { isUnknownReceiver } from './mail/unknown-receiver.js';
export { MessageStates, type ParkedMessage } from './message-states.js';
export { OutboxStore, type ClaimedMessage, type ClaimOutcome } from './outbox-store.js';
export {
  CODE_MAIL_QUEUE,
  MESSAGES_QUEUE,
  sendCodeMailJob,
  sendMailJob,
  sendSmsJob,
  sendTextJob,
  SMS_QUEUE,
  TEXT_QUEUE,
} from './messaging.jobs.js';
export { ChannelStates, type DirectChannel } from './direct/channel-states.js';
export {
  DirectDelivery,
  type DirectDeliveryOptions,
  type DirectSender,
  type SendOutcome,
} from './direct/direct-delivery.js';
export {
  DirectPost,
  type Availability,
  type DirectContent,
  type DirectMessage,
  type DirectPayload,
  type PostOutcome,
} from './direct/direct-post.js';
export { SendReports, type SendReport } from './direct/send-reports.js';
export type { MailAttachment, MailBlock, MailContent } from './mail/mail-content.js';
export { renderMail, type MailTemplate, type RenderedMail } from './mail/mail-template.js';
export { mailTemplates } from './mail/mail-templates.js';
export {
  accountChangeMail,
  type AccountChangeKind,
  type AccountChangeNotice,
} from './mail/account-change/account-change.mail.js';
export { agencyNoticeMail, type AgencyNotice } from './mail/agency-notice/agency-notice.mail.js';
export { agencyExpiryMail, type AgencyExpiry } from './mail/agency-expiry/agency-expiry.mail.js';
export { newSignInMail, type NewSignIn } from './mail/new-sign-in/new-sign-in.mail.js';
export { keyExpiryMail, type KeyExpiryNotice } from './mail/key-expiry/key-expiry.mail.js';
export { recoveryMail, type RecoveryMail } from './mail/recovery/recovery.mail.js';
export { registrationMail, type RegistrationMail } from './mail/registration/registration.mail.js';
export { securityCodeMail, type SecurityCode } from './mail/security-code/security-code.mail.js';
export { verifyAddressMail, type VerifyAddress } from './mail/verify-address/verify-address.mail.js';
export { activationMail, type ActivationNotice } from './mail/activation/activation.mail.js';
export { notMeAlertMail, type NotMeAlert } from './mail/not-me-alert/not-me-alert.mail.js';
export { recoveryHelpMail, type RecoveryHelp } from './mail/recovery-help/recovery-help.mail.js';
export { CodeMailSender, type CodeMailContent } from './mail/code-mail-sender.js';
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
export { SmsSender, type SmsContent } from './sms/sms-sender.js';
export { accountAlertText, type AccountAlert } from './text/account-alert/account-alert.text.js';
export { TextDelivery, TEXT_LIFE, type TextDeliveryOptions, type TextPayer } from './text/text-delivery.js';
export type { TextTemplate } from './text/text-template.js';
export { textTemplates } from './text/text-templates.js';
export { SmsUsage, type AgencyUsage, type DayUsage, type PayingApplication } from './sms/sms-usage.js';
export { SmsStore } from './sms/sms.store.js';
export { telephoneText } from './sms/telephone-text.js';
