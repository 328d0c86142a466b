import { randomUUID } from 'node:crypto';
import { maskAddress } from '#libs/audit';
import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { accountChangeMail, type AccountChangeKind, type Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';
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
  /** Told as well as the addresses of now: one that was just taken away. */
  readonly also?: readonly string[];
}

export interface AccountNoticesParts {
  readonly people: PeopleStore;
  readonly outbox: Outbox;
  readonly disown: DisownStore;
  /** Address of SMA, without a slash at its end. */
  readonly baseUrl: string;
}

/** Tells a person by mail, at every address they verified, what was changed and how to say that it was not them. */
export class AccountNotices {
  constructor(private readonly the: AccountNoticesParts) {}

  /** Writes the mails in the transaction of the change. */
  async tell(tx: Queryable, change: AccountChange): Promise<void> {
    const people = this.the.people.within(tx);
    const [person, contacts] = [await people.find(change.fedId), await people.findContacts(change.fedId)];
    const verified = contacts.flatMap(({ kind, value, verified: is }) =>
      kind === 'mail' && is ? [value] : [],
    );
    const recipients = new Set([...verified, ...(change.also ?? [])].map((address) => address.toLowerCase()));
    if (person === undefined || recipients.size === 0) return;
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
