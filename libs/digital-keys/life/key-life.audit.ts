import { defineAuditEvent } from '#libs/audit';

const key = { key: 'string', keyId: 'string' } as const;

export const KeyActivated = defineAuditEvent({
  name: 'KeyActivated',
  retention: 'administration',
  meaning: 'A person activated a digital key, or put a new one in the place of the one before.',
  fields: { ...key, level: 'number', enrolment: 'string', replaced: 'boolean' },
});

export const KeyResumed = defineAuditEvent({
  name: 'KeyResumed',
  retention: 'administration',
  meaning: 'A person brought a suspended digital key back.',
  fields: key,
});

export const KeyChangeRefused = defineAuditEvent({
  name: 'KeyChangeRefused',
  retention: 'administration',
  meaning: 'Somebody tried to change a digital key in a way that is not open to this session.',
  fields: { key: 'string', action: 'string', reason: 'string' },
});

export const AccountChangeDisowned = defineAuditEvent({
  name: 'AccountChangeDisowned',
  retention: 'administration',
  meaning:
    'A person said of a sign-in, or of a change to keys or contact data, that it was not theirs. What was used is suspended, sessions ended; look into it.',
  fields: { what: 'string', keyId: 'string?', record: 'string?', suspended: 'number' },
});
