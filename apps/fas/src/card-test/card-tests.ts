import type { AuditWriter } from '#libs/audit';
import type { CardReading, CardReport, CardServices } from '#libs/digital-keys';
import { hours, minutes, seconds, systemClock, type Clock } from '#libs/kernel';
import { callingNetwork, type Throttle, type ThrottlePolicy } from '#libs/security';
import { CardTested } from './card-test.audit.js';

/** Each test asks authorities about a certificate. A help desk may try many cards in a row. */
export const TESTS_PER_NETWORK: ThrottlePolicy = {
  purpose: 'card-test-address',
  freeAttempts: 60,
  firstWait: seconds(30),
  maximumWait: minutes(15),
  window: hours(1),
};

export interface CardTestsParts {
  readonly cards: {
    readonly readings: Pick<CardServices['readings'], 'look'>;
    readonly eid: Pick<CardServices['eid'], 'examine'>;
  };
  readonly throttle: Throttle;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock?: Clock;
}

export interface CardTestAsked {
  readonly handle: string;
  /** What only the browser knows that asked for the reading. */
  readonly binding: string;
  readonly reference: string;
  readonly address: string;
}

export interface FinishedTest {
  readonly report: CardReport;
  readonly at: Date;
  /** Of the visit at which the card was judged, as it was recorded. */
  readonly reference: string;
}

export type CardTestOutcome =
  | { readonly kind: 'finished'; readonly test: FinishedTest }
  /** Nothing was read in this browser, or too long ago. */
  | { readonly kind: 'no-reading' }
  | { readonly kind: 'too-often'; readonly wait: number };

/** More are looked at again by nobody within the minutes that a reading stays. */
const MOST_REMEMBERED = 500;

/**
 * Judges the card of a reading once. The page may be loaded again, in another language and for printing, as often as
 * somebody likes: it shows the same result, and the authorities are not asked again.
 */
export class CardTests {
  private readonly clock: Clock;
  private readonly begun = new Map<string, Promise<FinishedTest>>();

  constructor(private readonly the: CardTestsParts) {
    this.clock = the.clock ?? systemClock;
  }

  async of(asked: CardTestAsked): Promise<CardTestOutcome> {
    const reading = await this.the.cards.readings.look(asked.handle, asked.binding);
    if (reading === undefined) return { kind: 'no-reading' };
    const known = this.begun.get(asked.handle);
    if (known !== undefined) return { kind: 'finished', test: await known };
    const wait = await this.waitFor(asked.address);
    if (wait !== undefined) return { kind: 'too-often', wait };
    return { kind: 'finished', test: await (this.begun.get(asked.handle) ?? this.begin(asked, reading)) };
  }

  private async waitFor(address: string): Promise<number | undefined> {
    const outcome = await this.the.throttle.attempt(TESTS_PER_NETWORK, callingNetwork(address));
    if (outcome.kind === 'open') return undefined;
    return outcome.kind === 'wait'
      ? outcome.until.getTime() - this.clock.now().getTime()
      : TESTS_PER_NETWORK.maximumWait;
  }

  private begin(asked: CardTestAsked, reading: CardReading): Promise<FinishedTest> {
    const begun = this.judge(asked, reading);
    const [oldest] = this.begun.keys();
    if (this.begun.size >= MOST_REMEMBERED && oldest !== undefined) this.begun.delete(oldest);
    this.begun.set(asked.handle, begun);
    begun.catch(() => this.begun.delete(asked.handle));
    return begun;
  }

  private async judge({ reference, address }: CardTestAsked, reading: CardReading): Promise<FinishedTest> {
    const at = this.clock.now();
    const presented = reading.kind === 'certificate' ? reading.presented : undefined;
    const report = await this.the.cards.eid.examine(presented, at);
    const { outcome } = report;
    await this.the.audit.record(CardTested, {
      reference,
      address,
      data: { outcome: outcome.kind === 'valid' ? 'valid' : outcome.problem },
    });
    return { report, at, reference };
  }
}
