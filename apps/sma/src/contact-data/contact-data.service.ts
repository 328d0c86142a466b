import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import type { AccountNotices, Trace } from '#libs/digital-keys';
import { hours, systemClock, type Clock, type FedId, type Language } from '#libs/kernel';
import type { AccountChangeKind } from '#libs/messaging';
import type {
  ContactKind,
  ContactsStore,
  OwnContact,
  PendingContact,
  PendingContactsStore,
  PeopleStore,
} from '#libs/people';
import {
  ContactAdded,
  ContactAsked,
  ContactMadePrimary,
  ContactNotConfirmed,
  ContactRemoved,
  LanguageChanged,
} from './contact-data.audit.js';
import type { ContactProofs, ProofOutcome } from './contact-proofs.js';

export interface ContactDataParts {
  readonly database: Database;
  readonly people: PeopleStore;
  readonly contacts: ContactsStore;
  readonly pending: PendingContactsStore;
  readonly proofs: ContactProofs;
  readonly notices: AccountNotices;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock?: Clock;
}

export interface ContactData {
  readonly contacts: readonly OwnContact[];
  readonly pending: readonly PendingContact[];
  readonly language: Language | undefined;
}

export type ConfirmOutcome =
  { readonly kind: 'confirmed' } | { readonly kind: 'refused'; readonly reason: 'wrong' | 'over' | 'taken' };

/** How long a new number waits for codes, unless the card or the app confirmed it (ACCEPTANCE XS-7). */
const REST = hours(24);

const ADDED: Readonly<Record<ContactKind, AccountChangeKind>> = { mail: 'mail-added', phone: 'phone-added' };
const REMOVED: Readonly<Record<ContactKind, AccountChangeKind>> = {
  mail: 'mail-removed',
  phone: 'phone-removed',
};

/** A person's mail addresses, numbers and language. Nothing counts before it was confirmed. */
export class ContactDataService {
  private readonly clock: Clock;

  constructor(private readonly the: ContactDataParts) {
    this.clock = the.clock ?? systemClock;
  }

  async of(fedId: FedId): Promise<ContactData> {
    const [contacts, pending, person] = await Promise.all([
      this.the.contacts.ofPerson(fedId),
      this.the.pending.ofPerson(fedId, this.clock.now()),
      this.the.people.find(fedId),
    ]);
    return { contacts, pending, language: person?.language };
  }

  /** Sends a link and code to the address, or a code to the number. */
  async ask(
    wanted: { fedId: FedId; kind: ContactKind; value: string; rests: boolean },
    trace: Trace,
  ): Promise<ProofOutcome> {
    const outcome = await this.the.proofs.ask(wanted, trace);
    if (outcome.kind === 'sent') {
      await this.the.audit.record(ContactAsked, {
        ...trace,
        subject: wanted.fedId,
        data: { kind: wanted.kind },
      });
    }
    return outcome;
  }

  /** With the code, in the session of the person who asked. */
  async confirmByCode(fedId: FedId, kind: ContactKind, code: string, trace: Trace): Promise<ConfirmOutcome> {
    const all = await this.the.pending.ofPerson(fedId, this.clock.now());
    const pending = all.find((one) => one.kind === kind);
    if (pending === undefined) return this.refuse(fedId, kind, 'over', trace);
    const outcome = await this.the.proofs.judge(pending, code);
    return outcome === 'right' ? this.confirm(pending, trace) : this.refuse(fedId, kind, outcome, trace);
  }

  /** With the link, in whatever browser the mail was opened. */
  async confirmByLink(token: string, trace: Trace): Promise<ConfirmOutcome> {
    const pending = await this.the.pending.findByLink(token, this.clock.now());
    return pending === undefined ? { kind: 'refused', reason: 'over' } : this.confirm(pending, trace);
  }

  /** Looks only: mail programs open links on their own. */
  async isLinkAlive(token: string): Promise<boolean> {
    return (await this.the.pending.findByLink(token, this.clock.now())) !== undefined;
  }

  async remove(fedId: FedId, contact: OwnContact, trace: Trace): Promise<void> {
    await this.the.database.transaction(async (tx) => {
      const contacts = this.the.contacts.within(tx);
      await contacts.remove(fedId, contact.id);
      const next = (await contacts.ofPerson(fedId)).find(
        ({ kind, verified }) => kind === contact.kind && verified,
      );
      if (contact.primary && next !== undefined) await contacts.makePrimary(fedId, next);
      await this.tell(tx, { fedId, what: REMOVED[contact.kind], also: [contact.value] }, trace);
    });
    await this.the.audit.record(ContactRemoved, { ...trace, subject: fedId, data: { kind: contact.kind } });
  }

  async makePrimary(fedId: FedId, contact: OwnContact, trace: Trace): Promise<void> {
    await this.the.database.transaction(async (tx) => {
      await this.the.contacts.within(tx).makePrimary(fedId, contact);
      await this.tell(tx, { fedId, what: 'primary-changed' }, trace);
    });
    await this.the.audit.record(ContactMadePrimary, {
      ...trace,
      subject: fedId,
      data: { kind: contact.kind },
    });
  }

  async setLanguage(fedId: FedId, language: Language, trace: Trace): Promise<void> {
    await this.the.database.transaction(async (tx) => {
      // In the language of before: whoever cannot read the new one is the one to be warned.
      await this.tell(tx, { fedId, what: 'language-changed' }, trace);
      await this.the.people.within(tx).setLanguage(fedId, language);
    });
    await this.the.audit.record(LanguageChanged, { ...trace, subject: fedId, data: { language } });
  }

  private async confirm(pending: PendingContact, trace: Trace): Promise<ConfirmOutcome> {
    const { id, fedId, kind, value, rests } = pending;
    const now = this.clock.now();
    const usableFrom = new Date(now.getTime() + (rests ? REST : 0));
    const reason = await this.the.database.transaction(async (tx) => {
      if (!(await this.the.pending.within(tx).take(id))) return 'over';
      if (!(await this.the.contacts.within(tx).add(fedId, { kind, value, usableFrom }))) return 'taken';
      await this.tell(tx, { fedId, what: ADDED[kind] }, trace);
      return undefined;
    });
    if (reason !== undefined) return this.refuse(fedId, kind, reason, trace);
    await this.the.audit.record(ContactAdded, { ...trace, subject: fedId, data: { kind, rests } });
    return { kind: 'confirmed' };
  }

  private async refuse(
    subject: FedId,
    kind: ContactKind,
    reason: 'wrong' | 'over' | 'taken',
    trace: Trace,
  ): Promise<ConfirmOutcome> {
    await this.the.audit.record(ContactNotConfirmed, { ...trace, subject, data: { kind, reason } });
    return { kind: 'refused', reason };
  }

  private tell(
    tx: Queryable,
    change: { fedId: FedId; what: AccountChangeKind; also?: readonly string[] },
    { address }: Trace,
  ): Promise<void> {
    return this.the.notices.tell(tx, { ...change, address, at: this.clock.now() });
  }
}
