import type { Queryable } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { Contact, ContactKind, PeopleStore } from '#libs/people';
import type { BlindIndex } from '#libs/security';
import type { CodeChannelName } from './kept-code.js';

/** A person's active key of this kind. */
export interface CodeHolder {
  readonly keyId: string;
  readonly enrolment: Enrolment;
}

/** Whom a code would reach: the holder's first verified number or mailbox that is not resting. */
export interface Reachable extends CodeHolder {
  readonly destination: string;
  readonly language: Language;
}

/** Finds out who may get codes, and where. */
export class CodeHolders {
  constructor(
    private readonly database: Queryable,
    private readonly people: Pick<PeopleStore, 'find' | 'findContacts'>,
    private readonly index: BlindIndex,
  ) {}

  async holder(fedId: FedId, channel: CodeChannelName): Promise<CodeHolder | undefined> {
    const [row] = await this.database.prepared<{ id: string; enrolment: Enrolment }>(
      'one-time-code-holder',
      `select k.id, k.enrolment from digital_keys.digital_key k join people.person p on p.fed_id = k.fed_id
        where k.fed_id = $1 and k.kind = $2 and k.state = 'active' and p.state = 'active'
        order by k.created_at limit 1`,
      [fedId, channel],
    );
    return row && { keyId: row.id, enrolment: row.enrolment };
  }

  async reach(fedId: FedId, channel: CodeChannelName, contact: ContactKind): Promise<Reachable | undefined> {
    const [holder, person, contacts] = await Promise.all([
      this.holder(fedId, channel),
      this.people.find(fedId),
      this.people.findContacts(fedId),
    ]);
    const found = usableContact(contacts.filter(({ kind }) => kind === contact));
    if (holder === undefined || person === undefined || found === undefined) return undefined;
    return { ...holder, destination: found.value, language: person.language };
  }

  /** A number that is always the same for a person and cannot be guessed: for what is shown of no destination. */
  shadeOf(fedId: FedId, channel: CodeChannelName): number {
    return Number.parseInt(this.index.of(fedId, `one-time-code-nobody:${channel}`).slice(0, 8), 16);
  }
}

/** The primary one; while that is new and resting, another one that was there before. */
export function usableContact(contacts: readonly Contact[]): Contact | undefined {
  const usable = contacts.filter(({ verified, restingUntil }) => verified && restingUntil === undefined);
  const rests = contacts.some(({ primary, restingUntil }) => primary && restingUntil !== undefined);
  return rests ? usable[0] : usable.find(({ primary }) => primary);
}
