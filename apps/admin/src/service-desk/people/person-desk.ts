import type { AuditWriter } from '#libs/audit';
import type { Trace } from '#libs/digital-keys';
import { maskPersonNumber, type Clock, type FedId } from '#libs/kernel';
import type { PeopleStore } from '#libs/people';
import type { NotesStore } from '../notes.store.js';
import { NoteWritten, PersonLookedUp, PersonNotFound } from '../service-desk.audit.js';
import type { LookUp, LookUpsStore } from './look-ups.store.js';
import type { PersonFinder } from './person-finder.js';
import type { PersonSearch } from './person-search.js';
import type { PersonView, PersonViews } from './person-view.js';

export interface PersonDeskParts {
  readonly finder: PersonFinder;
  readonly views: PersonViews;
  readonly lookUps: LookUpsStore;
  readonly people: PeopleStore;
  readonly notes: NotesStore;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock: Clock;
}

export interface DeskVisitor extends Trace {
  readonly by: FedId;
}

/** Callers of the service desk: found with a reason, seen for an hour by who found them, all of it on record. */
export class PersonDesk {
  constructor(private readonly the: PersonDeskParts) {}

  async lookUp(
    { search, reason }: { readonly search: PersonSearch; readonly reason: string },
    { by, ...trace }: DeskVisitor,
  ): Promise<readonly { readonly lookUp: string; readonly number: string }[]> {
    const found = await this.the.finder.find(search);
    const data = { by: search.by, reason };
    if (found.length === 0) await this.the.audit.record(PersonNotFound, { ...trace, actor: by, data });
    const now = this.the.clock.now();
    return Promise.all(
      found.map(async (fedId) => {
        await this.the.audit.record(PersonLookedUp, { ...trace, actor: by, subject: fedId, data });
        const lookUp = await this.the.lookUps.begin(by, fedId, { reason, now });
        return { lookUp, number: await this.maskedNumber(fedId) };
      }),
    );
  }

  /** Whom the member of staff need not look for: something on their desk leads there, and that is the reason. */
  async open(fedId: FedId, reason: string, { by, ...trace }: DeskVisitor): Promise<string> {
    const data = { by: 'not-me', reason };
    await this.the.audit.record(PersonLookedUp, { ...trace, actor: by, subject: fedId, data });
    return this.the.lookUps.begin(by, fedId, { reason, now: this.the.clock.now() });
  }

  /** Undefined for another's look-up, or one that is over. */
  async find(
    id: string,
    by: FedId,
  ): Promise<{ readonly lookUp: LookUp; readonly view: PersonView } | undefined> {
    const lookUp = await this.the.lookUps.find(id, by, this.the.clock.now());
    const view = lookUp && (await this.the.views.of(lookUp.fedId));
    return lookUp && view && { lookUp, view };
  }

  async write(fedId: FedId, text: string, { by, ...trace }: DeskVisitor): Promise<void> {
    await this.the.notes.add({ kind: 'person', id: fedId }, { text, author: by, at: this.the.clock.now() });
    const data = { aboutKind: 'person', about: fedId };
    await this.the.audit.record(NoteWritten, { ...trace, actor: by, subject: fedId, data });
  }

  private async maskedNumber(fedId: FedId): Promise<string> {
    const current = (await this.the.people.findIdentifiers(fedId)).find((identifier) => identifier.current);
    return current === undefined ? '•••' : maskPersonNumber(current.number);
  }
}
