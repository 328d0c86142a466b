import type { ApplicationsStore } from '#libs/agencies';
import type { AuditReader, AuditRecord, AuditWriter } from '#libs/audit';
import { seconds, type FedId, type LocalisedText } from '#libs/kernel';
import type { AppSessions, SignedInPerson } from '#libs/service-provider';
import { NOWHERE, originOf, type CountryOf, type Origin } from '../history/origin/origin.js';
import { SignInSessionsEnded } from './sessions.audit.js';
import type { SignInSession, SignInSessionsStore } from './sign-in-sessions.store.js';

export interface OwnSession extends Omit<SignInSession, 'participants' | 'proofs'> {
  /** Where and with what its last proof was given. */
  readonly origin: Origin;
  /** The one that this page was reached with. */
  readonly isThisOne: boolean;
  readonly services: readonly LocalisedText[];
}

export interface SessionsServices {
  readonly signInSessions: SignInSessionsStore;
  readonly sessions: AppSessions;
  readonly applications: ApplicationsStore;
  readonly audit: AuditWriter;
  readonly history: Pick<AuditReader, 'search'>;
  readonly countryOf: CountryOf;
}

/** A proof and its record are made within this time of each other. */
const AT_ONCE = seconds(10);

/** Where in the request's log and record an action is found. */
export interface Trace {
  readonly reference: string;
  readonly address: string;
}

/** A person's sessions of single sign-on: to see, and to end. */
export class SessionsService {
  constructor(private readonly the: SessionsServices) {}

  async of({ fedId, sessionIndex }: SignedInPerson): Promise<OwnSession[]> {
    const sessions = await this.the.signInSessions.ofPerson(fedId);
    const [names, proofs] = await Promise.all([this.names(sessions), this.proofs(fedId, sessions)]);
    return sessions.map(({ participants, proofs: given, ...session }) => ({
      ...session,
      origin: this.originOf(given, proofs),
      isThisOne: participants.some(({ index }) => index === sessionIndex),
      services: participants.flatMap(({ applicationId }) => names.get(applicationId) ?? []),
    }));
  }

  /** Ends one session of this person; says whether that was the one they are here with. */
  async end(person: SignedInPerson, id: string, trace: Trace): Promise<{ isThisOne: boolean }> {
    const { fedId } = person;
    const ended = await this.the.signInSessions.end(fedId, id);
    if (ended === undefined) return { isThisOne: false };
    const data = { all: false, count: 1 };
    await this.the.audit.record(SignInSessionsEnded, { ...trace, subject: fedId, data });
    await Promise.all(ended.map((index) => this.the.sessions.endBySessionIndex(index)));
    return { isThisOne: ended.includes(person.sessionIndex) };
  }

  async endAll({ fedId }: SignedInPerson, trace: Trace): Promise<void> {
    const count = await this.the.signInSessions.endAll(fedId);
    await this.the.audit.record(SignInSessionsEnded, {
      ...trace,
      subject: fedId,
      data: { all: true, count },
    });
    await this.the.sessions.endByPerson(fedId);
  }

  /** Records of the proofs in these sessions. */
  private async proofs(fedId: FedId, sessions: readonly SignInSession[]): Promise<AuditRecord[]> {
    const times = sessions.flatMap(({ proofs }) => proofs.map(({ at }) => at.getTime()));
    if (times.length === 0) return [];
    return this.the.history.search({
      subject: fedId,
      name: 'KeyProven',
      from: new Date(Math.min(...times) - AT_ONCE),
      until: new Date(Math.max(...times) + AT_ONCE),
    });
  }

  private originOf(given: SignInSession['proofs'], proofs: readonly AuditRecord[]): Origin {
    for (const { keyId, at } of given) {
      const record = proofs.find(
        ({ data, occurredAt }) =>
          data.keyId === keyId && Math.abs(occurredAt.getTime() - at.getTime()) < AT_ONCE,
      );
      if (record !== undefined) return originOf(record, this.the.countryOf);
    }
    return NOWHERE;
  }

  private async names(sessions: readonly SignInSession[]): Promise<ReadonlyMap<string, LocalisedText>> {
    const ids = new Set(
      sessions.flatMap(({ participants }) => participants.map(({ applicationId }) => applicationId)),
    );
    const found = await Promise.all([...ids].map((id) => this.the.applications.find(id)));
    return new Map(found.flatMap((application) => (application ? [[application.id, application.name]] : [])));
  }
}
