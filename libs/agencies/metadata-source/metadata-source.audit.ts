import { defineAuditEvent } from '#libs/audit';

export const MetadataRefreshed = defineAuditEvent({
  name: 'MetadataRefreshed',
  retention: 'administration',
  meaning: 'New metadata of a SAML service was taken over from its address.',
  fields: { signingCertificates: 'number', validUntil: 'string' },
});

export const MetadataRefreshFailed = defineAuditEvent({
  name: 'MetadataRefreshFailed',
  retention: 'administration',
  meaning: 'Metadata of a SAML service was not taken over from its address; the last good copy stays in use.',
  fields: { reason: 'string', failures: 'number' },
});

export const CertificateEndsSoon = defineAuditEvent({
  name: 'CertificateEndsSoon',
  retention: 'administration',
  meaning:
    'A certificate in the metadata of a SAML service ends within 60, 30 or 7 days; recorded once for each.',
  fields: { fingerprint: 'string', within: 'number', notAfter: 'string' },
});
