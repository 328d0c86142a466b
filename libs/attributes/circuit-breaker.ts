import type { Clock } from '#libs/kernel';

export interface CircuitBreakerOptions {
  /** Opens when this many … */
  readonly failures: number;
  /** … of the last so many calls failed. */
  readonly window: number;
  /** How long it stays open before one call may try, in milliseconds. */
  readonly cooldown: number;
  readonly clock: Clock;
}

export type CircuitState = 'closed' | 'open' | 'half-open';

/**
 * Keeps callers away from a party that does not answer. Counting over a window and not in a row, because a party
 * that fails every second time is out of order too. After the cooldown one call probes; it alone decides.
 */
export class CircuitBreaker {
  private readonly failed: boolean[] = [];
  private openedAt: number | undefined;
  private probing = false;

  constructor(private readonly options: CircuitBreakerOptions) {}

  get state(): CircuitState {
    if (this.openedAt === undefined) return 'closed';
    return this.hasCooledDown(this.openedAt) ? 'half-open' : 'open';
  }

  /** Runs the work unless the circuit is open. A thrown error counts as a failure and is thrown on. */
  async run<T>(
    work: () => Promise<T>,
    isFailure: (result: T) => boolean,
  ): Promise<{ readonly kind: 'ran'; readonly result: T } | { readonly kind: 'open' }> {
    if (!this.admits()) return { kind: 'open' };
    const isProbe = this.openedAt !== undefined;
    this.probing = isProbe;
    let failed = true;
    try {
      const result = await work();
      failed = isFailure(result);
      return { kind: 'ran', result };
    } finally {
      this.note(failed, isProbe);
    }
  }

  private admits(): boolean {
    if (this.openedAt === undefined) return true;
    return this.hasCooledDown(this.openedAt) && !this.probing;
  }

  private hasCooledDown(openedAt: number): boolean {
    return this.options.clock.now().getTime() - openedAt >= this.options.cooldown;
  }

  private note(failed: boolean, wasProbe: boolean): void {
    if (wasProbe) {
      this.probing = false;
      if (failed) this.open();
      else this.close();
      return;
    }
    // A call that began before the circuit opened says nothing about whether the party is back.
    if (this.openedAt !== undefined) return;
    this.failed.push(failed);
    if (this.failed.length > this.options.window) this.failed.shift();
    if (this.failed.filter(Boolean).length >= this.options.failures) this.open();
  }

  private open(): void {
    this.openedAt = this.options.clock.now().getTime();
    this.failed.length = 0;
  }

  private close(): void {
    this.openedAt = undefined;
    this.failed.length = 0;
  }
}
