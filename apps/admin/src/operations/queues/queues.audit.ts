import { defineAuditEvent } from '#libs/audit';

const retention = 'administration';

export const FailedJobRetried = defineAuditEvent({
  name: 'FailedJobRetried',
  retention,
  meaning: 'An operator let background work that was given up be tried again',
  fields: { queue: 'string', job: 'string' },
});

export const FailedMailRetried = defineAuditEvent({
  name: 'FailedMailRetried',
  retention,
  meaning: 'An operator let a mail that was given up be tried again',
  fields: { outboxId: 'string' },
});
