import { AuditReader, exportWithProof, type AuditRecord, type AuditSearch } from '#libs/audit';
import type { Database } from '#libs/database';
import type { Clock } from '#libs/kernel';

/** On one page. */
const PAGE = 50;

/** More are not put in one file: proofs are made while somebody waits. */
export const MOST_IN_FILE = 5_000;

/** The records of one application. */
export class TrailDesk {
  private readonly reader: AuditReader;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    /** Where the public keys are by which an export is checked. */
    readonly keysAddress: string,
  ) {
    this.reader = new AuditReader(database);
  }

  async page(
    application: string,
    search: AuditSearch,
  ): Promise<{ readonly records: readonly AuditRecord[]; readonly more: boolean }> {
    const found = await this.reader.search({ ...search, application, limit: PAGE + 1 });
    return { records: found.slice(0, PAGE), more: found.length > PAGE };
  }

  /** Undefined when there are more than one file may hold. */
  async all(application: string, search: AuditSearch): Promise<readonly AuditRecord[] | undefined> {
    const { before: _before, ...whole } = search;
    const found = await this.reader.search({ ...whole, application, limit: MOST_IN_FILE + 1 });
    return found.length > MOST_IN_FILE ? undefined : found;
  }

  /** JSON of `csam-audit-export-1`, which `csam audit check-export` judges. */
  async proof(records: readonly AuditRecord[]): Promise<string> {
    const ids = records.map(({ id }) => id);
    return `${JSON.stringify(await exportWithProof(this.database, ids, this.clock.now()), null, 1)}\n`;
  }
}
