import { defineAuditEvent } from '../audit-event.js';

export const RequestRejected = defineAuditEvent({
  name: 'RequestRejected',
  retention: 'authentication',
  meaning: 'An app turned a request away at its door: malformed, too large, or from another site.',
  fields: { app: 'string', error: 'string', route: 'string' },
});

export const RequestFailed = defineAuditEvent({
  name: 'RequestFailed',
  retention: 'authentication',
  meaning: 'A fault of the program ended a request: the log holds its cause under the same reference.',
  fields: { app: 'string', error: 'string', route: 'string' },
});
