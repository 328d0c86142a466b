import { defineAuditEvent } from '#libs/audit';

export const ServiceSuspended = defineAuditEvent({
  name: 'ServiceSuspended',
  retention: 'administration',
  meaning: 'An operator stopped a recognised identity service: it is neither offered nor accepted.',
  fields: { service: 'string', reason: 'string' },
});

export const ServiceResumed = defineAuditEvent({
  name: 'ServiceResumed',
  retention: 'administration',
  meaning: 'An operator let a recognised identity service sign people in again.',
  fields: { service: 'string' },
});

export const ServiceMetadataRefreshed = defineAuditEvent({
  name: 'ServiceMetadataRefreshed',
  retention: 'administration',
  meaning: 'New metadata of a recognised identity service was taken over from its address.',
  fields: { service: 'string', signingCertificates: 'number', validUntil: 'string' },
});

export const ServiceMetadataRefused = defineAuditEvent({
  name: 'ServiceMetadataRefused',
  retention: 'administration',
  meaning:
    'Metadata of a recognised identity service was not taken over from its address; the last good copy stays in use until it ends.',
  fields: { service: 'string', reason: 'string', failures: 'number' },
});

export const ServiceFailed = defineAuditEvent({
  name: 'ServiceFailed',
  retention: 'authentication',
  meaning: 'A recognised identity service could not be asked, or did not answer as it should.',
  fields: { journey: 'string', key: 'string', reason: 'string' },
});

export const ServiceEnrolled = defineAuditEvent({
  name: 'ServiceEnrolled',
  retention: 'authentication',
  meaning:
    'A person signed in with a recognised identity service for the first time; it is a digital key from now on.',
  fields: { journey: 'string', key: 'string', keyId: 'string', newPerson: 'boolean' },
});
