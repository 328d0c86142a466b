import { defineAuditEvent } from '../audit-event.js';

export const RequestRejected = defineAuditEvent({
  name: 'RequestRejected',
  retention: 'authentication',
  meaning: 'An app turned a request away at its door: malformed, too large, or from another site.',
  fields: { app: 'string', error: 'string', route: 'string' },
});
