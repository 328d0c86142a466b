import {
  AuditReader,
  exportWithProof,
  type AuditRecord,
  type AuditSearch,
  type RecordKeys,
} from '#libs/audit';
import type { Database } from '#libs/database';
import type { Clock, EnterpriseNumber } from '#libs/kernel';
import { AGENCY_RECORDS } from './agency-records.js';

/** On one page. */
const PAGE = 50;

/** More are not put in one file: proofs are made while somebody waits. */
export const MOST_IN_FILE = 5_000;

export interface TrailPage {
  readonly records: readonly AuditRecord[];
  /** There are older ones. */
  readonly more: boolean;
}

/** The records of one application, and those of an agency about its administration. */
export class TrailDesk {
  private readonly reader: AuditReader;

  constructor(
    private readonly database: Database,
    private readonly keys: RecordKeys,
    private readonly clock: Clock,
    /** Where the public keys are by which an export is checked. */
    readonly keysAddress: string,
  ) {
    this.reader = new AuditReader(database, keys);
  }

  async page(application: string, search: AuditSearch): Promise<TrailPage> {
    return this.pageOf({ ...search, application });
  }

  /** What was done in the administration for an agency. */
  async pageOfAgency(agency: EnterpriseNumber, search: AuditSearch): Promise<TrailPage> {
    return this.pageOf({ ...search, agency, names: AGENCY_RECORDS });
  }

  /** The newest of them, as many as one file may hold. */
  newestOfAgency(agency: EnterpriseNumber, search: AuditSearch): Promise<readonly AuditRecord[]> {
    return this.reader.search({ ...search, agency, names: AGENCY_RECORDS, limit: MOST_IN_FILE });
  }

  private async pageOf(search: AuditSearch): Promise<TrailPage> {
    const found = await this.reader.search({ ...search, limit: PAGE + 1 });
    return { records: found.slice(0, PAGE), more: found.length > PAGE };
  }

  /** Undefined when there are more than one file may hold. */
  async all(application: string, search: AuditSearch): Promise<readonly AuditRecord[] | undefined> {
    const { before: _before, ...whole } = search;
    const found = await this.reader.search({ ...whole, application, limit: MOST_IN_FILE + 1 });
    return found.length > MOST_IN_FILE ? undefined : found;
  }

  /** JSON of `csam-audit-export-2`, which `csam audit check-export` judges. */
  async proof(records: readonly AuditRecord[]): Promise<string> {
    const ids = records.map(({ id }) => id);
    return `${JSON.stringify(await exportWithProof(this.database, this.keys, ids, this.clock.now()), null, 1)}\n`;
  }
}
