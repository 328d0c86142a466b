import { AgenciesStore, type RegisteredAgency } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { Trace } from '#libs/digital-keys';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import { reaches, StaffStore, type Assignment, type Reach } from '#libs/staff';
import type { Approvals } from '../approvals/approvals.service.js';
import { agencyKind } from './agency-kind.js';
import type { AgencyWish } from './agency-form.js';
import { authorisationKind, basisSubject, type AgencyBasis } from './authorisation-kind.js';

export type AskOutcome = 'requested' | 'waiting' | 'known';

export interface AgenciesParts {
  readonly database: Database;
  readonly approvals: Approvals;
}

export interface AskedBy {
  readonly by: FedId;
  readonly reason: string;
  readonly trace: Trace;
}

/** Agencies, how they join, and the legal bases that they say they have. */
export class AgenciesService {
  private readonly store: AgenciesStore;
  private readonly staff: StaffStore;

  constructor(private readonly the: AgenciesParts) {
    this.store = new AgenciesStore(the.database);
    this.staff = new StaffStore(the.database);
  }

  async within(reach: Reach): Promise<RegisteredAgency[]> {
    return (await this.store.all()).filter(({ number }) =>
      reaches(reach, { kind: 'agency', agency: number }),
    );
  }

  find(number: EnterpriseNumber): Promise<RegisteredAgency | undefined> {
    return this.store.find(number);
  }

  bases(number: EnterpriseNumber) {
    return this.store.legalBases(number);
  }

  people(number: EnterpriseNumber): Promise<Assignment[]> {
    return this.staff.ofAgency(number);
  }

  /** Asks for an agency to join, with who asks as its manager. */
  async register(wish: AgencyWish, { by, reason, trace }: AskedBy): Promise<AskOutcome> {
    if ((await this.store.find(wish.number)) !== undefined) return 'known';
    const { number: agency } = wish;
    const wanted = { kind: agencyKind, subject: agency, after: { ...wish, manager: by }, agency, reason, by };
    const outcome = await this.the.approvals.request(wanted, trace);
    return outcome.kind === 'waiting' ? 'waiting' : 'requested';
  }

  async addBasis(basis: AgencyBasis, { by, reason, trace }: AskedBy): Promise<AskOutcome> {
    const { agency, kind, reference } = basis;
    const known = await this.store.legalBases(agency);
    if (known.some((one) => one.kind === kind && one.reference === reference)) return 'known';
    const wanted = {
      kind: authorisationKind,
      subject: basisSubject(basis),
      after: basis,
      agency,
      reason,
      by,
    };
    const outcome = await this.the.approvals.request(wanted, trace);
    return outcome.kind === 'waiting' ? 'waiting' : 'requested';
  }
}
