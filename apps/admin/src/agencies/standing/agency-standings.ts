import type { RegisteredAgency } from '#libs/agencies';
import type { EnterpriseNumber } from '#libs/kernel';
import type { Approvals, RequestOutcome } from '../../approvals/approvals.service.js';
import type { ChangeRequest } from '../../approvals/change-request.js';
import type { AskedBy } from '../agencies.service.js';
import type { AgencyStanding } from './agency-standing.js';
import type { ChangeKind } from '../../approvals/change-kind.js';

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

  private request({ number }: RegisteredAgency, after: AgencyStanding, asker: AskedBy) {
    const { by, reason, trace } = asker;
    return this.approvals.request(
      { kind: this.kind, subject: number, after, agency: number, reason, by },
      trace,
    );
  }
}
