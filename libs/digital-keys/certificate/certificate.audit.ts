import { defineAuditEvent } from '#libs/audit';

export const CertificateRegistrationRefused = defineAuditEvent({
  name: 'CertificateRegistrationRefused',
  retention: 'administration',
  meaning: 'A certificate that a person showed was not made a digital key.',
  fields: { reason: 'string' },
});
