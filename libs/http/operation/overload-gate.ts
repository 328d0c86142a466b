import { performance } from 'node:perf_hooks';

export interface OverloadLimits {
  /** Event-loop delay in milliseconds above which no new work is taken. */
  readonly delay?: number;
  /** Requests under way at once above which no new work is taken. */
  readonly underWay?: number;
}

const SAMPLE_EVERY = 100;

/** Weight of the newest sample: one pause does not close the gate, half a second of pauses does. */
const WEIGHT = 0.3;

/** Refuses new work while the process cannot keep up, so that what is under way still ends in time. */
export class OverloadGate {
  private delay = 0;
  private expected = 0;
  private timer: NodeJS.Timeout | undefined;
  underWay = 0;

  constructor(private readonly limits: OverloadLimits = {}) {}

  start(): void {
    this.expected = performance.now() + SAMPLE_EVERY;
    this.timer = setInterval(() => this.sample(), SAMPLE_EVERY).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  get closed(): boolean {
    const { delay = 500, underWay = 500 } = this.limits;
    return this.delay > delay || this.underWay > underWay;
  }

  private sample(): void {
    const now = performance.now();
    const late = Math.max(0, now - this.expected);
    this.delay += WEIGHT * (late - this.delay);
    this.expected = now + SAMPLE_EVERY;
  }
}
