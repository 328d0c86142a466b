import { defineAuditEvent } from '#libs/audit';

export const ErasuresRepeated = defineAuditEvent({
  name: 'ErasuresRepeated',
  retention: 'administration',
  meaning:
    'After a backup was restored, an operator erased again the people who had been erased since it was made.',
  fields: { persons: 'number' },
});
