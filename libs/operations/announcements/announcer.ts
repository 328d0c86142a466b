import type { Queryable } from '#libs/database';
import type { Language } from '#libs/kernel';
import type { MailTemplate, Outbox } from '#libs/messaging';
import { AnnouncementStore } from './announcement.store.js';

/** Somebody who asked to be told. */
export interface Contact {
  /** Stays the same whatever the address becomes. */
  readonly id: string;
  readonly address: string;
  readonly language: Language;
}

/** Who is to be told, as it stands in the transaction. */
export type ContactBook = (tx: Queryable) => Promise<readonly Contact[]>;

export interface AnnouncerOptions {
  readonly outbox: Outbox;
  readonly contacts: ContactBook;
}

export interface Announcement<D extends object> {
  /** The window, incident or release. */
  readonly subject: string;
  /** `planned`, `opened`, … */
  readonly kind: string;
  /** Which one of its kind: a sequence, the identifier of an update. */
  readonly version: string | number;
  readonly template: MailTemplate<D>;
  readonly data: D;
}

/** Tells contacts what happened: one mail per contact and event, ever. */
export class Announcer {
  constructor(private readonly options: AnnouncerOptions) {}

  /**
   * Writes the mails in the caller's transaction. The event's row is the lock: who comes second, in another process
   * or after a crash, writes nothing.
   *
   * @returns how many mails were written
   */
  async tell<D extends object>(tx: Queryable, announcement: Announcement<D>): Promise<number> {
    const { subject, kind, version, template, data } = announcement;
    const event = `${subject}:${version}:${kind}`;
    const store = new AnnouncementStore(tx);
    if (!(await store.begin(event, subject, kind))) return 0;
    const contacts = await this.options.contacts(tx);
    for (const { id, address, language } of contacts) {
      const deduplicationKey = `${event}:${id}`;
      const mail = { kind: 'mail' as const, template, to: address, language, data, deduplicationKey };
      const added = await this.options.outbox.add(tx, mail);
      if (added.kind === 'added') await store.noteMail(event, id, added.id);
    }
    return contacts.length;
  }
}
