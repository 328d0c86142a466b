import type { AuditWriter } from '#libs/audit';
import type { Clock } from '#libs/kernel';
import type { Authenticated } from './authentication-result.js';
import type { BeginningSession } from './beginning-session.js';
import type { CompanyStore } from './choose-company/company.store.js';
import type { ReleaseDecisionsStore } from './confirm-release/release-decisions.store.js';
import type { Evaluation, Evaluator } from './evaluation.js';
import type { JourneyRecord, Recorded } from './journey-record.js';
import type { Journey } from './journey.js';
import type { JourneyStore } from './journey.store.js';
import { isRefusing, refusalOf, type RefusingEvaluation } from './refusal.js';
import type { Step } from './step.js';

export interface JourneyServices {
  readonly journeys: JourneyStore;
  readonly evaluator: Evaluator;
  readonly decisions: ReleaseDecisionsStore;
  readonly companies: Pick<CompanyStore, 'forget'>;
  readonly audit: AuditWriter;
  readonly record: JourneyRecord;
  readonly clock: Clock;
  readonly journeyMinutes: number;
}

/** Moves a journey to where an evaluation leads, and writes down how it ended. */
export class JourneySteps {
  constructor(private readonly the: Pick<JourneyServices, 'journeys' | 'companies' | 'record'>) {}

  /** What comes of an evaluation; `beginning` when the session begins together with the end of the journey. */
  async step(
    journey: Journey,
    evaluation: Evaluation,
    of: Recorded,
    beginning?: BeginningSession,
  ): Promise<Step> {
    if (journey.state === 'refused') {
      return isRefusing(evaluation) ? { kind: 'refused', evaluation } : { kind: 'finish' };
    }
    switch (evaluation.kind) {
      case 'ask':
        return { kind: 'choose', evaluation };
      case 'choose-company':
        if (evaluation.ended) await this.the.companies.forget(journey.id);
        return { kind: 'choose-company' };
      case 'confirm':
        await this.the.journeys.apply(journey.id, 'ReleaseToConfirm', evaluation.result);
        return { kind: 'confirm', evaluation };
      case 'authenticated':
        return { kind: 'finish', concluded: await this.conclude(journey, evaluation.result, of, beginning) };
      default:
        await this.refuse(journey, evaluation, of);
        return { kind: 'refused', evaluation };
    }
  }

  private async conclude(
    { id }: Journey,
    result: Authenticated,
    of: Recorded,
    beginning?: BeginningSession,
  ): Promise<boolean> {
    const completed = this.the.record.completing(result, { ...of, journey: id }, beginning?.records);
    const recorded = beginning?.together(completed) ?? completed;
    const concluded = await this.the.journeys.conclude('RequirementMet', { id, result }, recorded);
    // Another request ended the journey.
    if (!concluded) await beginning?.now();
    return concluded;
  }

  private async refuse(journey: Journey, evaluation: RefusingEvaluation, of: Recorded): Promise<void> {
    const reason = refusalOf(evaluation);
    const { id } = journey;
    const recorded = this.the.record.refusing(reason, { ...of, journey: id });
    await this.the.journeys.conclude(
      'SignInImpossible',
      { id, result: { kind: 'refused', reason } },
      recorded,
    );
  }
}
