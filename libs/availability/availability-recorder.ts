import type { Clock } from '#libs/kernel';
import type { CallCounts } from './availability.js';

export interface AvailabilityRecorderOptions {
  readonly store: { add(party: string, at: Date, counts: CallCounts): Promise<void> };
  readonly clock: Clock;
  /** Hears when counts could not be written; they are kept and written with the next. */
  readonly failed: (error: unknown) => void;
  /** Milliseconds between writes. */
  readonly every: number;
}

/** Gathers counts and writes them now and then. */
export class AvailabilityRecorder {
  private counts = new Map<string, { answered: number; failed: number }>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: AvailabilityRecorderOptions) {
    this.timer = setInterval(() => void this.flush(), options.every).unref();
  }

  note(party: string, answered: boolean): void {
    const counts = this.counts.get(party) ?? { answered: 0, failed: 0 };
    if (answered) counts.answered += 1;
    else counts.failed += 1;
    this.counts.set(party, counts);
  }

  /** Writes what was gathered since the last time; never throws. */
  async flush(): Promise<void> {
    const gathered = this.counts;
    this.counts = new Map();
    const at = this.options.clock.now();
    for (const [party, counts] of gathered) {
      try {
        await this.options.store.add(party, at, counts);
      } catch (error) {
        this.options.failed(error);
        this.keep(party, counts);
      }
    }
  }

  /** Writes the rest and stops. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private keep(party: string, { answered, failed }: CallCounts): void {
    const counts = this.counts.get(party) ?? { answered: 0, failed: 0 };
    this.counts.set(party, { answered: counts.answered + answered, failed: counts.failed + failed });
  }
}
