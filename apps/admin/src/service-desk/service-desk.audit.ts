import { defineAuditEvent } from '#libs/audit';

export const PersonLookedUp = defineAuditEvent({
  name: 'PersonLookedUp',
  retention: 'administration',
  meaning:
    'The service desk looked for a person and saw keys and recent sign-ins; the person sees this in their history.',
  fields: { by: 'string', reason: 'string' },
  personal: ['by', 'reason'],
});

export const PersonNotFound = defineAuditEvent({
  name: 'PersonNotFound',
  retention: 'administration',
  meaning: 'The service desk looked for a person and nobody is known by that.',
  fields: { by: 'string', reason: 'string' },
});

export const PersonUnlocked = defineAuditEvent({
  name: 'PersonUnlocked',
  retention: 'administration',
  meaning:
    'The service desk let a person try their keys again, who was locked after too many wrong attempts.',
  fields: { reason: 'string' },
  personal: ['reason'],
});

export const PersonKeySuspended = defineAuditEvent({
  name: 'PersonKeySuspended',
  retention: 'administration',
  meaning:
    'The service desk put a key of a person on hold, and ended their sessions. Only its owner brings it back.',
  fields: { key: 'string', keyId: 'string', reason: 'string' },
  personal: ['reason'],
});

export const ActivationResent = defineAuditEvent({
  name: 'ActivationResent',
  retention: 'administration',
  meaning:
    'The link of a first activation was mailed anew to the same address; the one before leads nowhere.',
  fields: { activation: 'string', reason: 'string' },
  personal: ['reason'],
});

export const RecoveryOffered = defineAuditEvent({
  name: 'RecoveryOffered',
  retention: 'administration',
  meaning:
    'The service desk mailed a person the way to new keys, at the address that they confirmed before. Nobody of the desk sees or sets a secret.',
  fields: { reason: 'string' },
  personal: ['reason'],
});

export const ReferenceLookedUp = defineAuditEvent({
  name: 'ReferenceLookedUp',
  retention: 'administration',
  meaning: 'The service desk read what was recorded under the reference of an error page.',
  fields: { lookedUp: 'string', records: 'number' },
});

export const NoteWritten = defineAuditEvent({
  name: 'NoteWritten',
  retention: 'administration',
  meaning: 'The service desk wrote a note about a person or an application.',
  fields: { aboutKind: 'string', about: 'person' },
});
