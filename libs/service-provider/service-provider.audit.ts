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
  meaning: 'A person signed out of one of our own apps, there or at FAS.',
  fields: { app: 'string' },
});

export const SamlResponseRefused = defineAuditEvent({
  name: 'SamlResponseRefused',
  retention: 'authentication',
  meaning:
    'An answer was posted to one of our own apps that does not hold: forged, replayed, old, or not asked for.',
  fields: { app: 'string', reason: 'string' },
});

export const SamlLogoutRefused = defineAuditEvent({
  name: 'SamlLogoutRefused',
  retention: 'authentication',
  meaning:
    'A logout request was sent to one of our own apps that is not of FAS, or not for this app, or old.',
  fields: { app: 'string', reason: 'string' },
});
