import { AgenciesStore, type RegisteredAgency } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { Trace } from '#libs/digital-keys';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import { reaches, StaffStore, type Assignment, type Reach } from '#libs/staff';
import type { Approvals } from '../approvals/approvals.service.js';
import { agencyKind } from './agency-kind.js';
import type { AgencyWish } from './agency-form.js';
import { KboLookUp, type KboAnswer } from './kbo-look-up.js';
import { authorisationKind, basisSubject, type AgencyBasis } from './authorisation-kind.js';

export type AskOutcome = 'requested' | 'waiting' | 'known';
export type RegisterOutcome = AskOutcome | 'kboUnknown' | 'kboStopped';

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
  private readonly kbo: KboLookUp;

  constructor(private readonly the: AgenciesParts) {
    this.store = new AgenciesStore(the.database);
    this.staff = new StaffStore(the.database);
    this.kbo = new KboLookUp(the.database);
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

  lookUp(number: EnterpriseNumber): Promise<KboAnswer> {
    return this.kbo.ask(number);
  }

  /** Asks for an agency to join, with who asks as its manager. */
  async register(
    wish: AgencyWish,
    { by, name, reason, trace }: AskedBy & { readonly name: string },
  ): Promise<RegisterOutcome> {
    const { number: agency } = wish;
    if ((await this.store.find(agency)) !== undefined) return 'known';
    const kbo = await this.kbo.ask(agency);
    if (kbo.kind === 'unknown') return 'kboUnknown';
    if (kbo.kind === 'stopped') return 'kboStopped';
    const kboName = kbo.kind === 'found' ? kbo.nameNl : null;
    const after = { ...wish, manager: by, managerName: name, kboName };
    const wanted = { kind: agencyKind, subject: agency, after, agency, reason, by };
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
