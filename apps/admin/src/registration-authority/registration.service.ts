import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import {
  KeyLifeStore,
  type AccountNotices,
  type Activations,
  type DigitalKey,
  type DigitalKeysStore,
  type Trace,
} from '#libs/digital-keys';
import { maskPersonNumber, type Clock, type FedId, type Language } from '#libs/kernel';
import type { NameIndex, PeopleStore, Person } from '#libs/people';
import type { Draft, DraftsStore } from './drafts.store.js';
import type { RegisterLookUp } from './register/register-look-up.js';
import { PersonPresented, PersonRegistered, PersonRegistrationRefused } from './registration.audit.js';
import {
  registrationProblem,
  type Confirmed,
  type Presented,
  type RegistrationProblem,
} from './registration-rules.js';
import type { RegistrationsStore } from './registrations.store.js';

export interface RegistrationParts {
  readonly database: Database;
  readonly people: PeopleStore;
  readonly keys: DigitalKeysStore;
  readonly names: NameIndex;
  readonly activations: Activations;
  readonly notices: AccountNotices;
  readonly register: RegisterLookUp;
  readonly drafts: DraftsStore;
  readonly registrations: RegistrationsStore;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock: Clock;
}

/** Who registers, and where. */
export interface AtOffice extends Trace {
  readonly officer: FedId;
  readonly office: string;
  readonly language: Language;
}

export type PresentOutcome =
  | { readonly kind: 'found'; readonly draft: string }
  | {
      readonly kind: 'refused';
      readonly problem: 'unknown' | 'deceased' | 'unavailable' | RegistrationProblem;
    };

export type RegisterOutcome =
  /** The code for the paper: it is nowhere else in clear. */
  | { readonly kind: 'registered'; readonly id: string; readonly code: string }
  | { readonly kind: 'refused'; readonly problem: RegistrationProblem }
  /** It took too long, or was done in another window. */
  | { readonly kind: 'over' };

/** From the number of somebody at the counter to the paper in their hand. */
export class RegistrationService {
  constructor(private readonly the: RegistrationParts) {}

  /** Looks the number up, for comparison. The person becomes known, without any key. */
  async present({ number, register, birthDate, document }: Presented, at: AtOffice): Promise<PresentOutcome> {
    const { people, audit, drafts, clock } = this.the;
    const person =
      (await people.findByNumber(number)) ??
      (await people.create({ enrolment: 'lra', language: at.language, number: { register, number } }));
    const early = registrationProblem({ officer: at.officer, person, mailOwner: undefined, mailUsedFor: [] });
    const found = early ?? (await this.the.register.find(person.fedId, at.reference, at.language));
    const outcome = typeof found === 'string' ? found : found.kind;
    const data = { office: at.office, outcome };
    await audit.record(PersonPresented, { ...entry(at), subject: person.fedId, data });
    if (typeof found === 'string') return { kind: 'refused', problem: found };
    if (found.kind !== 'found') return { kind: 'refused', problem: found.kind };
    const { surname } = found.identity;
    if (birthDate !== undefined) await this.the.names.note(person.fedId, { surname, birthDate });
    const { officer, office } = at;
    const draft: Draft = {
      office,
      officer,
      fedId: person.fedId,
      document,
      identity: found.identity,
      maskedNumber: maskPersonNumber(number),
    };
    return { kind: 'found', draft: await drafts.add(draft, clock.now()) };
  }

  find(draft: string, officer: FedId): Promise<Draft | undefined> {
    return this.the.drafts.find(draft, officer, this.the.clock.now());
  }

  /** Keys that the person still has here; somebody who registers lost them. */
  async activeKeys(fedId: FedId): Promise<DigitalKey[]> {
    return (await this.the.keys.ofPerson(fedId)).filter(
      ({ state, kind }) => state !== 'revoked' && !isIssuedElsewhere(kind),
    );
  }

  /** Ends lost keys, issues the activation and mails the link. */
  async register(id: string, confirmed: Confirmed, at: AtOffice): Promise<RegisterOutcome> {
    const draft = await this.find(id, at.officer);
    const person = draft && (await this.the.people.find(draft.fedId));
    if (draft === undefined || person === undefined) return { kind: 'over' };
    const problem = await this.problemOf(person, confirmed, at.officer);
    if (problem !== undefined) {
      const data = { office: draft.office, problem };
      await this.the.audit.record(PersonRegistrationRefused, { ...entry(at), subject: person.fedId, data });
      return { kind: 'refused', problem };
    }
    const lost = confirmed.replaceLost ? await this.activeKeys(person.fedId) : [];
    const stored = await this.the.database.transaction((tx) => this.store(tx, id, { confirmed, lost, at }));
    if (stored === undefined) return { kind: 'over' };
    const { fedId } = draft;
    const issued = { fedId, mail: confirmed.mail, language: confirmed.language, officer: at.officer };
    const { id: activation, code } = await this.the.activations.create(issued);
    await this.the.registrations.setActivation(stored, activation);
    const data = {
      office: draft.office,
      registration: stored,
      document: draft.document.type,
      country: draft.document.country,
      endedKeys: lost.length,
    };
    await this.the.audit.record(PersonRegistered, { ...entry(at), subject: fedId, data });
    return { kind: 'registered', id: stored, code };
  }

  private async problemOf(person: Person, { mail }: Confirmed, officer: FedId) {
    const [owner, mailUsedFor] = await Promise.all([
      this.the.people.findByMail(mail),
      this.the.registrations.mailUsedFor(mail),
    ]);
    return registrationProblem({ officer, person, mailOwner: owner?.fedId, mailUsedFor });
  }

  private async store(
    tx: Queryable,
    id: string,
    { confirmed, lost, at }: { confirmed: Confirmed; lost: readonly DigitalKey[]; at: AtOffice },
  ): Promise<string | undefined> {
    const now = this.the.clock.now();
    const draft = await this.the.drafts.within(tx).take(id, at.officer, now);
    if (draft === undefined) return undefined;
    await this.endLost(tx, lost, { at: now, address: at.address });
    await this.the.people.within(tx).setLanguage(draft.fedId, confirmed.language);
    return this.the.registrations.within(tx).add({
      office: draft.office,
      officer: at.officer,
      fedId: draft.fedId,
      document: draft.document,
      mail: confirmed.mail,
      endedKeys: lost.length,
      at: now,
    });
  }

  /** Their owner is told at every address that was confirmed before, with a way to object. */
  private async endLost(
    tx: Queryable,
    lost: readonly DigitalKey[],
    { at, address }: { at: Date; address: string },
  ): Promise<void> {
    for (const { fedId, id, kind } of lost) {
      await new KeyLifeStore(tx).move(fedId, [id], { from: ['active', 'suspended'], to: 'revoked' });
      await this.the.notices.tell(tx, { fedId, what: 'key-revoked', key: kind, keyId: id, address, at });
    }
    const [first] = lost;
    if (first === undefined) return;
    await tx.query('update fas.sign_in_session set ended_at = now() where fed_id = $1 and ended_at is null', [
      first.fedId,
    ]);
  }
}

const ISSUED_ELSEWHERE: ReadonlySet<string> = new Set(['eid', 'itsme', 'eidas']);

const isIssuedElsewhere = (kind: string): boolean => ISSUED_ELSEWHERE.has(kind);

const entry = ({ reference, address, officer }: AtOffice) => ({ reference, address, actor: officer });
