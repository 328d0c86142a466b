import { randomInt } from 'node:crypto';
import type { Database } from '#libs/database';
import { readCode, type ProvingFor, type setupCodes, type Trace } from '#libs/digital-keys';
import { hours, minutes, systemClock, type Clock, type FedId } from '#libs/kernel';
import { verifyAddressMail, type Outbox } from '#libs/messaging';
import type { ContactKind, PendingContact, PendingContactsStore, PeopleStore } from '#libs/people';
import { randomToken, type Throttle, type ThrottlePolicy } from '#libs/security';

export interface ContactProofsParts {
  readonly database: Database;
  readonly pending: PendingContactsStore;
  readonly people: PeopleStore;
  readonly outbox: Outbox;
  readonly throttle: Throttle;
  /** Codes to the number that is being confirmed. */
  readonly phoneCodes: ReturnType<typeof setupCodes>;
  readonly sender: () => Promise<ProvingFor>;
  readonly baseUrl: string;
  readonly clock?: Clock;
}

export type ProofOutcome = { readonly kind: 'sent' } | { readonly kind: 'not-now' | 'unavailable' };

/** Each mail costs an attempt, so that a person's name cannot be used to fill the mailbox of another. */
const MAILS: ThrottlePolicy = {
  purpose: 'contact-mail',
  freeAttempts: 5,
  firstWait: minutes(15),
  maximumWait: hours(12),
  window: hours(24),
};

/** NIST SP 800-63B 3.1.3.2: a code by mail lives a day at most. */
const MAIL_LIFE = hours(24);
const PHONE_LIFE = minutes(30);
const CODE_DIGITS = 6;

/** Sends what proves that somebody receives what goes to an address or number, and judges what comes back. */
export class ContactProofs {
  private readonly clock: Clock;

  constructor(private readonly the: ContactProofsParts) {
    this.clock = the.clock ?? systemClock;
  }

  ask(
    wanted: { fedId: FedId; kind: ContactKind; value: string; rests: boolean },
    trace: Trace,
  ): Promise<ProofOutcome> {
    return wanted.kind === 'mail' ? this.mail(wanted) : this.text(wanted, trace);
  }

  async judge(pending: PendingContact, typed: string): Promise<'right' | 'wrong' | 'over'> {
    const code = readCode(typed);
    if (code === undefined) return 'wrong';
    if (pending.kind === 'mail') return (await this.the.pending.guess(pending.id, code)) ? 'right' : 'wrong';
    const scene = { journeyId: sceneOf(pending.id), fedId: pending.fedId, now: this.clock.now() };
    const outcome = await this.the.phoneCodes.verify(scene, code);
    if (outcome.kind === 'right' || outcome.kind === 'wrong') return outcome.kind;
    return 'over';
  }

  private async mail(wanted: { fedId: FedId; value: string; rests: boolean }): Promise<ProofOutcome> {
    const { fedId, value } = wanted;
    const now = this.clock.now();
    const attempt = await this.the.throttle.attempt(MAILS, fedId);
    if (attempt.kind !== 'open') return { kind: 'not-now' };
    const person = await this.the.people.find(fedId);
    const token = randomToken();
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    await this.the.database.transaction(async (tx) => {
      const pending = this.the.pending.within(tx);
      const expiresAt = new Date(now.getTime() + MAIL_LIFE);
      const id = await pending.put({ ...wanted, kind: 'mail', expiresAt });
      await pending.setProofs(id, { token, code });
      await this.the.outbox.add(tx, {
        kind: 'mail',
        template: verifyAddressMail,
        to: value,
        language: person?.language ?? 'nl',
        person: fedId,
        deduplicationKey: `verify-address:${id}`,
        expiresAfter: MAIL_LIFE,
        data: { code, url: `${this.the.baseUrl}/confirm-address/${token}` },
      });
    });
    return { kind: 'sent' };
  }

  private async text(
    wanted: { fedId: FedId; value: string; rests: boolean },
    { address }: Trace,
  ): Promise<ProofOutcome> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + PHONE_LIFE);
    const id = await this.the.pending.put({ ...wanted, kind: 'phone', expiresAt });
    const application = await this.the.sender();
    const scene = { journeyId: sceneOf(id), fedId: wanted.fedId, now, address, application };
    const outcome = await this.the.phoneCodes.send(scene);
    if (outcome.kind === 'sent') return { kind: 'sent' };
    return { kind: outcome.kind === 'not-now' || outcome.kind === 'capped' ? 'not-now' : 'unavailable' };
  }
}

/** What the code is bound to. */
const sceneOf = (id: string): string => `contact:${id}`;
