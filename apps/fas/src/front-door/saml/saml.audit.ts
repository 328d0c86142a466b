import { defineAuditEvent } from '#libs/audit';

export const SamlRequestRejected = defineAuditEvent({
  name: 'SamlRequestRejected',
  retention: 'authentication',
  meaning:
    'A request over SAML was turned away by one of the rules; answered says whether the service was told.',
  fields: { rule: 'string', reason: 'string?', binding: 'string', answered: 'boolean' },
});
