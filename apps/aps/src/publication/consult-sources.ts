import {
  attributeNamed,
  type ApsTokenClaims,
  type AttributeName,
  type AttributeRequest,
  type AttributeResult,
  type AttributeSourceName,
} from '#libs/attributes';
import type { Clock } from '#libs/kernel';
import type { SourceOutcome, SourceRequest } from '../sources/source.js';
import type { PublishedTo, Subject } from './directories.js';

/** A source as publication uses it: in time, within bounds, never throwing. */
export interface ReadySource {
  readonly name: AttributeSourceName;
  fetch(request: Omit<SourceRequest, 'signal'>): Promise<SourceOutcome>;
}

export interface Occasion {
  readonly caller: ApsTokenClaims;
  readonly request: AttributeRequest;
  readonly application: PublishedTo;
  readonly subject: Subject;
  /** Id of the consultation. */
  readonly id: string;
  readonly clock: Clock;
}

/** Asks all sources at once; each only when it has something to say, and only for what was granted. */
export async function consultSources(
  sources: readonly ReadySource[],
  granted: readonly AttributeName[],
  occasion: Occasion,
): Promise<Map<string, AttributeResult>> {
  const perSource = await Promise.all(
    sources.map(async (source) => {
      const wanted = granted.filter((name) => attributeNamed(name)?.source === source.name);
      if (wanted.length === 0) return [];
      const outcome = await source.fetch(questionFor(wanted, occasion));
      return resultsFrom(source.name, outcome, { wanted, retrievedAt: occasion.clock.now().toISOString() });
    }),
  );
  return new Map(perSource.flat().map((result) => [result.name, result]));
}

function questionFor(
  attributes: readonly AttributeName[],
  { caller, request, application, subject, id }: Occasion,
): Omit<SourceRequest, 'signal'> {
  return {
    subject: caller.sub,
    personNumber: subject.number?.value,
    attributes,
    language: request.language,
    preferredLanguage: subject.preferredLanguage,
    ground: {
      consultation: id,
      agency: application.agency,
      legalBasis: application.entitled.authorisation?.reference ?? '',
      purpose: caller.purpose,
    },
  };
}

function resultsFrom(
  source: string,
  outcome: SourceOutcome,
  { wanted, retrievedAt }: { readonly wanted: readonly AttributeName[]; readonly retrievedAt: string },
): AttributeResult[] {
  return wanted.map((name) => {
    if (outcome.kind === 'unavailable') return { name, status: 'unavailable', reason: outcome.reason };
    const found = outcome.values[name];
    return found === undefined
      ? { name, status: 'unavailable', reason: 'no-value' }
      : { name, status: 'given', ...found, source, retrievedAt };
  });
}
