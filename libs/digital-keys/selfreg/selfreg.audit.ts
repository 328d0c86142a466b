import { defineAuditEvent } from '#libs/audit';

export const RegistrationMailAsked = defineAuditEvent({
  name: 'RegistrationMailAsked',
  retention: 'authentication',
  meaning:
    'Somebody gave a mail address to make a profile: a mail was sent, or why not. The record does not say whether the address was known.',
  fields: { outcome: 'string' },
});

export const RegistrationRefused = defineAuditEvent({
  name: 'RegistrationRefused',
  retention: 'authentication',
  meaning:
    'A step of a registration was turned away: a wrong or spent code or link, or a password that the rules refuse.',
  fields: { reason: 'string' },
});

export const SelfRegistered = defineAuditEvent({
  name: 'SelfRegistered',
  retention: 'administration',
  meaning: 'A person made a profile with a verified mail address and accepted the user agreement.',
  fields: { keyId: 'string', agreement: 'string' },
});

export const SelfregPasswordReplaced = defineAuditEvent({
  name: 'SelfregPasswordReplaced',
  retention: 'administration',
  meaning: 'Whoever receives the mail of a self-registered profile chose another password for it.',
  fields: { keyId: 'string' },
});
