import { defineAuditEvent } from '#libs/audit';

const retention = 'administration';

export const ReleasePlanned = defineAuditEvent({
  name: 'ReleasePlanned',
  retention,
  meaning: 'A release was put on the calendar; contacts were told',
  fields: { release: 'string', version: 'string', plannedAt: 'string' },
});

export const ReleaseConcluded = defineAuditEvent({
  name: 'ReleaseConcluded',
  retention,
  meaning: 'A release is out, or was withdrawn',
  fields: { release: 'string', version: 'string', state: 'string' },
});
