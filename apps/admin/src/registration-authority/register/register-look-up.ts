import { REGISTRATION_PURPOSE, type ApsClient } from '#libs/attributes';
import type { ApplicationsStore } from '#libs/agencies';
import type { FedId, Language } from '#libs/kernel';

/** What the register says of the person, for comparison with the document. */
export interface RegisteredIdentity {
  readonly givenName: string;
  readonly surname: string;
}

export type LookUpOutcome =
  | { readonly kind: 'found'; readonly identity: RegisteredIdentity }
  /** The register knows nobody by that number, or another one took its place. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'deceased' }
  /** Nobody can be registered now: what cannot be compared is not believed. */
  | { readonly kind: 'unavailable' };

export interface RegisterLookUpParts {
  readonly aps: Pick<ApsClient, 'attributes'>;
  readonly applications: Pick<ApplicationsStore, 'findByEntityId'>;
  /** Under what name the administration is registered. */
  readonly entityId: string;
}

const ASKED = ['givenName', 'surname'] as const;

/** Asks the National Register, or the one of BIS numbers, through APS. */
export class RegisterLookUp {
  constructor(private readonly the: RegisterLookUpParts) {}

  async find(subject: FedId, reference: string, language: Language): Promise<LookUpOutcome> {
    const application = await this.the.applications.findByEntityId(this.the.entityId);
    if (application === undefined) return { kind: 'unavailable' };
    const outcome = await this.the.aps.attributes(
      { subject, application: application.id, journey: reference, purpose: REGISTRATION_PURPOSE },
      { attributes: ASKED, context: 'citizen', language },
    );
    if (outcome.kind !== 'answered') return { kind: 'unavailable' };
    const valueOf = (name: string) => {
      const found = outcome.attributes.find((result) => result.name === name);
      return found?.status === 'given' ? found.value : undefined;
    };
    const reasons = outcome.attributes.map((result) => ('reason' in result ? result.reason : undefined));
    if (reasons.includes('deceased')) return { kind: 'deceased' };
    if (reasons.some((reason) => reason === 'not-found' || reason === 'number-replaced')) {
      return { kind: 'unknown' };
    }
    const [givenName, surname] = [valueOf('givenName'), valueOf('surname')];
    if (surname === undefined) return { kind: 'unavailable' };
    return { kind: 'found', identity: { givenName: givenName ?? '', surname } };
  }
}
