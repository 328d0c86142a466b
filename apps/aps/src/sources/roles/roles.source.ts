import type { AttributeName, Role } from '#libs/attributes';
import { mandatesFor } from '../mandates/for-enterprise.js';
import type { HeldMandate } from '../mandates/mandate.js';
import type { Mandates } from '../mandates/mandates.js';
import type { ReadySource } from '../source-registry.js';
import type { SourceOutcome, SourceRequest } from '../source.js';

/** Functions and roles in the enterprise that the person chose, and in no other. */
export class RolesSource implements ReadySource {
  readonly name = 'roles';
  readonly attributes = ['roles'] as const satisfies readonly AttributeName[];

  constructor(private readonly mandates: Mandates) {}

  async fetch(request: Omit<SourceRequest, 'signal'>): Promise<SourceOutcome> {
    if (request.enterprise === undefined) return { kind: 'unavailable', reason: 'no-mandate' };
    const known = await this.mandates.of(request);
    // A list that may lack roles would say that the person does not have them.
    const [away] = known.unavailable;
    if (away !== undefined) return away.because;
    const outcome = mandatesFor(known, request.enterprise);
    if (outcome.kind === 'unavailable') return outcome;
    const value = JSON.stringify(outcome.mandates.map(roleOf));
    return { kind: 'answered', values: { roles: { value, trust: 'authentic-source' } } };
  }
}

function roleOf({ name, application, enterprise, establishment, source, validUntil }: HeldMandate): Role {
  return {
    name,
    ...(application !== undefined && { application }),
    enterpriseNumber: enterprise,
    ...(establishment !== undefined && { establishmentNumber: establishment }),
    source,
    ...(validUntil !== undefined && { validUntil }),
  };
}
