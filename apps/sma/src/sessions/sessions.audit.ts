import { defineAuditEvent } from '#libs/audit';

export const SignInSessionsEnded = defineAuditEvent({
  name: 'SignInSessionsEnded',
  retention: 'authentication',
  meaning: 'A person ended sign-in sessions of their own, one or all, in Mijn digitale sleutels.',
  fields: { all: 'boolean', count: 'number' },
});
