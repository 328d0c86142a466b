import { defineAuditEvent } from '#libs/audit';

const retention = 'administration';

export const MaintenancePlanned = defineAuditEvent({
  name: 'MaintenancePlanned',
  retention,
  meaning:
    'A window of planned unavailability was planned; `late`: sooner than agreed, so it waits for approval',
  fields: {
    window: 'string',
    components: 'string[]',
    startsAt: 'string',
    minutes: 'number',
    late: 'boolean',
  },
});

export const MaintenanceApproved = defineAuditEvent({
  name: 'MaintenanceApproved',
  retention,
  meaning: 'A second operator approved a window that comes sooner than agreed; contacts were told',
  fields: { window: 'string' },
});

export const MaintenanceChanged = defineAuditEvent({
  name: 'MaintenanceChanged',
  retention,
  meaning: 'A window was moved, shortened or otherwise changed; contacts were told',
  fields: { window: 'string', startsAt: 'string', minutes: 'number' },
});

export const MaintenanceCancelled = defineAuditEvent({
  name: 'MaintenanceCancelled',
  retention,
  meaning: 'A window was called off; contacts were told if they knew of it',
  fields: { window: 'string' },
});
