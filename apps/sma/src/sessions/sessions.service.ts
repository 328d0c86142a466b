import type { ApplicationsStore } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import type { LocalisedText } from '#libs/kernel';
import type { AppSessions, SignedInPerson } from '#libs/service-provider';
import { SignInSessionsEnded } from './sessions.audit.js';
import type { SignInSession, SignInSessionsStore } from './sign-in-sessions.store.js';

export interface OwnSession extends Omit<SignInSession, 'participants'> {
  /** The one that this page was reached with. */
  readonly isThisOne: boolean;
  readonly services: readonly LocalisedText[];
}

export interface SessionsServices {
  readonly signInSessions: SignInSessionsStore;
  readonly sessions: AppSessions;
  readonly applications: ApplicationsStore;
  readonly audit: AuditWriter;
}

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
    const names = await this.names(sessions);
    return sessions.map(({ participants, ...session }) => ({
      ...session,
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

  private async names(sessions: readonly SignInSession[]): Promise<ReadonlyMap<string, LocalisedText>> {
    const ids = new Set(
      sessions.flatMap(({ participants }) => participants.map(({ applicationId }) => applicationId)),
    );
    const found = await Promise.all([...ids].map((id) => this.the.applications.find(id)));
    return new Map(found.flatMap((application) => (application ? [[application.id, application.name]] : [])));
  }
}
