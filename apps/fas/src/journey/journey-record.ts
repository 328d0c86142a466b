import type { Application } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import { findCurrentRequest } from '#libs/http';
import type { AuthenticationRequest } from './authentication-request.js';
import type { Authenticated, RefusalReason } from './authentication-result.js';
import { SignInCompleted, SignInRefused } from './journey.audit.js';
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

/** Writes down how sign-ins end; the answer leaves after this. */
export class JourneyRecord {
  constructor(private readonly audit: AuditWriter) {}

  completed(result: Authenticated, of: Recorded): Promise<void> {
    return this.audit.record(SignInCompleted, {
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
  }

  refused(reason: RefusalReason, of: Recorded): Promise<void> {
    return this.audit.record(SignInRefused, {
      ...recordEntry(of),
      data: {
        ...(of.journey !== undefined && { journey: of.journey }),
        protocol: of.request.protocol,
        reason,
      },
    });
  }
}
