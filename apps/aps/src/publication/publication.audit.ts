import { defineAuditEvent } from '#libs/audit';

export const AttributesConsulted = defineAuditEvent({
  name: 'AttributesConsulted',
  retention: 'consultation',
  meaning:
    'FAS asked the attribute service for data of a person on behalf of an application, and was answered',
  fields: {
    consultation: 'string',
    purpose: 'string',
    context: 'string',
    legalBasis: 'string?',
    given: 'string[]',
    refused: 'string[]',
    unavailable: 'string[]',
  },
});

export const EnterprisesConsulted = defineAuditEvent({
  name: 'EnterprisesConsulted',
  retention: 'consultation',
  meaning: 'FAS asked for which enterprises a person may act, so that the person could choose one',
  fields: { consultation: 'string', purpose: 'string', legalBasis: 'string?', unavailable: 'string[]' },
});

export const AttributeRequestRefused = defineAuditEvent({
  name: 'AttributeRequestRefused',
  retention: 'consultation',
  meaning:
    'A question to the attribute service was turned away as a whole: wrong token, application or person',
  fields: { reason: 'string' },
});
