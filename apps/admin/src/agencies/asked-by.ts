import type { FastifyRequest } from 'fastify';
import { staffOf } from '../staff/staff-member.js';
import type { AskedBy } from './agencies.service.js';
import { agenciesTexts } from './agencies.texts.js';
import { basesTexts } from './bases.texts.js';

const REASONS = { join: agenciesTexts, basis: basesTexts } as const;

/** Who asks something of the service desk in this request; what it is says enough of why. */
export function askedBy(request: FastifyRequest, what: keyof typeof REASONS): AskedBy {
  const { language, reference, address = '' } = request.context;
  return {
    by: staffOf(request).fedId,
    reason: REASONS[what].in(language)('reason'),
    trace: { reference, address },
  };
}
