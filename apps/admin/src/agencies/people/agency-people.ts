import type { Database } from '#libs/database';
import type { Trace } from '#libs/digital-keys';
import { parsePersonNumber, type EnterpriseNumber, type FedId } from '#libs/kernel';
import type { PeopleStore } from '#libs/people';
import { StaffStore, type Assignment } from '#libs/staff';
import type { Approvals } from '../../approvals/approvals.service.js';
import { AGENCY_ROLES, agencyPersonKind, personSubject, type AgencyPerson } from './agency-role.js';

export interface AgencyPeopleParts {
  readonly database: Database;
  readonly approvals: Approvals;
  readonly people: Pick<PeopleStore, 'findByNumber'>;
}

export type ProposeOutcome = 'asked' | 'waiting' | 'held';
export type EndOutcome = 'ended' | 'over' | 'last-manager';

/** Who works for an agency: managers, signatories, integrators. */
export class AgencyPeople {
  private readonly staff: StaffStore;

  constructor(private readonly the: AgencyPeopleParts) {
    this.staff = new StaffStore(the.database);
  }

  async of(agency: EnterpriseNumber): Promise<Assignment[]> {
    const held = await this.staff.ofAgency(agency);
    return held.filter(({ role }) => AGENCY_ROLES.some((one) => one === role));
  }

  /** Whoever has this national or BIS number and signed in before. */
  async known(number: string): Promise<FedId | undefined> {
    const parsed = parsePersonNumber(number, { today: new Date() });
    if (parsed.kind === 'invalid') return undefined;
    return (await this.the.people.findByNumber(parsed.number))?.fedId;
  }

  /** Asks the service desk; nothing changes before it agrees. */
  async propose(
    after: AgencyPerson,
    { by, reason, trace }: { readonly by: FedId; readonly reason: string; readonly trace: Trace },
  ): Promise<ProposeOutcome> {
    const { agency } = after;
    const wanted = { kind: agencyPersonKind, subject: personSubject(after), after, agency, reason, by };
    const outcome = await this.the.approvals.request(wanted, trace);
    if (outcome.kind === 'made') return 'held';
    return outcome.kind === 'waiting' ? 'waiting' : 'asked';
  }

  /** Takes a role back at once: closing takes nobody's leave. An agency is never left without a manager. */
  async end(agency: EnterpriseNumber, { id, role }: Assignment, by: FedId): Promise<EndOutcome> {
    return this.the.database.transaction(async (tx) => {
      await tx.query('select 1 from agencies.agency where number = $1 for update', [agency]);
      const staff = new StaffStore(tx);
      const managers = (await staff.ofAgency(agency)).filter((one) => one.role === 'agency-manager');
      if (role === 'agency-manager' && managers.length < 2) return 'last-manager';
      return (await staff.end(id, by)) ? 'ended' : 'over';
    });
  }
}
