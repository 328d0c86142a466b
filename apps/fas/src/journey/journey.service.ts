import type { Application } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import type { FirstFactor, ProveOutcome } from '#libs/digital-keys';
import type { Clock, Language } from '#libs/kernel';
import { keyLevel, type KeyKind, type LoaPolicy } from '#libs/loa';
import type { AnySession, SignInSessionStore } from '../sign-in-session/sign-in-session.store.js';
import type { ProvenKey, SignInSession } from '../sign-in-session/sign-in-session.js';
import type { AuthenticationRequest } from './authentication-request.js';
import type { Authenticated, AuthenticationResult, RefusalReason } from './authentication-result.js';
import type { ReleaseDecisionsStore } from './confirm-release/release-decisions.store.js';
import type { Evaluation, Evaluator } from './evaluation.js';
import {
  KeyProven,
  KeyRefused,
  ReleaseConfirmed,
  SignInCompleted,
  SignInRefused,
  SignInStarted,
} from './journey.audit.js';
import type { JourneyStore } from './journey.store.js';
import type { Journey } from './journey.js';
import type { SignInNotice } from './sign-in-notice.js';

/** Who is at the other end of a request, for the record and the language of sources. */
export interface Visitor {
  readonly reference: string;
  readonly address: string;
  readonly language: Language;
  /** Value of the cookie that tells browsers apart. */
  readonly browser?: string;
  /** Value of the cookie by which a device is known again; asked for only when a key is proven. */
  readonly device?: string;
}

export type BeginOutcome =
  /** Answer now; the record is committed. */
  | { readonly kind: 'finished'; readonly result: AuthenticationResult }
  /** The person is needed: open a journey and send the browser to it. */
  | { readonly kind: 'person-needed' };

export type Step =
  | { readonly kind: 'choose'; readonly evaluation: Extract<Evaluation, { kind: 'ask' }> }
  | { readonly kind: 'confirm'; readonly evaluation: Extract<Evaluation, { kind: 'confirm' }> }
  | {
      readonly kind: 'refused';
      readonly evaluation: Exclude<Evaluation, { kind: 'authenticated' | 'ask' | 'confirm' }>;
    }
  | { readonly kind: 'finish' };

type Proven = Extract<ProveOutcome, { kind: 'proven' }>;

export type ProvenOutcome =
  | { readonly kind: 'signed-in'; readonly cookie: string; readonly session: SignInSession }
  | { readonly kind: 'other-person' };

export interface JourneyServices {
  readonly journeys: JourneyStore;
  readonly sessions: SignInSessionStore;
  readonly evaluator: Evaluator;
  readonly decisions: ReleaseDecisionsStore;
  readonly audit: AuditWriter;
  readonly notice: SignInNotice;
  readonly policy: LoaPolicy;
  readonly clock: Clock;
  readonly journeyMinutes: number;
}

/** The one road of a login, the same for every front door and every key. */
export class JourneyService {
  constructor(private readonly the: JourneyServices) {}

  /** Tries to answer from the session alone; records and returns the result, or says that a page is needed. */
  async begin(
    request: AuthenticationRequest,
    application: Application,
    session: SignInSession | undefined,
    visitor: Visitor,
  ): Promise<BeginOutcome> {
    const evaluation = await this.the.evaluator.evaluate({
      request,
      application,
      session,
      language: visitor.language,
      now: this.the.clock.now(),
      journey: visitor.reference,
    });
    if (evaluation.kind === 'authenticated') {
      await this.recordCompleted(evaluation.result, { request, application, visitor });
      return { kind: 'finished', result: evaluation.result };
    }
    const reason = refusalAtOnce(evaluation, request.passive);
    if (reason === undefined) return { kind: 'person-needed' };
    const result: AuthenticationResult = { kind: 'refused', reason };
    await this.recordRefused(reason, { request, application, visitor });
    return { kind: 'finished', result };
  }

  /** Opens a journey; the caller sends the browser to `/fas/sign-in/<id>`. */
  async open(
    id: string,
    request: AuthenticationRequest,
    application: Application,
    front: { readonly protocolState: unknown; readonly visitor: Visitor },
  ): Promise<void> {
    const { visitor, protocolState } = front;
    await Promise.all([
      this.the.journeys.open({
        id,
        request,
        protocolState,
        ...(visitor.browser !== undefined && { browser: visitor.browser }),
        now: this.the.clock.now(),
        minutes: this.the.journeyMinutes,
      }),
      this.the.audit.record(SignInStarted, {
        ...entry({ application, visitor }),
        data: {
          journey: id,
          protocol: request.protocol,
          minimum: request.requirement.minimum,
          context: request.requirement.context,
          forced: request.force,
        },
      }),
    ]);
  }

  /** Where a journey goes from here with this session. Moves it when nothing more is to be asked. */
  async advance(
    journey: Journey,
    application: Application,
    session: SignInSession | undefined,
    visitor: Visitor,
  ): Promise<Step> {
    if (journey.state === 'finished' || journey.state === 'refused') return { kind: 'finish' };
    const evaluation = await this.the.evaluator.evaluate({
      request: journey.request,
      application,
      session,
      language: visitor.language,
      now: this.the.clock.now(),
      since: journey.createdAt,
      journey: journey.id,
    });
    return this.step(journey, evaluation, { request: journey.request, application, visitor });
  }

  /** The first of two factors holds: the next page asks for the second. */
  async noteFirstFactor(journey: Journey, { fedId, keyId }: FirstFactor): Promise<void> {
    const at = this.the.clock.now().toISOString();
    await this.the.journeys.notePassword(journey.id, { fedId, keyId, at });
  }

  /** A key was proven: the session gains an authentication event and a new cookie. */
  async keyProven(
    journey: Journey,
    kind: KeyKind,
    proven: Proven,
    to: {
      readonly application: Application;
      readonly session: AnySession | undefined;
      readonly visitor: Visitor;
    },
  ): Promise<ProvenOutcome> {
    const { application, session, visitor } = to;
    if (session?.fedId !== undefined && session.fedId !== proven.fedId) return { kind: 'other-person' };
    const now = this.the.clock.now();
    const level = keyLevel(this.the.policy, kind, proven.enrolment);
    const event: ProvenKey = { key: kind, level, at: now.toISOString(), keyId: proven.keyId };
    await this.the.audit.record(KeyProven, {
      ...entry({ application, visitor }),
      subject: proven.fedId,
      data: { journey: journey.id, key: kind, keyId: proven.keyId, level },
    });
    const { uid, cookie } =
      session?.fedId === undefined
        ? await this.the.sessions.begin(proven.fedId, event)
        : await this.the.sessions.addProof(session.uid, event);
    await this.the.notice.note({
      fedId: proven.fedId,
      sessionUid: uid,
      browser: visitor.device ?? visitor.browser ?? '',
      application,
      key: kind,
      at: now,
      address: visitor.address,
    });
    return {
      kind: 'signed-in',
      cookie,
      session: {
        uid,
        fedId: proven.fedId,
        events: [...(session?.events ?? []), event],
        participants: session?.participants ?? [],
        createdAt: session?.createdAt ?? now,
      },
    };
  }

  /** Records a proof that did not hold. */
  async keyRefused(
    journey: Journey,
    kind: KeyKind,
    outcome: Extract<ProveOutcome, { kind: 'wrong' | 'locked' }>,
    visitor: Visitor,
  ): Promise<void> {
    await this.the.audit.record(KeyRefused, {
      reference: visitor.reference,
      address: visitor.address,
      application: journey.request.applicationId,
      ...(outcome.subject !== undefined && { subject: outcome.subject }),
      data: { journey: journey.id, key: kind, reason: outcome.reason, locked: outcome.kind === 'locked' },
    });
  }

  /** The person saw what the service receives and went on. */
  async confirmRelease(journey: Journey, application: Application, visitor: Visitor): Promise<boolean> {
    const { result, request } = journey;
    if (journey.state !== 'confirming' || result?.kind !== 'authenticated') return false;
    const attributes = result.attributes.map(({ name }) => name);
    await this.the.audit.record(ReleaseConfirmed, {
      ...entry({ application, visitor }),
      subject: result.fedId,
      data: { journey: journey.id, attributes },
    });
    await this.the.decisions.remember(result.fedId, application.id, attributes);
    await this.recordCompleted(result, { request, application, visitor, journey: journey.id });
    return this.the.journeys.apply(journey.id, 'ReleaseConfirmed');
  }

  /** The person does not want to go on. */
  async cancel(journey: Journey, application: Application, visitor: Visitor): Promise<void> {
    const result: AuthenticationResult = { kind: 'refused', reason: 'cancelled' };
    await this.recordRefused('cancelled', {
      request: journey.request,
      application,
      visitor,
      journey: journey.id,
    });
    await this.the.journeys.apply(journey.id, 'Cancelled', result);
  }

  private async step(journey: Journey, evaluation: Evaluation, of: Recorded): Promise<Step> {
    switch (evaluation.kind) {
      case 'ask':
        return { kind: 'choose', evaluation };
      case 'confirm':
        await this.the.journeys.apply(journey.id, 'ReleaseToConfirm', evaluation.result);
        return { kind: 'confirm', evaluation };
      case 'authenticated':
        await this.recordCompleted(evaluation.result, { ...of, journey: journey.id });
        await this.the.journeys.apply(journey.id, 'RequirementMet', evaluation.result);
        return { kind: 'finish' };
      default:
        await this.refuse(journey, evaluation, of);
        return { kind: 'refused', evaluation };
    }
  }

  private async refuse(
    journey: Journey,
    evaluation: Exclude<Evaluation, { kind: 'authenticated' | 'ask' | 'confirm' }>,
    of: Recorded,
  ): Promise<void> {
    const reason = refusalOf(evaluation);
    await this.recordRefused(reason, { ...of, journey: journey.id });
    await this.the.journeys.apply(journey.id, 'SignInImpossible', { kind: 'refused', reason });
  }

  private recordCompleted(result: Authenticated, of: Recorded): Promise<void> {
    return this.the.audit.record(SignInCompleted, {
      ...entry(of),
      subject: result.fedId,
      data: {
        ...(of.journey !== undefined && { journey: of.journey }),
        protocol: of.request.protocol,
        key: result.key,
        level: result.level,
        context: result.context,
        attributes: result.attributes.map(({ name }) => name),
        singleSignOn: of.journey === undefined,
      },
    });
  }

  private recordRefused(reason: RefusalReason, of: Recorded): Promise<void> {
    return this.the.audit.record(SignInRefused, {
      ...entry(of),
      data: {
        ...(of.journey !== undefined && { journey: of.journey }),
        protocol: of.request.protocol,
        reason,
      },
    });
  }
}

interface Recorded {
  readonly request: AuthenticationRequest;
  readonly application: Application;
  readonly visitor: Visitor;
  readonly journey?: string;
}

const entry = ({ application, visitor }: Pick<Recorded, 'application' | 'visitor'>) => ({
  reference: visitor.reference,
  address: visitor.address,
  application: application.id,
  agency: application.agency.number,
});

function refusalOf(
  evaluation: Exclude<Evaluation, { kind: 'authenticated' | 'ask' | 'confirm' }>,
): RefusalReason {
  if (evaluation.kind === 'impossible') return 'level-impossible';
  return evaluation.kind === 'other-person' ? 'other-person' : 'attribute-unavailable';
}

/** What is answered without showing a page; undefined when a page is to be shown. */
function refusalAtOnce(
  evaluation: Exclude<Evaluation, { kind: 'authenticated' }>,
  passive: boolean,
): RefusalReason | undefined {
  if (evaluation.kind === 'impossible') return 'level-impossible';
  if (!passive) return undefined;
  if (evaluation.kind === 'ask')
    return evaluation.decision.kind === 'step-up' ? 'level-not-met' : 'sign-in-needed';
  return evaluation.kind === 'confirm' ? 'interaction-needed' : refusalOf(evaluation);
}
