import { defineAuditEvent } from '#libs/audit';

export const SignInSessionEnded = defineAuditEvent({
  name: 'SignInSessionEnded',
  retention: 'authentication',
  meaning:
    'A sign-in session ended: cause says whether a service, the person here or elsewhere, a lost key or a blocked account did it; services counts those that must be told.',
  fields: { cause: 'string', protocol: 'string', services: 'number' },
});

export const ServiceLeft = defineAuditEvent({
  name: 'ServiceLeft',
  retention: 'authentication',
  meaning: 'A person signed out of one service only; the sign-in session goes on.',
  fields: { protocol: 'string' },
});

export const LogoutDelivered = defineAuditEvent({
  name: 'LogoutDelivered',
  retention: 'authentication',
  meaning: 'A service confirmed that it ended what it knew of a session.',
  fields: { protocol: 'string', channel: 'string', attempts: 'number' },
});

export const LogoutNotDelivered = defineAuditEvent({
  name: 'LogoutNotDelivered',
  retention: 'authentication',
  meaning:
    'A service did not confirm that a session ended: it cannot be told, did not answer, or refused; reason says which. The person may still be signed in there.',
  fields: { protocol: 'string', channel: 'string', reason: 'string', attempts: 'number' },
});

export const LogoutRejected = defineAuditEvent({
  name: 'LogoutRejected',
  retention: 'authentication',
  meaning: 'A logout message was turned away by one of the rules; nothing ended because of it.',
  fields: { rule: 'string', reason: 'string?', binding: 'string', message: 'string' },
});
