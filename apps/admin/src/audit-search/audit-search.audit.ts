import { defineAuditEvent } from '#libs/audit';

export const AuditSearched = defineAuditEvent({
  name: 'AuditSearched',
  retention: 'administration',
  meaning:
    'Somebody searched the audit record: by what, on which ground and why. With a person, that is the one about whom records were read.',
  fields: { by: 'string[]', ground: 'string', reason: 'string', found: 'boolean' },
});
