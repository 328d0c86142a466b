import { defineAuditEvent } from '#libs/audit';

export const PasskeyCreated = defineAuditEvent({
  name: 'PasskeyCreated',
  retention: 'administration',
  meaning: 'A person made a passkey; it is a digital key from now on.',
  fields: { keyId: 'string', algorithm: 'number', backedUp: 'boolean' },
});

export const PasskeyCreationRefused = defineAuditEvent({
  name: 'PasskeyCreationRefused',
  retention: 'administration',
  meaning: 'A passkey that a person made on a device was not taken.',
  fields: { reason: 'string' },
});
