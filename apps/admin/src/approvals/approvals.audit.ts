import { defineAuditEvent } from '#libs/audit';

const change = {
  request: 'string',
  kind: 'string',
  target: 'person',
  aspects: 'string[]',
  reason: 'string',
} as const;

export const ChangeRequested = defineAuditEvent({
  name: 'ChangeRequested',
  retention: 'administration',
  meaning: 'Somebody asked for a change that takes a second person; nothing was changed yet.',
  fields: { ...change, undoes: 'string?' },
});

export const ChangeApproved = defineAuditEvent({
  name: 'ChangeApproved',
  retention: 'administration',
  meaning: 'A second person approved a change, and it took effect.',
  fields: { ...change, requestedBy: 'person' },
});

export const ChangeRefused = defineAuditEvent({
  name: 'ChangeRefused',
  retention: 'administration',
  meaning: 'A second person refused a change; nothing was changed.',
  fields: { ...change, requestedBy: 'person' },
});

export const ChangeWithdrawn = defineAuditEvent({
  name: 'ChangeWithdrawn',
  retention: 'administration',
  meaning: 'Who asked for a change took the request back.',
  fields: { ...change, requestedBy: 'person' },
});

export const ChangeMade = defineAuditEvent({
  name: 'ChangeMade',
  retention: 'administration',
  meaning: 'Something was changed that takes no second person.',
  fields: { kind: 'string', target: 'person', reason: 'string' },
});

export const ChangeDecisionRefused = defineAuditEvent({
  name: 'ChangeDecisionRefused',
  retention: 'administration',
  meaning:
    'Somebody tried to decide on a change and may not: their own request, one that is over, or one whose subject changed meanwhile.',
  fields: { request: 'string', decision: 'string', problem: 'string' },
});
