import { randomUUID } from 'node:crypto';
import { maskAddress } from '#libs/audit';
import type { Queryable } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import {
  accountAlertText,
  accountChangeMail,
  TEXT_LIFE,
  type AccountChangeKind,
  type Outbox,
} from '#libs/messaging';
import type { Contact, PeopleStore } from '#libs/people';
import type { DisownStore } from './disown.store.js';

/** A change of keys or contact data, as far as its owner is told of it. */
export interface AccountChange {
  readonly fedId: FedId;
  readonly what: AccountChangeKind;
  readonly key?: KeyKind;
  readonly keyId?: string;
  /** Network address from which it was made. */
  readonly address: string;
  readonly at: Date;
  /** Told as well as the addresses and numbers of now: one that was just taken away. */
  readonly also?: readonly string[];
}

export interface AccountNoticesParts {
  readonly people: PeopleStore;
  readonly outbox: Outbox;
  readonly disown: DisownStore;
  /** Address of SMA, without a slash at its end. */
  readonly baseUrl: string;
}

/** What takes an account over, or away: told on the telephone too, which a thief of the mailbox does not read. */
const ALERTS: ReadonlySet<AccountChangeKind> = new Set([
  'phone-added',
  'phone-removed',
  'mail-removed',
  'recovery-started',
  'password-recovered',
  'erasure-asked',
  'disowned',
]);

/**
 * Tells a person by mail, at every address they verified, what was changed and how to say that it was not them; by text
 * message too where the mailbox alone would not do.
 */
export class AccountNotices {
  constructor(private readonly the: AccountNoticesParts) {}

  /** Writes the mails in the transaction of the change. */
  async tell(tx: Queryable, change: AccountChange): Promise<void> {
    const people = this.the.people.within(tx);
    const [person, contacts] = [await people.find(change.fedId), await people.findContacts(change.fedId)];
    if (person === undefined) return;
    const also = change.also ?? [];
    const recipients = new Set(
      [...reached(contacts, 'mail'), ...also.filter(isMail)].map((address) => address.toLowerCase()),
    );
    if (ALERTS.has(change.what) || recipients.size === 0) {
      const numbers = new Set([...reached(contacts, 'phone'), ...also.filter((one) => !isMail(one))]);
      await this.alert(tx, change, numbers, person.language);
    }
    if (recipients.size === 0) return;
    const data = await this.dataOf(tx, change);
    const id = randomUUID();
    for (const [place, to] of [...recipients].entries()) {
      await this.the.outbox.add(tx, {
        kind: 'mail',
        template: accountChangeMail,
        to,
        language: person.language,
        person: change.fedId,
        deduplicationKey: `account-change:${id}:${place}`,
        data,
      });
    }
  }

  /** One of a kind a day: whoever changes things to and fro sends nobody a pile of messages that the agency pays. */
  private async alert(
    tx: Queryable,
    { fedId, what, at }: AccountChange,
    numbers: ReadonlySet<string>,
    language: Language,
  ): Promise<void> {
    const day = at.toISOString().slice(0, 10);
    for (const [place, to] of [...numbers].toSorted().entries()) {
      await this.the.outbox.add(tx, {
        kind: 'sms',
        template: accountAlertText,
        to,
        language,
        person: fedId,
        deduplicationKey: `account-alert:${fedId}:${what}:${day}:${place}`,
        expiresAfter: TEXT_LIFE,
        data: { what },
      });
    }
  }

  private async dataOf(tx: Queryable, change: AccountChange) {
    const { what, key, keyId, address, at, fedId } = change;
    const about = { fedId, what, ...(keyId !== undefined && { keyId }) };
    const token = await this.the.disown.within(tx).issue(about, at);
    return {
      what,
      ...(key !== undefined && { key }),
      at: at.toISOString(),
      address: maskAddress(address) ?? '',
      disownUrl: `${this.the.baseUrl}/not-me/${token}`,
    };
  }
}

const isMail = (address: string): boolean => address.includes('@');

/** A number that rests is not yet one that the owner vouches for. */
const reached = (contacts: readonly Contact[], wanted: Contact['kind']): string[] =>
  contacts.flatMap(({ kind, value, verified, restingUntil }) =>
    kind === wanted && verified && restingUntil === undefined ? [value] : [],
  );
