import { defineAuditEvent } from '#libs/audit';

export const EidEnrolled = defineAuditEvent({
  name: 'EidEnrolled',
  retention: 'authentication',
  meaning:
    'A person signed in with an identity card for the first time; the card is a digital key from now on.',
  fields: { journey: 'string', keyId: 'string', newPerson: 'boolean' },
});
