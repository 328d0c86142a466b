import { defineAuditEvent } from '#libs/audit';

export const StaffRefused = defineAuditEvent({
  name: 'StaffRefused',
  retention: 'administration',
  meaning: 'A person asked for something in the administration that none of their roles allows.',
  fields: { right: 'string', route: 'string', office: 'string?' },
});
