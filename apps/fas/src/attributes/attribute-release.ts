import type { Application } from '#libs/agencies';
import {
  isInDossier,
  type ApsClient,
  type ApsOutcome,
  type AttributeResult,
  type ChosenEnterprise,
} from '#libs/attributes';
import type { FedId, Language } from '#libs/kernel';
import type { Context } from '#libs/loa';

export type GivenAttribute = Extract<AttributeResult, { status: 'given' }>;

export interface ReleaseQuestion {
  readonly application: Application;
  readonly subject: FedId;
  readonly asked: readonly string[];
  readonly context: Context;
  readonly language: Language;
  /** The enterprise for which the person signs in. */
  readonly enterprise?: ChosenEnterprise | undefined;
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
  /** The person may not act for the enterprise, or no longer. */
  | { readonly kind: 'no-mandate' }
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
    const { attributes } = question.application;
    const asked = question.asked.filter((name) =>
      isInDossier(
        attributes.map((registered) => registered.name),
        name,
      ),
    );
    if (asked.length === 0) return { kind: 'released', given: [], unavailable: [] };
    const outcome = await this.aps.attributes(
      {
        subject: question.subject,
        application: question.application.id,
        journey: question.journey,
        purpose: 'sign-in',
      },
      {
        attributes: asked,
        context: question.context,
        language: question.language,
        ...(question.enterprise && { enterprise: question.enterprise }),
      },
    );
    const missing = missingFrom(outcome, asked);
    if (missing.some(({ reason }) => reason === 'no-mandate')) return { kind: 'no-mandate' };
    const mandatory = missing.filter(({ name }) =>
      attributes.some((one) => one.mandatory && isInDossier([one.name], name)),
    );
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
