import {
  CircuitBreaker,
  type AttributeSourceName,
  type CircuitState,
  type UnavailableReason,
} from '#libs/attributes';
import type { Clock } from '#libs/kernel';
import { hedged } from './hedged.js';
import type { Unavailable } from './source.js';

export interface SourceGuards {
  /** Milliseconds for one consultation. */
  readonly timeout: number;
  /** Consultations under way at once; a further one is turned away, so that a slow source cannot hold up the others. */
  readonly concurrency: number;
  /** Failures of the last twice as many consultations after which the source is left alone. */
  readonly failures: number;
  /** Milliseconds before a source that was left alone is tried again. */
  readonly cooldown: number;
  /**
   * Milliseconds without an answer after which the same is asked once more, and the first answer taken. Only for sources
   * where asking twice harms nothing: a register that writes down every consultation is asked once.
   */
  readonly hedgeAfter?: number | undefined;
  readonly clock: Clock;
  /** Hears of every consultation, for measurements and the log. */
  readonly observe?: (observation: SourceObservation) => void;
}

export interface SourceObservation {
  readonly source: AttributeSourceName;
  /** `answered`, or the reason why not. */
  readonly outcome: 'answered' | UnavailableReason;
  /** A code, never a person's data. */
  readonly detail?: string | undefined;
  readonly consultation: string;
  readonly seconds: number;
}

/** What a party answers, in whatever form, or why it did not. */
type Answered = { readonly kind: 'answered' };

/** Reasons that tell of the source's health. That a person is not there or has died is an answer. */
export const ILLNESS: ReadonlySet<string> = new Set(['timeout', 'source-error', 'answer-not-trusted']);

/** Time limit, bulkhead, circuit breaker and one hedged repetition around the consultations of one source. */
export class SourceGuard {
  private underWay = 0;
  private readonly breaker: CircuitBreaker;

  constructor(
    readonly name: AttributeSourceName,
    private readonly guards: SourceGuards,
  ) {
    const { failures, cooldown, clock } = guards;
    this.breaker = new CircuitBreaker({ failures, window: failures * 2, cooldown, clock });
  }

  get circuit(): CircuitState {
    return this.breaker.state;
  }

  /** Never throws: what the work throws is an error of the source. */
  async run<A extends Answered>(
    consultation: string,
    work: (signal: AbortSignal) => Promise<A | Unavailable>,
  ): Promise<A | Unavailable> {
    const start = performance.now();
    const outcome = await this.withinBounds(work);
    this.guards.observe?.({
      source: this.name,
      outcome: isUnavailable(outcome) ? outcome.reason : 'answered',
      detail: isUnavailable(outcome) ? outcome.detail : undefined,
      consultation,
      seconds: (performance.now() - start) / 1000,
    });
    return outcome;
  }

  private async withinBounds<A extends Answered>(
    work: (signal: AbortSignal) => Promise<A | Unavailable>,
  ): Promise<A | Unavailable> {
    if (this.underWay >= this.guards.concurrency) return { kind: 'unavailable', reason: 'source-busy' };
    this.underWay++;
    try {
      const passed = await this.breaker.run(() => this.inTime(work), isIllness);
      return passed.kind === 'ran' ? passed.result : { kind: 'unavailable', reason: 'source-out-of-service' };
    } finally {
      this.underWay--;
    }
  }

  /** Races the limit, so that a source that does not listen to its signal cannot hold the sign-in up either. */
  private async inTime<A extends Answered>(
    work: (signal: AbortSignal) => Promise<A | Unavailable>,
  ): Promise<A | Unavailable> {
    const limit = new AbortController();
    const late: Unavailable = { kind: 'unavailable', reason: 'timeout' };
    let timer: NodeJS.Timeout | undefined;
    const lateness = new Promise<Unavailable>((resolve) => {
      timer = setTimeout(() => resolve(late), this.guards.timeout);
    });
    let underWay = 0;
    const attempt = async () => {
      underWay += 1;
      try {
        return await work(limit.signal);
      } catch (error) {
        return failed(error);
      } finally {
        underWay -= 1;
      }
    };
    try {
      return await Promise.race([hedged(attempt, isIllness, this.guards.hedgeAfter), lateness]);
    } finally {
      clearTimeout(timer);
      // Costs as much as the whole guard, so only when there is somebody to stop.
      if (underWay > 0) limit.abort();
    }
  }
}

const failed = (error: unknown): Unavailable => ({
  kind: 'unavailable',
  reason: 'source-error',
  detail: error instanceof Error ? error.name : 'unknown',
});

const isUnavailable = (outcome: Answered | Unavailable): outcome is Unavailable =>
  outcome.kind === 'unavailable';

const isIllness = (outcome: Answered | Unavailable): boolean =>
  isUnavailable(outcome) && ILLNESS.has(outcome.reason);
