import type { Application } from '#libs/agencies';
import type { AuditWriter, LaterRecord, RecordedChange } from '#libs/audit';
import type { Queryable } from '#libs/database';
import { findCurrentRequest } from '#libs/http';
import type { AuthenticationRequest } from './authentication-request.js';
import type { Authenticated, RefusalReason } from './authentication-result.js';
import { SignInCompleted, SignInRefused, SignInStarted } from './journey.audit.js';
import type { Visitor } from './visitor.js';

/** What a sign-in is about, for its record. */
export interface Recorded {
  readonly request: AuthenticationRequest;
  readonly application: Application;
  readonly visitor: Visitor;
  /** Absent when no page was shown. */
  readonly journey?: string;
}

/** What every record of a sign-in holds. */
export const recordEntry = ({ application, visitor }: Pick<Recorded, 'application' | 'visitor'>) => ({
  reference: visitor.reference,
  address: visitor.address,
  application: application.id,
  agency: application.agency.number,
});

/** With which browser the person is here, for their own history. */
export function seenBrowser(): { readonly browser?: string } {
  const browser = findCurrentRequest()?.browserKind;
  return browser === undefined ? {} : { browser };
}

/** The record of a sign-in that is complete, to be written before its answer leaves or together with it. */
export interface Completion {
  now(): Promise<void>;
  readonly together: RecordedChange;
}

/** Writes down how sign-ins end; the answer leaves after this. */
export class JourneyRecord {
  constructor(private readonly audit: AuditWriter) {}

  /** The record of a journey, together with what opens it. */
  starting({ request, journey, ...of }: Recorded & { readonly journey: string }): RecordedChange {
    const { minimum, context } = request.requirement;
    return this.audit.changing(SignInStarted, {
      ...recordEntry(of),
      data: { journey, protocol: request.protocol, minimum, context, forced: request.force },
    });
  }

  completed(result: Authenticated, of: Recorded): Promise<void> {
    return this.audit.record(SignInCompleted, completedEntry(result, of));
  }

  completedIn(tx: Queryable, result: Authenticated, of: Recorded): Promise<void> {
    return this.audit.recordIn(tx, SignInCompleted, completedEntry(result, of));
  }

  refused(reason: RefusalReason, of: Recorded): Promise<void> {
    return this.audit.record(SignInRefused, refusedEntry(reason, of));
  }

  completion(result: Authenticated, of: Recorded): Completion {
    return { now: () => this.completed(result, of), together: this.completing(result, of) };
  }

  /** The same together with what ends the sign-in, after the records of what led to it. */
  completing(result: Authenticated, of: Recorded, before: readonly LaterRecord[] = []): RecordedChange {
    return this.audit.changingWith([
      ...before,
      this.audit.later(SignInCompleted, completedEntry(result, of)),
    ]);
  }

  refusing(reason: RefusalReason, of: Recorded): RecordedChange {
    return this.audit.changing(SignInRefused, refusedEntry(reason, of));
  }
}

const completedEntry = (result: Authenticated, of: Recorded) => ({
  ...recordEntry(of),
  subject: result.fedId,
  data: {
    ...(of.journey !== undefined && { journey: of.journey }),
    protocol: of.request.protocol,
    key: result.key,
    level: result.level,
    context: result.context,
    ...(result.enterprise && { enterprise: result.enterprise.number }),
    attributes: result.attributes.map(({ name }) => name),
    singleSignOn: of.journey === undefined,
    ...seenBrowser(),
  },
});

const refusedEntry = (reason: RefusalReason, of: Recorded) => ({
  ...recordEntry(of),
  data: {
    ...(of.journey !== undefined && { journey: of.journey }),
    protocol: of.request.protocol,
    reason,
  },
});
