import { defineAuditEvent } from '#libs/audit';

const administration = { retention: 'administration' } as const;

export const AgreementSigned = defineAuditEvent({
  ...administration,
  name: 'AgreementSigned',
  meaning: 'A signatory signed the user agreement for an agency.',
  fields: { version: 'string', hash: 'string', classReference: 'string' },
});

export const ServiceDrafted = defineAuditEvent({
  ...administration,
  name: 'ServiceDrafted',
  meaning: 'Somebody of an agency began or changed the description of an online service.',
  fields: { service: 'string', part: 'string' },
});

export const ServiceMoved = defineAuditEvent({
  ...administration,
  name: 'ServiceMoved',
  meaning: 'An online service of an agency went from one state to another on its way into use.',
  fields: { service: 'string', event: 'string', from: 'string', to: 'string', reason: 'string?' },
});

export const ClientSecretRenewed = defineAuditEvent({
  ...administration,
  name: 'ClientSecretRenewed',
  meaning: 'An application got a new client secret, which was shown once.',
  fields: { service: 'string', environment: 'string', reason: 'string', formerStopped: 'string' },
});

export const ClientSecretWithdrawn = defineAuditEvent({
  ...administration,
  name: 'ClientSecretWithdrawn',
  meaning: 'No client secret of an application counts any more until its agency makes a new one.',
  fields: { service: 'string', environment: 'string', reason: 'string' },
});

export const BasisDocumentAdded = defineAuditEvent({
  ...administration,
  name: 'BasisDocumentAdded',
  meaning: 'Somebody of an agency handed in the text of an authorisation.',
  fields: { document: 'string', hash: 'string' },
});

export const BasisDocumentRead = defineAuditEvent({
  ...administration,
  name: 'BasisDocumentRead',
  meaning: 'Somebody took a copy of the text of an authorisation.',
  fields: { document: 'string', hash: 'string' },
});

export const AgencyRoleEnded = defineAuditEvent({
  ...administration,
  name: 'AgencyRoleEnded',
  meaning: 'A manager took back the role of somebody who worked for the agency.',
  fields: { role: 'string', reason: 'string' },
});
