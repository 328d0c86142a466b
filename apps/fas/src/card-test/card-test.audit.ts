import { defineAuditEvent } from '#libs/audit';

export const CardTested = defineAuditEvent({
  name: 'CardTested',
  retention: 'authentication',
  meaning: 'Somebody tested a card and card reader; nobody was signed in by it.',
  fields: { outcome: 'string' },
});
