import type { AttributeSource, SourceOutcome, SourceRequest } from '../source.js';

/** What we ourselves established about who somebody is: the FedID, and the number under which they were enrolled. */
export class IdentitySource implements AttributeSource {
  readonly name = 'identity';
  readonly attributes = ['fedid', 'egovNRN'] as const;

  async fetch({ subject, personNumber, attributes }: SourceRequest): Promise<SourceOutcome> {
    return {
      kind: 'answered',
      values: {
        ...(attributes.includes('fedid') && { fedid: { value: subject, trust: 'established' } }),
        ...(attributes.includes('egovNRN') &&
          personNumber !== undefined && { egovNRN: { value: personNumber, trust: 'established' } }),
      },
    };
  }
}
