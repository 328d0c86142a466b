import {
  CircuitBreaker,
  type AttributeName,
  type AttributeSourceName,
  type CircuitState,
  type UnavailableReason,
} from '#libs/attributes';
import type { Clock } from '#libs/kernel';
import type { AttributeSource, SourceOutcome, SourceRequest } from './source.js';

export interface SourceGuards {
  /** Milliseconds for one consultation. */
  readonly timeout: number;
  /** Consultations under way at once; a further one is turned away, so that a slow source cannot hold up the others. */
  readonly concurrency: number;
  /** Failures of the last twice as many consultations after which the source is left alone. */
  readonly failures: number;
  /** Milliseconds before a source that was left alone is tried again. */
  readonly cooldown: number;
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

/** Reasons that tell of the source's health. That a person is not there or has died is an answer. */
const ILLNESS: ReadonlySet<UnavailableReason> = new Set(['timeout', 'source-error', 'answer-not-trusted']);

/** A source with a time limit, a bulkhead and a circuit breaker around it; it never throws. */
export class GuardedSource {
  private underWay = 0;
  private readonly breaker: CircuitBreaker;

  constructor(
    private readonly source: AttributeSource,
    private readonly guards: SourceGuards,
  ) {
    const { failures, cooldown, clock } = guards;
    this.breaker = new CircuitBreaker({ failures, window: failures * 2, cooldown, clock });
  }

  get name(): AttributeSource['name'] {
    return this.source.name;
  }

  get attributes(): readonly AttributeName[] {
    return this.source.attributes;
  }

  get circuit(): CircuitState {
    return this.breaker.state;
  }

  async fetch(request: Omit<SourceRequest, 'signal'>): Promise<SourceOutcome> {
    const start = performance.now();
    const outcome = await this.fetchGuarded(request);
    this.guards.observe?.({
      source: this.name,
      outcome: outcome.kind === 'answered' ? 'answered' : outcome.reason,
      detail: outcome.kind === 'answered' ? undefined : outcome.detail,
      consultation: request.ground.consultation,
      seconds: (performance.now() - start) / 1000,
    });
    return outcome;
  }

  private async fetchGuarded(request: Omit<SourceRequest, 'signal'>): Promise<SourceOutcome> {
    if (this.underWay >= this.guards.concurrency) return { kind: 'unavailable', reason: 'source-busy' };
    this.underWay++;
    try {
      const passed = await this.breaker.run(() => this.fetchInTime(request), isIllness);
      return passed.kind === 'ran' ? passed.result : { kind: 'unavailable', reason: 'source-out-of-service' };
    } finally {
      this.underWay--;
    }
  }

  /** Races the limit, so that a source that does not listen to its signal cannot hold the sign-in up either. */
  private async fetchInTime(request: Omit<SourceRequest, 'signal'>): Promise<SourceOutcome> {
    const limit = new AbortController();
    const late: SourceOutcome = { kind: 'unavailable', reason: 'timeout' };
    let timer: NodeJS.Timeout | undefined;
    const lateness = new Promise<SourceOutcome>((resolve) => {
      timer = setTimeout(() => {
        resolve(late);
        limit.abort();
      }, this.guards.timeout);
    });
    try {
      return await Promise.race([
        this.source.fetch({ ...request, signal: limit.signal }).catch(failed),
        lateness,
      ]);
    } finally {
      clearTimeout(timer);
    }
  }
}

const failed = (error: unknown): SourceOutcome => ({
  kind: 'unavailable',
  reason: 'source-error',
  detail: error instanceof Error ? error.name : 'unknown',
});

const isIllness = (outcome: SourceOutcome) => outcome.kind === 'unavailable' && ILLNESS.has(outcome.reason);
