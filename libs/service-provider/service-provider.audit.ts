import { defineAuditEvent } from '#libs/audit';

export const AppSessionStarted = defineAuditEvent({
  name: 'AppSessionStarted',
  retention: 'authentication',
  meaning: 'A person came back from FAS and is signed in to one of our own apps.',
  fields: { app: 'string', level: 'number', classReference: 'string' },
});

export const AppSessionEnded = defineAuditEvent({
  name: 'AppSessionEnded',
  retention: 'authentication',
  meaning: 'A person signed out of one of our own apps.',
  fields: { app: 'string' },
});

export const SamlResponseRefused = defineAuditEvent({
  name: 'SamlResponseRefused',
  retention: 'authentication',
  meaning:
    'An answer was posted to one of our own apps that does not hold: forged, replayed, old, or not asked for.',
  fields: { app: 'string', reason: 'string' },
});
