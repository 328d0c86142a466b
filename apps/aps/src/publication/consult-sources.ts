import {
  attributeNamed,
  sourceOf,
  type ApsTokenClaims,
  type AttributeRequest,
  type AttributeResult,
} from '#libs/attributes';
import type { Clock, PersonNumber } from '#libs/kernel';
import type { ReadySource } from '../sources/source-registry.js';
import type { ConsultationGround, SourceOutcome, SourceRequest } from '../sources/source.js';
import { belgianDay } from './belgian-day.js';
import type { PublishedTo, Subject } from './directories.js';

export interface Occasion {
  readonly caller: ApsTokenClaims;
  readonly request: AttributeRequest;
  readonly application: PublishedTo;
  readonly subject: Subject;
  /** Id of the consultation. */
  readonly id: string;
  readonly clock: Clock;
}

export interface Consulted {
  /** By the name of the attribute. */
  readonly results: ReadonlyMap<string, AttributeResult>;
  /** A register said that the person has another number now. */
  readonly replacedBy?: PersonNumber | undefined;
}

/** Asks all sources at once; each only when it has something to say, and only for what was granted. */
export async function consultSources(
  sources: readonly ReadySource[],
  granted: readonly string[],
  occasion: Occasion,
): Promise<Consulted> {
  const register = occasion.subject.number?.register ?? 'none';
  const ground = groundOf(occasion);
  const perSource = await Promise.all(
    sources.map(async (source) => {
      const wanted = granted.filter((name) => {
        const attribute = attributeNamed(name);
        return attribute !== undefined && sourceOf(attribute, register) === source.name;
      });
      if (wanted.length === 0) return undefined;
      const outcome = await source.fetch(questionFor(wanted, occasion, ground));
      const retrievedAt = occasion.clock.now().toISOString();
      return { outcome, results: resultsFrom(source.name, outcome, { wanted, retrievedAt }) };
    }),
  );
  const asked = perSource.filter((one) => one !== undefined);
  const results = new Map(asked.flatMap((one) => one.results).map((result) => [result.name, result]));
  const replacedBy = asked.flatMap(({ outcome }) =>
    outcome.kind === 'unavailable' ? (outcome.replacedBy ?? []) : [],
  )[0];
  return { results, replacedBy };
}

/** One object per consultation: sources that share a party know by it that they ask for the same. */
export const groundOf = ({
  application,
  caller,
  id,
}: Pick<Occasion, 'application' | 'caller' | 'id'>): ConsultationGround => ({
  consultation: id,
  agency: application.agency,
  legalBasis: application.entitled.authorisation?.reference ?? '',
  purpose: caller.purpose,
});

function questionFor(
  attributes: readonly string[],
  { caller, request, subject, clock }: Occasion,
  ground: ConsultationGround,
): Omit<SourceRequest, 'signal'> {
  return {
    subject: caller.sub,
    personNumber: subject.number?.value,
    attributes,
    context: request.context,
    enterprise: request.enterprise,
    today: belgianDay(clock.now()),
    language: request.language,
    preferredLanguage: subject.preferredLanguage,
    ground,
  };
}

function resultsFrom(
  source: string,
  outcome: SourceOutcome,
  { wanted, retrievedAt }: { readonly wanted: readonly string[]; readonly retrievedAt: string },
): AttributeResult[] {
  return wanted.map((name) => {
    if (outcome.kind === 'unavailable') return { name, status: 'unavailable', reason: outcome.reason };
    const found = outcome.values[name];
    return found === undefined
      ? { name, status: 'unavailable', reason: outcome.missing ?? 'no-value' }
      : { name, status: 'given', ...found, source, retrievedAt };
  });
}
