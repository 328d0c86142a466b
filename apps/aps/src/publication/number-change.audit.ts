import { defineAuditEvent } from '#libs/audit';

export const PersonNumberReplaced = defineAuditEvent({
  name: 'PersonNumberReplaced',
  retention: 'consultation',
  meaning:
    'A register said that a person has another national or BIS number now; the person, their keys and pseudonyms stayed',
  fields: { from: 'string', to: 'string' },
});

export const PersonNumberConflict = defineAuditEvent({
  name: 'PersonNumberConflict',
  retention: 'consultation',
  meaning:
    'A register gave a person a number that somebody else has here: both are left as they are, for the service desk to decide',
  fields: { other: 'person' },
});
