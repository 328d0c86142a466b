import { defineAuditEvent } from '#libs/audit';

export const KeyRenamed = defineAuditEvent({
  name: 'KeyRenamed',
  retention: 'administration',
  meaning: 'A person gave one of their digital keys another name; the name itself is not recorded.',
  fields: { key: 'string', keyId: 'string' },
});

export const KeySuspended = defineAuditEvent({
  name: 'KeySuspended',
  retention: 'administration',
  meaning: 'A digital key was put on hold: by its owner, or since it may have been copied.',
  fields: { key: 'string', keyId: 'string', reason: 'string' },
});

export const KeyRevoked = defineAuditEvent({
  name: 'KeyRevoked',
  retention: 'administration',
  meaning: 'A person removed a digital key for good.',
  fields: { key: 'string', keyId: 'string', reason: 'string?' },
});
