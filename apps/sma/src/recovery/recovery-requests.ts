import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import {
  LINK_LIFE,
  RecoveryAsked,
  recoveryWay,
  type KeyLife,
  type KeyLifeStore,
  type PasswordStore,
  type RecoveriesStore,
  type Trace,
} from '#libs/digital-keys';
import { hours, minutes, systemClock, type Clock, type FedId, type Language } from '#libs/kernel';
import { defaultLoaPolicy } from '#libs/loa';
import { recoveryMail, type Outbox, type RecoveryMail } from '#libs/messaging';
import type { ContactsStore, PeopleStore } from '#libs/people';
import { callingNetwork, type Throttle, type ThrottlePolicy } from '#libs/security';

export interface RecoveryRequestsParts {
  readonly database: Database;
  readonly recoveries: RecoveriesStore;
  readonly people: PeopleStore;
  readonly contacts: Pick<ContactsStore, 'ownerOfMail'>;
  readonly life: KeyLife;
  readonly lock: KeyLifeStore;
  readonly passwords: PasswordStore;
  readonly throttle: Throttle;
  readonly outbox: Outbox;
  readonly audit: Pick<AuditWriter, 'record'>;
  /** Address of SMA. */
  readonly baseUrl: string;
  readonly clock?: Clock;
}

/** Per mailbox: enough to try again, too few to fill it. */
const MAILS: ThrottlePolicy = {
  purpose: 'recovery-mail',
  freeAttempts: 3,
  firstWait: hours(1),
  maximumWait: hours(12),
  window: hours(24),
};

/** Per network address: a town hall may help many people. */
const ASKS: ThrottlePolicy = {
  purpose: 'recovery-address',
  freeAttempts: 30,
  firstWait: minutes(5),
  maximumWait: hours(1),
  window: hours(1),
};

/** Longer than finding a person and their keys takes, so that the time of an answer tells nothing. */
const EVENLY = 300;

interface Mailbox {
  readonly to: string;
  readonly language: Language;
  readonly person?: FedId;
}

interface Answer {
  readonly outcome: 'link' | 'advice' | 'unknown' | 'throttled';
  readonly subject?: FedId;
}

/** Somebody forgot user name or password and gives a mail address. */
export class RecoveryRequests {
  private readonly clock: Clock;

  constructor(private readonly the: RecoveryRequestsParts) {
    this.clock = the.clock ?? systemClock;
  }

  /** Answers by mail only; what can be seen and how long it takes is the same for everybody. */
  async ask(address: string, language: Language, trace: Trace): Promise<void> {
    const [outcome] = await Promise.all([this.answer(address, language, trace), pause(EVENLY)]);
    const { subject, ...data } = outcome;
    await this.the.audit.record(RecoveryAsked, { ...trace, ...(subject && { subject }), data });
  }

  private async answer(address: string, language: Language, trace: Trace): Promise<Answer> {
    const { throttle, contacts, people } = this.the;
    const [mailbox, network] = await Promise.all([
      throttle.attempt(MAILS, address.toLowerCase()),
      throttle.attempt(ASKS, callingNetwork(trace.address)),
    ]);
    if (mailbox.kind !== 'open' || network.kind !== 'open') return { outcome: 'throttled' };
    const fedId = await contacts.ownerOfMail(address);
    const person = fedId && (await people.find(fedId));
    if (person?.state !== 'active') {
      await this.mail(this.the.database, { to: address, language }, { about: 'unknown', url: this.startUrl });
      return { outcome: 'unknown' };
    }
    return this.answerKnown({ to: address, language: person.language, person: person.fedId });
  }

  private async answerKnown(mailbox: Mailbox & { readonly person: FedId }): Promise<Answer> {
    const subject = mailbox.person;
    const [way, username] = await Promise.all([this.wayOf(subject), this.the.passwords.usernameOf(subject)]);
    if (way.kind === 'elsewhere' || username === undefined) {
      const known = username === undefined ? {} : { username };
      await this.mail(this.the.database, mailbox, { about: 'advice', ...known, url: this.startUrl });
      return { outcome: 'advice', subject };
    }
    await this.the.database.transaction(async (tx) => {
      await this.the.lock.within(tx).lockPerson(subject);
      const token = await this.the.recoveries.within(tx).open(subject, this.clock.now());
      const url = `${this.the.baseUrl}/recover/${token}`;
      await this.mail(tx, mailbox, { about: 'link', username, url });
    });
    return { outcome: 'link', subject };
  }

  private async mail(tx: Queryable, mailbox: Mailbox, data: RecoveryMail): Promise<void> {
    await this.the.outbox.add(tx, {
      ...mailbox,
      kind: 'mail',
      template: recoveryMail,
      deduplicationKey: `recovery:${randomUUID()}`,
      expiresAfter: LINK_LIFE,
      data,
    });
  }

  private async wayOf(fedId: FedId) {
    return recoveryWay(await this.the.life.keysOf(fedId), defaultLoaPolicy);
  }

  private get startUrl(): string {
    return `${this.the.baseUrl}/recovery`;
  }
}
