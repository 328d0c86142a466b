import type { ApplicationsStore } from '#libs/agencies';
import type { AuditReader } from '#libs/audit';
import {
  maskMailbox,
  personLocks,
  type DigitalKey,
  type DigitalKeysStore,
  type IssuedActivation,
  type IssuedActivations,
  type PasswordStore,
} from '#libs/digital-keys';
import { maskPersonNumber, type FedId, type LocalisedText } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import type { Contact, PeopleStore, Person } from '#libs/people';
import type { Throttle } from '#libs/security';
import type { Note, NotesStore } from '../notes.store.js';
import { explain, type Explained } from './explained.js';

export interface ToldExplained extends Explained {
  readonly service: LocalisedText | undefined;
}

/** What the service desk needs of a caller, and no more: nothing here is a secret, numbers and addresses are masked. */
export interface PersonView {
  readonly person: Person;
  readonly number: string | undefined;
  readonly username: string | undefined;
  readonly contacts: readonly {
    readonly kind: Contact['kind'];
    readonly masked: string;
    readonly verified: boolean;
  }[];
  /** Revoked ones left out. */
  readonly keys: readonly DigitalKey[];
  readonly locks: readonly {
    readonly key: KeyKind;
    /** undefined: until somebody unlocks */ readonly until: Date | undefined;
  }[];
  readonly activation: IssuedActivation | undefined;
  readonly happenings: readonly ToldExplained[];
  readonly notes: readonly Note[];
}

export interface PersonViewsParts {
  readonly people: PeopleStore;
  readonly passwords: PasswordStore;
  readonly keys: DigitalKeysStore;
  readonly activations: IssuedActivations;
  readonly throttle: Throttle;
  readonly history: Pick<AuditReader, 'bySubject'>;
  readonly applications: Pick<ApplicationsStore, 'find'>;
  readonly notes: NotesStore;
}

const RECORDS = 80;

/** Gathers what a member of the service desk sees of a caller. */
export class PersonViews {
  constructor(private readonly the: PersonViewsParts) {}

  async of(fedId: FedId): Promise<PersonView | undefined> {
    const { people, passwords, keys, activations, history, notes } = this.the;
    const person = await people.find(fedId);
    if (person === undefined) return undefined;
    const [identifiers, contacts, username, held, activation, records, written] = await Promise.all([
      people.findIdentifiers(fedId),
      people.findContacts(fedId),
      passwords.usernameOf(fedId),
      keys.ofPerson(fedId),
      activations.openOf(fedId),
      history.bySubject(fedId, { limit: RECORDS }),
      notes.about({ kind: 'person', id: fedId }),
    ]);
    const current = identifiers.find((identifier) => identifier.current);
    return {
      person,
      number: current && maskPersonNumber(current.number),
      username: username && maskName(username),
      contacts: contacts.map(({ kind, value, verified }) => ({
        kind,
        masked: maskContact(kind, value),
        verified,
      })),
      keys: held.filter(({ state }) => state !== 'revoked'),
      locks: await this.locksOf(fedId, username),
      activation,
      happenings: await this.told(records.flatMap((record) => explain(record) ?? [])),
      notes: written,
    };
  }

  private async locksOf(fedId: FedId, username: string | undefined): Promise<PersonView['locks']> {
    const states = await Promise.all(
      personLocks(fedId, username).map(async ({ key, policy, target }) => ({
        key,
        state: await this.the.throttle.check(policy, target),
      })),
    );
    return states.flatMap(({ key, state }) => {
      if (state.kind === 'open') return [];
      return [{ key, until: state.kind === 'wait' ? state.until : undefined }];
    });
  }

  private async told(happenings: readonly Explained[]): Promise<ToldExplained[]> {
    const ids = [...new Set(happenings.flatMap(({ application }) => application ?? []))];
    const found = await Promise.all(ids.map((id) => this.the.applications.find(id)));
    const names = new Map(
      found.flatMap((application) => (application ? [[application.id, application.name]] : [])),
    );
    return happenings.map((happening) => ({ ...happening, service: names.get(happening.application ?? '') }));
  }
}

const HIDDEN = '•••';

/** First sign and length tell a caller's name from a wrong one. */
const maskName = (name: string): string => `${[...name][0] ?? ''}${HIDDEN}${[...name].at(-1) ?? ''}`;

const maskContact = (kind: Contact['kind'], value: string): string =>
  kind === 'mail' ? maskMailbox(value) : `${value.slice(0, 3)} ${HIDDEN} ${value.slice(-2)}`;
