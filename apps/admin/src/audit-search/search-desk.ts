import { AgenciesStore, ApplicationsStore, type Application, type RegisteredAgency } from '#libs/agencies';
import {
  AuditReader,
  exportWithProof,
  lastCheckpoints,
  type AuditRecord,
  type LastCheckpoint,
  type RecordKeys,
  type RetentionPeriods,
} from '#libs/audit';
import type { Database } from '#libs/database';
import type { Clock, FedId } from '#libs/kernel';
import type { PersonFinder } from '../service-desk/people/person-finder.js';
import type { PersonSearch } from '../service-desk/people/person-search.js';
import type { Criteria, WantedSearch } from './audit-search.js';
import { SearchesStore, type Search } from './searches.store.js';

const PAGE = 50;

/** More are not put in one file: proofs are made while somebody waits. */
export const MOST_IN_FILE = 5_000;

export interface SearchDeskParts {
  readonly database: Database;
  readonly keys: RecordKeys;
  readonly finder: PersonFinder;
  readonly clock: Clock;
  readonly keep: RetentionPeriods;
  /** Where the public keys are by which an export is checked. */
  readonly keysAddress: string;
}

/** Whose records can be chosen. */
export interface Choices {
  readonly agencies: readonly Pick<RegisteredAgency, 'number' | 'name'>[];
  readonly applications: readonly Pick<Application, 'id' | 'name' | 'environment' | 'agency'>[];
}

export type FoundPerson =
  { readonly kind: 'found'; readonly fedId: FedId } | { readonly kind: 'nobody' | 'several' };

/** Reads the audit record for auditors and operators. */
export class SearchDesk {
  private readonly reader: AuditReader;
  private readonly searches: SearchesStore;

  constructor(private readonly the: SearchDeskParts) {
    this.reader = new AuditReader(the.database, the.keys);
    this.searches = new SearchesStore(the.database);
  }

  get now(): Date {
    return this.the.clock.now();
  }

  get keep(): RetentionPeriods {
    return this.the.keep;
  }

  get keysAddress(): string {
    return this.the.keysAddress;
  }

  checkpoints(): Promise<readonly LastCheckpoint[]> {
    return lastCheckpoints(this.the.database);
  }

  async choices(): Promise<Choices> {
    const { database } = this.the;
    const [agencies, applications] = await Promise.all([
      new AgenciesStore(database).all(),
      new ApplicationsStore(database).all(),
    ]);
    return { agencies, applications };
  }

  /** Of one person at most: with the same name and day of birth somebody has to be told apart by a number. */
  async person(search: PersonSearch): Promise<FoundPerson> {
    const [fedId, ...others] = await this.the.finder.find(search);
    if (fedId === undefined) return { kind: 'nobody' };
    return others.length === 0 ? { kind: 'found', fedId } : { kind: 'several' };
  }

  async begin(staff: FedId, wanted: WantedSearch, subject?: FedId): Promise<string> {
    const applications = await this.applicationsOf(wanted.of);
    const criteria: Criteria = {
      ...wanted.criteria,
      ...(applications && { applications }),
      ...(subject && { subject }),
    };
    return this.searches.begin(staff, { ...wanted, criteria }, this.now);
  }

  find(id: string, staff: FedId): Promise<Search | undefined> {
    return this.searches.find(id, staff, this.now);
  }

  async page(
    { criteria }: Search,
    before: Pick<AuditRecord, 'id' | 'occurredAt'> | undefined,
    oldestFirst = false,
  ): Promise<{ readonly records: readonly AuditRecord[]; readonly more: boolean }> {
    const found = await this.reader.search({
      ...criteria,
      ...(before && { before }),
      oldestFirst,
      limit: PAGE + 1,
    });
    return { records: found.slice(0, PAGE), more: found.length > PAGE };
  }

  /** Undefined when there are more than one file may hold. */
  async all({ criteria }: Search, oldestFirst = false): Promise<readonly AuditRecord[] | undefined> {
    const found = await this.reader.search({ ...criteria, oldestFirst, limit: MOST_IN_FILE + 1 });
    return found.length > MOST_IN_FILE ? undefined : found;
  }

  async proof(records: readonly AuditRecord[]): Promise<string> {
    const { database, keys } = this.the;
    const ids = records.map(({ id }) => id);
    return `${JSON.stringify(await exportWithProof(database, keys, ids, this.now), null, 1)}\n`;
  }

  /** An agency stands for its applications; what nobody knows stands for none. */
  private async applicationsOf(of: string): Promise<string[] | undefined> {
    if (of === '') return undefined;
    const { applications } = await this.choices();
    return applications.filter(({ id, agency }) => id === of || agency.number === of).map(({ id }) => id);
  }
}
