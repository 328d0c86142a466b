import type { AttributeSource, SourceOutcome, SourceRequest } from '../source.js';

/** What we ourselves established: the FedID, the number under which somebody was enrolled, in which quality they sign in. */
export class IdentitySource implements AttributeSource {
  readonly name = 'identity';
  readonly attributes = ['fedid', 'egovNRN', 'context'] as const;

  async fetch({ subject, personNumber, attributes, context }: SourceRequest): Promise<SourceOutcome> {
    return {
      kind: 'answered',
      values: {
        ...(attributes.includes('fedid') && { fedid: { value: subject, trust: 'established' } }),
        ...(attributes.includes('context') && { context: { value: context, trust: 'established' } }),
        ...(attributes.includes('egovNRN') &&
          personNumber !== undefined && { egovNRN: { value: personNumber, trust: 'established' } }),
      },
    };
  }
}
