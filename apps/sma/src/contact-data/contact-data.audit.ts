import { defineAuditEvent } from '#libs/audit';

export const ContactAsked = defineAuditEvent({
  name: 'ContactAsked',
  retention: 'administration',
  meaning: 'A person gave a mail address or telephone number, which is not confirmed yet.',
  fields: { kind: 'string' },
});

export const ContactAdded = defineAuditEvent({
  name: 'ContactAdded',
  retention: 'administration',
  meaning: 'A person confirmed a mail address or telephone number.',
  fields: { kind: 'string', rests: 'boolean' },
});

export const ContactNotConfirmed = defineAuditEvent({
  name: 'ContactNotConfirmed',
  retention: 'administration',
  meaning: 'A mail address or number could not be confirmed: wrong code, too late, or it is somebody else’s.',
  fields: { kind: 'string', reason: 'string' },
});

export const ContactRemoved = defineAuditEvent({
  name: 'ContactRemoved',
  retention: 'administration',
  meaning: 'A person removed a mail address or telephone number.',
  fields: { kind: 'string' },
});

export const ContactMadePrimary = defineAuditEvent({
  name: 'ContactMadePrimary',
  retention: 'administration',
  meaning: 'A person chose which mail address or number is used first.',
  fields: { kind: 'string' },
});

export const LanguageChanged = defineAuditEvent({
  name: 'LanguageChanged',
  retention: 'administration',
  meaning: 'A person chose the language of mails and messages.',
  fields: { language: 'string' },
});
