import { defineAuditEvent } from '#libs/audit';

export const SecurityCodeAsked = defineAuditEvent({
  name: 'SecurityCodeAsked',
  retention: 'authentication',
  meaning:
    'A security code by text message or mail was asked: sent, sent to nobody since there is nowhere to send it, or why not.',
  fields: { journey: 'string', key: 'string', outcome: 'string' },
});
