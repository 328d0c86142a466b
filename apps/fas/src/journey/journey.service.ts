import type { Application } from '#libs/agencies';
import type { SignInSession } from '../sign-in-session/sign-in-session.js';
import type { AuthenticationRequest } from './authentication-request.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { BeginOutcome } from './begin-outcome.js';
import type { BeginningSession } from './beginning-session.js';
import type { Evaluation } from './evaluation.js';
import { recordEntry, type Recorded } from './journey-record.js';
import { JourneySteps, type JourneyServices } from './journey-steps.js';
import { ReleaseConfirmed } from './journey.audit.js';
import { nextState } from './journey-table.js';
import type { Journey } from './journey.js';
import { isCancelled, refusalAtOnce } from './refusal.js';
import { stillStands } from './standing-proof.js';
import type { Step } from './step.js';
import type { Visitor } from './visitor.js';

/** What a person proved, and the session in which they did. */
interface Proven {
  readonly session: SignInSession | undefined;
  readonly beginning?: BeginningSession | undefined;
}

/** The one road of a login, the same for every front door and every key. */
export class JourneyService {
  private readonly steps: JourneySteps;

  constructor(private readonly the: JourneyServices) {
    this.steps = new JourneySteps(the);
  }

  /** Tries to answer from the session alone; records and returns the result, or says that a page is needed. */
  async begin(...of: Parameters<JourneyService['consider']>): Promise<BeginOutcome> {
    const outcome = await this.consider(...of);
    if (outcome.kind === 'finished') await outcome.completion?.now();
    return outcome;
  }

  /** The same, but that a sign-in is complete is left for the caller to record, together with the answer. */
  async consider(
    request: AuthenticationRequest,
    application: Application,
    session: SignInSession | undefined,
    visitor: Visitor,
  ): Promise<BeginOutcome> {
    const { language, reference: journey } = visitor;
    const now = this.the.clock.now();
    const evaluation = await this.the.evaluator.evaluate({
      request,
      application,
      session,
      language,
      now,
      journey,
    });
    if (evaluation.kind === 'authenticated') {
      const { result } = evaluation;
      const completion = this.the.record.completion(result, { request, application, visitor });
      return { kind: 'finished', result, completion };
    }
    const reason = refusalAtOnce(evaluation, request.passive);
    if (reason === undefined) return { kind: 'person-needed' };
    const result: AuthenticationResult = { kind: 'refused', reason };
    await this.the.record.refused(reason, { request, application, visitor });
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
    await this.the.journeys.open(
      {
        id,
        request,
        protocolState,
        ...(visitor.browser !== undefined && { browser: visitor.browser }),
        now: this.the.clock.now(),
        minutes: this.the.journeyMinutes,
      },
      this.the.record.starting({ request, application, visitor, journey: id }),
    );
  }

  /** Where a journey goes from here with this session. Moves it when nothing more is to be asked. */
  advance(
    journey: Journey,
    application: Application,
    session: SignInSession | undefined,
    visitor: Visitor,
  ): Promise<Step> {
    return this.advanceIn({ session }, { journey, application, visitor });
  }

  /** The same after a proof, which may have a session begin: it has begun afterwards, whatever becomes of the journey. */
  async advanceIn(
    { session, beginning }: Proven,
    { journey, application, visitor }: Pick<Recorded, 'application' | 'visitor'> & { journey: Journey },
  ): Promise<Step> {
    const evaluation = await this.evaluated(journey, application, session, visitor).catch(async (error) => {
      await beginning?.now();
      throw error;
    });
    const ends = journey.state === 'choosing' && evaluation?.kind === 'authenticated';
    if (!ends) await beginning?.now();
    if (evaluation === undefined) return { kind: 'finish' };
    const of = { request: journey.request, application, visitor };
    return this.steps.step(journey, evaluation, of, ends ? beginning : undefined);
  }

  /** Undefined when it came to its end before. */
  private evaluated(
    journey: Journey,
    application: Application,
    session: SignInSession | undefined,
    visitor: Visitor,
  ): Promise<Evaluation | undefined> {
    if (journey.state === 'finished' || isCancelled(journey)) return Promise.resolve(undefined);
    return this.the.evaluator.evaluate({
      request: journey.request,
      application,
      session,
      language: visitor.language,
      now: this.the.clock.now(),
      since: journey.createdAt,
      journey: journey.id,
      enterprise: journey.enterprise,
    });
  }

  /** The person saw what the service receives and went on. */
  async confirmRelease(
    shown: Journey,
    application: Application,
    session: SignInSession | undefined,
    visitor: Visitor,
  ): Promise<boolean> {
    const journey = await this.standing(shown, application, session, visitor);
    const { result, request } = journey;
    if (journey.state !== 'confirming' || result?.kind !== 'authenticated') return false;
    const attributes = result.attributes.map(({ name }) => name);
    return this.the.journeys.concludeWith('ReleaseConfirmed', journey.id, async (tx) => {
      await this.the.audit.recordIn(tx, ReleaseConfirmed, {
        ...recordEntry({ application, visitor }),
        subject: result.fedId,
        data: { journey: journey.id, attributes },
      });
      await this.the.decisions.within(tx).remember(result.fedId, application.id, attributes);
      await this.the.record.completedIn(tx, result, { request, application, visitor, journey: journey.id });
    });
  }

  /** The journey as it may be answered: minutes may have passed, and a proof that was withdrawn since opens nothing. */
  async standing(
    journey: Journey,
    application: Application,
    session: SignInSession | undefined,
    visitor: Visitor,
  ): Promise<Journey> {
    const { id, request, state, result } = journey;
    if (nextState(state, 'ProofWithdrawn') === undefined) return journey;
    if (result?.kind !== 'authenticated' || stillStands(result, session)) return journey;
    const refused = { kind: 'refused', reason: 'sign-in-needed' } as const;
    const of = { request, application, visitor, journey: id };
    const recorded = this.the.record.refusing(refused.reason, of);
    await this.the.journeys.conclude('ProofWithdrawn', { id, result: refused }, recorded);
    return { ...journey, state: 'refused', result: refused };
  }

  /** The person does not want to go on. */
  async cancel(journey: Journey, application: Application, visitor: Visitor): Promise<void> {
    if (nextState(journey.state, 'Cancelled') === undefined) return;
    const { id, request } = journey;
    const result: AuthenticationResult = { kind: 'refused', reason: 'cancelled' };
    const recorded = this.the.record.refusing('cancelled', { request, application, visitor, journey: id });
    await this.the.journeys.conclude('Cancelled', { id, result }, recorded);
  }
}
