import type { RegisteredAgency } from '#libs/agencies';
import type { EnterpriseNumber, Language } from '#libs/kernel';
import type { Approvals, RequestOutcome } from '../../approvals/approvals.service.js';
import type { ChangeRequest } from '../../approvals/change-request.js';
import type { AskedBy } from '../agencies.service.js';
import { authorisationKind } from '../authorisation-kind.js';
import { agencyPersonKind } from '../people/agency-role.js';
import type { AgencyStanding } from './agency-standing.js';
import type { ChangeKind } from '../../approvals/change-kind.js';

/** Something about an agency that the service desk has not decided yet. */
export interface AskedChange {
  readonly id: string;
  readonly title: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
}

const OF_THE_AGENCY: readonly string[] = [authorisationKind.name, agencyPersonKind.name];

/** Suspends agencies, and lets them go on. */
export class AgencyStandings {
  constructor(
    private readonly approvals: Approvals,
    private readonly kind: ChangeKind<AgencyStanding>,
  ) {}

  suspend(agency: RegisteredAgency, asker: AskedBy): Promise<RequestOutcome> {
    return this.request(agency, { name: agency.name, suspendedFor: asker.reason }, asker);
  }

  resume(agency: RegisteredAgency, asker: AskedBy): Promise<RequestOutcome> {
    return this.request(agency, { name: agency.name }, asker);
  }

  /** The question to let it go on that waits for a second person. */
  waiting(agency: EnterpriseNumber): Promise<ChangeRequest | undefined> {
    return this.approvals.waitingFor(this.kind, agency);
  }

  /** What else waits about the agency itself: its authorisations, and who works for it. */
  async asked(agency: EnterpriseNumber, language: Language): Promise<AskedChange[]> {
    const open = await this.approvals.list({ agency, states: ['open'] });
    return open
      .filter(({ kind }) => OF_THE_AGENCY.includes(kind))
      .map((request) => {
        const { id, subject, before, after, requestedAt, expiresAt } = request;
        const title = this.approvals.kindOf(request).title(subject, after ?? before, language);
        return { id, title, requestedAt, expiresAt };
      });
  }

  private request({ number }: RegisteredAgency, after: AgencyStanding, asker: AskedBy) {
    const { by, reason, trace } = asker;
    return this.approvals.request(
      { kind: this.kind, subject: number, after, agency: number, reason, by },
      trace,
    );
  }
}
