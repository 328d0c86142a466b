import type { MailTemplate } from '#libs/messaging';
import { incidentMail } from './incident.mail.js';
import { maintenanceMail } from './maintenance.mail.js';
import { releaseMail } from './release.mail.js';
import { smsCapMail } from './sms-cap.mail.js';

/** Every template of this library, for the worker (by name). */
export const operationsMailTemplates: readonly MailTemplate[] = [
  maintenanceMail as MailTemplate,
  incidentMail as MailTemplate,
  releaseMail as MailTemplate,
  smsCapMail as MailTemplate,
];
