import { defineAuditEvent } from '#libs/audit';

export const OidcRequestRejected = defineAuditEvent({
  name: 'OidcRequestRejected',
  retention: 'authentication',
  meaning: 'A request over OpenID Connect was turned away: what it asked was malformed or not allowed.',
  fields: { endpoint: 'string', error: 'string', detail: 'string?', client: 'string?' },
});

export const TokensIssued = defineAuditEvent({
  name: 'TokensIssued',
  retention: 'authentication',
  meaning: 'A service exchanged its code and received the tokens of a sign-in.',
  fields: { grantType: 'string', client: 'string' },
});

export const ConstantValueSeen = defineAuditEvent({
  name: 'ConstantValueSeen',
  retention: 'authentication',
  meaning:
    'A service sent the same nonce or code challenge ten times in a row: a code that is stolen from it could be used. Its agency should mend that.',
  fields: { client: 'string', parameter: 'string' },
});
