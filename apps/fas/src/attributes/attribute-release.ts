import type { Application } from '#libs/agencies';
import type { ApsClient, ApsOutcome, AttributeResult } from '#libs/attributes';
import type { FedId, Language } from '#libs/kernel';
import type { Context } from '#libs/loa';

export type GivenAttribute = Extract<AttributeResult, { status: 'given' }>;

export interface ReleaseQuestion {
  readonly application: Application;
  readonly subject: FedId;
  readonly asked: readonly string[];
  readonly context: Context;
  readonly language: Language;
  /** The sign-in during which is asked, for the record. */
  readonly journey: string;
}

export type ReleaseOutcome =
  | {
      readonly kind: 'released';
      readonly given: readonly GivenAttribute[];
      /** Optional attributes whose source did not answer. */
      readonly unavailable: readonly string[];
    }
  | {
      readonly kind: 'mandatory-unavailable';
      readonly attributes: readonly string[];
      /** The source answered, but has no value for this person. */
      readonly unknownToSource: boolean;
    };

const NOT_THERE = new Set(['not-found', 'no-value', 'deceased', 'number-replaced']);

/** Asks APS for what the application asks and may have; an optional attribute that cannot be had is left out. */
export class AttributeRelease {
  constructor(private readonly aps: ApsClient) {}

  async release(question: ReleaseQuestion): Promise<ReleaseOutcome> {
    const registered = new Map(
      question.application.attributes.map(({ name, mandatory }) => [name, mandatory]),
    );
    const asked = question.asked.filter((name) => registered.has(name));
    if (asked.length === 0) return { kind: 'released', given: [], unavailable: [] };
    const outcome = await this.aps.attributes(
      {
        subject: question.subject,
        application: question.application.id,
        journey: question.journey,
        purpose: 'sign-in',
      },
      { attributes: asked, context: question.context, language: question.language },
    );
    const missing = missingFrom(outcome, asked);
    const mandatory = missing.filter(({ name }) => registered.get(name));
    if (mandatory.length > 0) {
      return {
        kind: 'mandatory-unavailable',
        attributes: mandatory.map(({ name }) => name),
        unknownToSource: mandatory.every(({ reason }) => NOT_THERE.has(reason)),
      };
    }
    return { kind: 'released', given: givenIn(outcome), unavailable: missing.map(({ name }) => name) };
  }
}

function givenIn(outcome: ApsOutcome): GivenAttribute[] {
  if (outcome.kind !== 'answered') return [];
  return outcome.attributes.filter((result): result is GivenAttribute => result.status === 'given');
}

/**
 * A refused attribute is not missing: the application may not have it, and is told nothing about it. One about which
 * nothing was answered is.
 */
function missingFrom(outcome: ApsOutcome, asked: readonly string[]): { name: string; reason: string }[] {
  if (outcome.kind === 'unreachable') return asked.map((name) => ({ name, reason: outcome.reason }));
  const results = new Map(outcome.attributes.map((result) => [result.name, result]));
  return asked.flatMap((name) => {
    const result = results.get(name) ?? { status: 'unavailable', reason: 'not-answered' };
    return result.status === 'unavailable' ? [{ name, reason: result.reason }] : [];
  });
}
