import { AgenciesStore, type RegisteredAgency } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { Trace } from '#libs/digital-keys';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';
import { reaches, StaffStore, type Assignment, type Reach } from '#libs/staff';
import type { Approvals } from '../approvals/approvals.service.js';
import { agencyKind } from './agency-kind.js';
import type { AgencyWish } from './agency-form.js';
import { DocumentsStore } from './documents/documents.store.js';
import { KboLookUp, type KboAnswer } from './kbo-look-up.js';
import { authorisationKind, basisSubject, type AgencyBasis } from './authorisation-kind.js';

export type AskOutcome = 'requested' | 'waiting' | 'known';
export type RegisterOutcome = AskOutcome | 'kboUnknown' | 'kboStopped';

export interface AgenciesParts {
  readonly database: Database;
  readonly approvals: Approvals;
  readonly cipher: FieldCipher;
}

export interface AskedBy {
  readonly by: FedId;
  readonly reason: string;
  readonly trace: Trace;
}

/** Agencies, how they join, and the legal bases that they say they have. */
export class AgenciesService {
  readonly documents: DocumentsStore;
  private readonly store: AgenciesStore;
  private readonly staff: StaffStore;
  private readonly kbo: KboLookUp;

  constructor(private readonly the: AgenciesParts) {
    this.documents = new DocumentsStore(the.database, the.cipher);
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

  /** Asks for a legal basis to count, with its text when there is one. */
  async addBasis(
    wish: AgencyBasis,
    { by, reason, trace }: AskedBy,
    bytes: Buffer | undefined,
  ): Promise<AskOutcome> {
    const { agency, kind, reference } = wish;
    const known = await this.store.legalBases(agency);
    if (known.some((one) => one.kind === kind && one.reference === reference)) return 'known';
    const subject = basisSubject(wish);
    if ((await this.the.approvals.waitingFor(authorisationKind, subject)) !== undefined) return 'waiting';
    const stored = bytes && (await this.documents.add({ agency, kind, reference, bytes, by }));
    const document = stored && { id: stored.id, hash: stored.hash, size: stored.size };
    const wanted = {
      kind: authorisationKind,
      subject,
      after: { ...wish, ...(document && { document }) },
      agency,
      reason,
      by,
    };
    const outcome = await this.the.approvals.request(wanted, trace);
    return outcome.kind === 'waiting' ? 'waiting' : 'requested';
  }
}
