import { defineAuditEvent } from './audit-event.js';

/** Of what has to be kept for years: that it is gone is on record too ((EU) 2015/1502, annex 2.4.4). */
export const RecordsDestroyed = defineAuditEvent({
  name: 'RecordsDestroyed',
  retention: 'administration',
  meaning: 'Records whose legal time was over were destroyed.',
  fields: { what: 'string', removed: 'number' },
});
