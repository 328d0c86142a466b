import { defineAuditEvent } from '#libs/audit';

const administration = { retention: 'administration' } as const;

export const ApiClientMade = defineAuditEvent({
  ...administration,
  name: 'ApiClientMade',
  meaning: 'A manager of an agency made an API client: a program may work for the agency.',
  fields: { client: 'string', rights: 'string[]', proof: 'string', endsAt: 'string', reason: 'string' },
});

export const ApiClientWithdrawn = defineAuditEvent({
  ...administration,
  name: 'ApiClientWithdrawn',
  meaning: 'A manager of an agency withdrew an API client, which is refused from then on.',
  fields: { client: 'string', reason: 'string' },
});

export const ApiCallRefused = defineAuditEvent({
  ...administration,
  name: 'ApiCallRefused',
  meaning:
    'A program called the API of the administration without a token that counts, or for what it may not do.',
  fields: { reason: 'string', route: 'string' },
});

export const ApiCallFailed = defineAuditEvent({
  ...administration,
  name: 'ApiCallFailed',
  meaning:
    'A call of a program changed nothing and got no answer: a field was wrong, the state of the service does not allow it, or there is no such thing.',
  fields: { error: 'string', route: 'string', reason: 'string?', wrongFields: 'string[]?' },
});
