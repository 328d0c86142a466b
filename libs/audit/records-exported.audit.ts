import { defineAuditEvent } from './audit-event.js';

/** What an operator took along by command: whoever reads about others leaves a trace. */
export const RecordsExported = defineAuditEvent({
  name: 'RecordsExported',
  retention: 'administration',
  meaning:
    'An operator wrote records with proof to a file: by what they were chosen, why, and how many. With a person, that is the one about whom they are.',
  fields: { by: 'string[]', reason: 'string', records: 'number' },
});
