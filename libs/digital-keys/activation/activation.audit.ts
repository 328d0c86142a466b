import { defineAuditEvent } from '#libs/audit';

export const ActivationOpened = defineAuditEvent({
  name: 'ActivationOpened',
  retention: 'administration',
  meaning: 'A person showed the mailed link and the code on paper together and may make their first keys.',
  fields: { activation: 'string' },
});

export const ActivationRefused = defineAuditEvent({
  name: 'ActivationRefused',
  retention: 'administration',
  meaning: 'The code on paper was wrong, or the activation was used, withdrawn or too old.',
  fields: { reason: 'string' },
});

export const ActivationFinished = defineAuditEvent({
  name: 'ActivationFinished',
  retention: 'administration',
  meaning: 'A person whom a registration office identified has keys of their own.',
  fields: { activation: 'string' },
});
