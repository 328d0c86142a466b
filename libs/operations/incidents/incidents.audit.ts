import { defineAuditEvent } from '#libs/audit';

const retention = 'administration';

export const IncidentOpened = defineAuditEvent({
  name: 'IncidentOpened',
  retention,
  meaning: 'Something was found not to work, by probes or by an operator; contacts were told',
  fields: { incident: 'string', component: 'string', startedAt: 'string' },
});

export const IncidentUpdated = defineAuditEvent({
  name: 'IncidentUpdated',
  retention,
  meaning: 'An operator told contacts how an incident stands',
  fields: { incident: 'string' },
});

export const IncidentClosed = defineAuditEvent({
  name: 'IncidentClosed',
  retention,
  meaning: 'It works again; contacts are told once that has lasted',
  fields: { incident: 'string', component: 'string', minutes: 'number' },
});
