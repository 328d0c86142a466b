import { defineAuditEvent } from '#libs/audit';

export const AgreementAccepted = defineAuditEvent({
  name: 'AgreementAccepted',
  retention: 'administration',
  meaning: 'A person accepted a version of the user agreement.',
  fields: { version: 'string' },
});
