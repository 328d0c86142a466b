import type { Application } from '#libs/agencies';
import type { ChosenEnterprise } from '#libs/attributes';
import type { Language } from '#libs/kernel';
import { decide, type Decision, type LoaPolicy } from '#libs/loa';
import type { AttributeRelease } from '../attributes/attribute-release.js';
import type { SignInSession } from '../sign-in-session/sign-in-session.js';
import type { KeyStatus } from '../status/key-status.js';
import type { AuthenticationRequest } from './authentication-request.js';
import type { Authenticated } from './authentication-result.js';
import type { ReleaseDecisionsStore } from './confirm-release/release-decisions.store.js';

export type Asking = Extract<Decision, { kind: 'step-up' | 'choose' }>;

export type Evaluation =
  /** Everything that was asked is there. */
  | { readonly kind: 'authenticated'; readonly result: Authenticated }
  /** The same, but the person has not yet seen what the service receives. */
  | { readonly kind: 'confirm'; readonly result: Authenticated }
  | { readonly kind: 'ask'; readonly decision: Asking }
  | { readonly kind: 'impossible'; readonly decision: Extract<Decision, { kind: 'impossible' }> }
  /** In enterprise context: for which one? `ended`: for the one that was chosen the person may not act any more. */
  | { readonly kind: 'choose-company'; readonly ended: boolean }
  | { readonly kind: 'other-person' }
  | {
      readonly kind: 'source-unavailable';
      readonly attributes: readonly string[];
      readonly unknownToSource: boolean;
    };

export interface EvaluationInput {
  readonly request: AuthenticationRequest;
  readonly application: Application;
  readonly session: SignInSession | undefined;
  readonly language: Language;
  readonly now: Date;
  /** Start of the login: what was proven since counts as fresh. */
  readonly since?: Date;
  /** Identifier of the login in the records of APS. */
  readonly journey: string;
  /** The enterprise that was chosen in this login, and by whom. */
  readonly enterprise?: (ChosenEnterprise & { readonly fedId: string }) | undefined;
}

/** Holds a request against a session: what is there, what is still to be asked. */
export class Evaluator {
  constructor(
    private readonly policy: LoaPolicy,
    private readonly attributes: AttributeRelease,
    private readonly decisions: ReleaseDecisionsStore,
    private readonly status: Pick<KeyStatus, 'outOfService' | 'isSuspended'>,
  ) {}

  /** The decision about levels alone; asks no source. */
  decision(input: Omit<EvaluationInput, 'journey' | 'language' | 'enterprise'>): Decision {
    const { request, application, session, now, since } = input;
    return decide({
      policy: this.policy,
      requirement: request.requirement,
      application: { keys: application.keys },
      events: (session?.events ?? []).filter(({ key }) => !this.status.isSuspended(key)),
      now,
      force: request.force,
      outOfService: this.status.outOfService(),
      ...(since && { forcedSince: since }),
      ...(request.maxAgeSeconds !== undefined && { maxAgeSeconds: request.maxAgeSeconds }),
    });
  }

  async evaluate(input: EvaluationInput): Promise<Evaluation> {
    const decision = this.decision(input);
    const { session, request } = input;
    if (decision.kind === 'impossible') return { kind: 'impossible', decision };
    if (decision.kind !== 'satisfied' || session === undefined) {
      return { kind: 'ask', decision: asking(decision) };
    }
    if (request.subject !== undefined && request.subject !== session.fedId) return { kind: 'other-person' };
    return this.withAttributes(input, session, decision);
  }

  private async withAttributes(
    input: EvaluationInput,
    session: SignInSession,
    decision: Extract<Decision, { kind: 'satisfied' }>,
  ): Promise<Evaluation> {
    const { request, application } = input;
    const enterprise = chosenBy(session, input);
    // A session of a citizen never turns into one of an enterprise by itself: that is asked at each sign-in.
    if (request.requirement.context === 'enterprise' && enterprise === undefined)
      return { kind: 'choose-company', ended: false };
    const release = await this.attributes.release({
      application,
      subject: session.fedId,
      asked: request.attributes,
      context: request.requirement.context,
      language: input.language,
      journey: input.journey,
      enterprise,
    });
    if (release.kind === 'no-mandate') return { kind: 'choose-company', ended: true };
    if (release.kind === 'mandatory-unavailable') return { ...release, kind: 'source-unavailable' };
    const result: Authenticated = {
      kind: 'authenticated',
      fedId: session.fedId,
      sessionUid: session.uid,
      context: request.requirement.context,
      ...(enterprise && { enterprise }),
      key: decision.event.key,
      level: decision.level,
      classReference: decision.classReference,
      amr: decision.amr,
      authenticatedAt: decision.event.at,
      attributes: release.given,
      unavailable: release.unavailable,
    };
    const seen = request.confirm !== true && (await this.wasShown(result, application));
    return { kind: seen ? 'authenticated' : 'confirm', result };
  }

  /** Whether the person saw before that the service receives these. Nothing needs no showing. */
  private async wasShown({ fedId, attributes }: Authenticated, application: Application): Promise<boolean> {
    if (attributes.length === 0) return true;
    const shownBefore = await this.decisions.shownBefore(fedId, application.id);
    return attributes.every(({ name }) => shownBefore?.includes(name));
  }
}

/** Somebody else who signed in meanwhile has not chosen. */
function chosenBy(
  session: SignInSession,
  { request, enterprise }: EvaluationInput,
): ChosenEnterprise | undefined {
  if (request.requirement.context !== 'enterprise' || enterprise?.fedId !== session.fedId) return undefined;
  const { number, establishment } = enterprise;
  return { number, ...(establishment !== undefined && { establishment }) };
}

/** Without a session nothing can be satisfied: `decide` was given no events. */
function asking(decision: Exclude<Decision, { kind: 'impossible' }>): Asking {
  if (decision.kind === 'satisfied') throw new Error('a decision was satisfied without a session');
  return decision;
}
