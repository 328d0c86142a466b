import { defineAuditEvent } from '#libs/audit';

export const RecoveryAsked = defineAuditEvent({
  name: 'RecoveryAsked',
  retention: 'administration',
  meaning: 'Somebody asked for user name or password by mail. Outcome: link, advice, unknown or throttled.',
  fields: { outcome: 'string' },
});

export const RecoveryStarted = defineAuditEvent({
  name: 'RecoveryStarted',
  retention: 'administration',
  meaning: 'The mailed link was used: a new password may be chosen once the cooling-off is over.',
  fields: { recovery: 'string' },
});

export const RecoveryRefused = defineAuditEvent({
  name: 'RecoveryRefused',
  retention: 'administration',
  meaning:
    'A step of a recovery was refused: a dead link, too early, a wrong code, or a step that was skipped.',
  fields: { reason: 'string', key: 'string?' },
});

export const PasswordRecovered = defineAuditEvent({
  name: 'PasswordRecovered',
  retention: 'administration',
  meaning:
    'A forgotten password was replaced by way of the mailed link and, where there is one, a stronger key.',
  fields: { recovery: 'string', keyId: 'string' },
});
