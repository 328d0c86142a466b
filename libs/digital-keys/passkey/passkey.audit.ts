import { defineAuditEvent } from '#libs/audit';

export const PasskeyCreationRefused = defineAuditEvent({
  name: 'PasskeyCreationRefused',
  retention: 'administration',
  meaning: 'A passkey that a person made on a device was not taken.',
  fields: { reason: 'string' },
});
