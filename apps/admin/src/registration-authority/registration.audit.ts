import { defineAuditEvent } from '#libs/audit';

export const PersonPresented = defineAuditEvent({
  name: 'PersonPresented',
  retention: 'administration',
  meaning:
    'An officer of a registration office gave the number of somebody at the counter; outcome says what the register answered.',
  fields: { office: 'string', outcome: 'string' },
});

export const PersonRegistered = defineAuditEvent({
  name: 'PersonRegistered',
  retention: 'administration',
  meaning:
    'An officer identified a person face to face, printed the code and had the link mailed. Keys that the person had lost ended.',
  fields: {
    office: 'string',
    registration: 'string',
    document: 'string',
    country: 'string',
    endedKeys: 'number',
  },
  personal: ['document', 'country'],
});

export const PersonRegistrationRefused = defineAuditEvent({
  name: 'PersonRegistrationRefused',
  retention: 'administration',
  meaning: 'An officer tried to register somebody, and a rule that protects people from officers refused it.',
  fields: { office: 'string', problem: 'string' },
});

export const RegistrationLinkMailed = defineAuditEvent({
  name: 'RegistrationLinkMailed',
  retention: 'administration',
  meaning: 'An officer had the link of a registration mailed again, to the same address.',
  fields: { office: 'string', registration: 'string', reason: 'string' },
});

export const RegistrationWithdrawn = defineAuditEvent({
  name: 'RegistrationWithdrawn',
  retention: 'administration',
  meaning:
    'An officer ended an activation that was not used yet: neither link nor code opens anything any more.',
  fields: { office: 'string', registration: 'string', reason: 'string' },
});

export const OfficeAdded = defineAuditEvent({
  name: 'OfficeAdded',
  retention: 'administration',
  meaning: 'A municipality became a registration office.',
  fields: { office: 'string' },
});
