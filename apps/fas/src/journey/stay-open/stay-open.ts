import type { Clock } from '#libs/kernel';
import { secondsUntil, type Journey } from '../journey.js';
import type { JourneyStore } from '../journey.store.js';

/** Gives people who are slow as much time again as at the start, within bounds (WCAG 2.2.1). */
export class StayOpen {
  constructor(
    private readonly journeys: Pick<JourneyStore, 'prolong'>,
    private readonly minutes: number,
    private readonly clock: Clock,
  ) {}

  /** @returns seconds that are left then; none when the journey closed before */
  async longer({ id }: Journey): Promise<number> {
    const now = this.clock.now();
    return secondsUntil((await this.journeys.prolong(id, this.minutes)) ?? now, now);
  }
}
