import { defineAuditEvent } from '#libs/audit';

export const AuditExported = defineAuditEvent({
  name: 'AuditExported',
  retention: 'administration',
  meaning:
    'Somebody took records as a file: `form` says whether as a list or with proof, `ground` for whom, and the reason why.',
  fields: {
    form: 'string',
    ground: 'string',
    records: 'number',
    from: 'string',
    until: 'string',
    reason: 'string?',
  },
});
