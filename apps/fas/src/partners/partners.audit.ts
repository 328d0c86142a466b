import { defineAuditEvent } from '#libs/audit';

export const PartnerAnswerTurnedAway = defineAuditEvent({
  name: 'PartnerAnswerTurnedAway',
  retention: 'authentication',
  meaning: 'A browser brought an answer of a recognised identity service that belongs to no login of ours.',
  fields: { service: 'string', reason: 'string' },
});
