import type { MailTemplate } from './mail-template.js';
import { accountChangeMail } from './account-change/account-change.mail.js';
import { agencyExpiryMail } from './agency-expiry/agency-expiry.mail.js';
import { agencyNoticeMail } from './agency-notice/agency-notice.mail.js';
import { activationMail } from './activation/activation.mail.js';
import { newSignInMail } from './new-sign-in/new-sign-in.mail.js';
import { notMeAlertMail } from './not-me-alert/not-me-alert.mail.js';
import { recoveryHelpMail } from './recovery-help/recovery-help.mail.js';
import { keyExpiryMail } from './key-expiry/key-expiry.mail.js';
import { recoveryMail } from './recovery/recovery.mail.js';
import { registrationMail } from './registration/registration.mail.js';
import { verifyAddressMail } from './verify-address/verify-address.mail.js';
import { securityCodeMail } from './security-code/security-code.mail.js';

/** Every template, for the worker (by name), the gallery and the completeness test. */
export const mailTemplates: readonly MailTemplate[] = [
  accountChangeMail as MailTemplate,
  agencyExpiryMail as MailTemplate,
  agencyNoticeMail as MailTemplate,
  activationMail as MailTemplate,
  newSignInMail as MailTemplate,
  notMeAlertMail as MailTemplate,
  securityCodeMail as MailTemplate,
  recoveryHelpMail as MailTemplate,
  keyExpiryMail as MailTemplate,
  recoveryMail as MailTemplate,
  registrationMail as MailTemplate,
  verifyAddressMail as MailTemplate,
];
