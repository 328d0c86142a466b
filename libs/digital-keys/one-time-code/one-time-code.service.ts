import { randomUUID } from 'node:crypto';
import type { Queryable } from '#libs/database';
import { hours, minutes, seconds, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { PostOutcome } from '#libs/messaging';
import type { Throttle, ThrottlePolicy } from '#libs/security';
import { FOR_GOOD, forgetGuesses, guessCount, MOST_FAILURES_OF_STRANGERS } from '../guess-count.js';
import type { ProveSituation } from '../prove.js';
import type { CodeChannel } from './code-channel.js';
import type { CodeHolders } from './code-holders.js';
import type { CodeBinding } from './kept-code.js';
import { CODE_LIFE, codeState, newCode, resendOf, type CodeState, type Resend } from './one-time-code.js';
import type { OneTimeCodeStore } from './one-time-code.store.js';
import { capsOf } from './send-cap.js';

/** Per person and channel, over all logins: in one login three guesses are the limit already. */
export const guessesOfSentCode = (channel: 'sms' | 'email'): ThrottlePolicy => ({
  purpose: `${channel}-code`,
  freeAttempts: 5,
  firstWait: minutes(1),
  maximumWait: hours(1),
  window: hours(24),
  absoluteLimit: MOST_FAILURES_OF_STRANGERS,
});

/** The login in which a code is sent and typed. */
export type CodeScene = Pick<ProveSituation, 'journeyId' | 'address' | 'now' | 'application'> & {
  readonly fedId: FedId;
};

/** What the page shows of a person's code in this login. */
export interface CodeStatus {
  readonly destination: string;
  /** Undefined when none was sent to this person in this login. */
  readonly code?: { readonly state: CodeState; readonly resend: Resend; readonly slow: boolean };
}

export type SendCodeOutcome =
  /** `reached`: false when there is nowhere to send it, which only the record may tell. */
  | { readonly kind: 'sent'; readonly reached: boolean }
  | { readonly kind: 'not-now'; readonly resend: Exclude<Resend, { kind: 'open' }> }
  | { readonly kind: 'capped'; readonly purpose: string; readonly waitMs: number }
  | { readonly kind: 'sim-changed' }
  | { readonly kind: 'unavailable'; readonly reason: string };

export type CodeVerification =
  | { readonly kind: 'right'; readonly keyId: string; readonly enrolment: Enrolment }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'not-live'; readonly state: Exclude<CodeState, 'live'> | 'none' }
  | { readonly kind: 'locked'; readonly waitMs: number };

export interface OneTimeCodeParts {
  readonly channel: CodeChannel;
  readonly store: OneTimeCodeStore;
  readonly holders: Pick<CodeHolders, 'holder' | 'reach' | 'shadeOf'>;
  readonly throttle: Throttle;
}

/**
 * Sends a code for one login and judges what is typed. Whoever has no number or mailbox here is treated the same in
 * everything that can be seen: a code is made, counted and kept, and reaches nobody.
 */
export class OneTimeCodeService {
  private readonly guesses: ThrottlePolicy;

  constructor(private readonly the: OneTimeCodeParts) {
    this.guesses = guessesOfSentCode(the.channel.name);
  }

  async status(scene: Pick<CodeScene, 'journeyId' | 'fedId' | 'now'>): Promise<CodeStatus> {
    const [destination, code] = await Promise.all([
      this.shownDestination(scene.fedId),
      this.the.store.find(this.binding(scene)),
    ]);
    if (code === undefined) return { destination };
    const { now } = scene;
    return {
      destination,
      code: { state: codeState(code, now), resend: resendOf(code, now), slow: code.slow },
    };
  }

  async send(scene: CodeScene): Promise<SendCodeOutcome> {
    const { channel, store, holders } = this.the;
    const { fedId, now, address, application } = scene;
    const availability = await channel.availability();
    if (availability !== 'open') return { kind: 'unavailable', reason: availability };
    const reached = await holders.reach(fedId, channel.name, channel.contact);
    const targets = reached && channel.targets(reached.destination);
    const fresh = { id: randomUUID(), code: newCode() };
    const caps = capsOf(channel.name, { address, person: fedId, ...targets });
    const issued = await store.issue(this.binding(scene), fresh, caps, now);
    if (issued.kind === 'not-now') return issued;
    if (issued.kind === 'capped') {
      return { kind: 'capped', purpose: issued.purpose, waitMs: waitUntil(issued.until, now) };
    }
    const expiresAt = new Date(now.getTime() + CODE_LIFE);
    const to = targets && reached;
    const outcome = await channel.post({ ...fresh, expiresAt, application, ...(to && { to }) });
    return this.conclude(fresh.id, outcome, to !== undefined);
  }

  async verify(
    scene: Pick<CodeScene, 'journeyId' | 'fedId' | 'now'> & Pick<ProveSituation, 'familiarTo'>,
    code: string,
  ): Promise<CodeVerification> {
    const { store, holders, throttle, channel } = this.the;
    const { fedId, now } = scene;
    const kept = await store.find(this.binding(scene));
    const state = kept === undefined ? 'none' : codeState(kept, now);
    if (state !== 'live') return { kind: 'not-live', state };
    const { policy, target } = guessCount(this.guesses, fedId, await scene.familiarTo?.(fedId));
    const attempt = await throttle.attempt(policy, target);
    if (attempt.kind === 'locked') return { kind: 'locked', waitMs: FOR_GOOD };
    if (attempt.kind === 'wait') return { kind: 'locked', waitMs: waitUntil(attempt.until, now) };
    const guess = await store.guess(this.binding(scene), code, now);
    if (guess.kind !== 'right') return guess;
    const holder = await holders.holder(fedId, channel.name);
    if (holder === undefined) return { kind: 'wrong' };
    await throttle.succeed(policy, target);
    return { kind: 'right', ...holder };
  }

  /** The key was made anew. */
  startAnew(fedId: FedId, tx: Queryable): Promise<void> {
    return forgetGuesses(this.the.throttle.within(tx), this.guesses, fedId);
  }

  /** That a number cannot be reached is not told to whoever asks. */
  private async conclude(id: string, outcome: PostOutcome, addressed: boolean): Promise<SendCodeOutcome> {
    switch (outcome.kind) {
      case 'accepted':
        return { kind: 'sent', reached: addressed };
      case 'under-way':
        await this.the.store.noteSlow(id);
        return { kind: 'sent', reached: addressed };
      case 'unavailable':
        await this.the.store.noteSlow(id);
        return outcome;
      case 'refused':
        return outcome.reason === 'sim-changed' ? { kind: 'sim-changed' } : { kind: 'sent', reached: false };
    }
  }

  private async shownDestination(fedId: FedId): Promise<string> {
    const { channel, holders } = this.the;
    const reached = await holders.reach(fedId, channel.name, channel.contact);
    return reached === undefined
      ? channel.maskOfNobody(holders.shadeOf(fedId, channel.name))
      : channel.mask(reached.destination);
  }

  private binding({ journeyId, fedId }: Pick<CodeScene, 'journeyId' | 'fedId'>): CodeBinding {
    return { journey: journeyId, fedId, channel: this.the.channel.name };
  }
}

const waitUntil = (until: Date, now: Date): number => Math.max(until.getTime() - now.getTime(), seconds(1));
