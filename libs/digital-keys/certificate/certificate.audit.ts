import { defineAuditEvent } from '#libs/audit';

export const CertificateRegistered = defineAuditEvent({
  name: 'CertificateRegistered',
  retention: 'administration',
  meaning: 'A person showed a certificate of theirs, and it is a digital key from now on.',
  fields: { keyId: 'string' },
});

export const CertificateRegistrationRefused = defineAuditEvent({
  name: 'CertificateRegistrationRefused',
  retention: 'administration',
  meaning: 'A certificate that a person showed was not made a digital key.',
  fields: { reason: 'string' },
});
