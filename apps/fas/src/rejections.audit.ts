import { defineAuditEvent } from '#libs/audit';

export const RequestRejected = defineAuditEvent({
  name: 'RequestRejected',
  retention: 'authentication',
  meaning:
    'FAS turned a request away before any protocol looked at it: malformed, too large, or from another site.',
  fields: { error: 'string', route: 'string' },
});
