import type { ChosenEnterprise, EnterpriseOption } from '#libs/attributes';
import type { Queryable } from '#libs/database';
import type { FieldCipher } from '#libs/security';

const COMPANIES = 'journey-companies';

/** What a login keeps about enterprises: what the person can choose from, and what they chose. */
export class CompanyStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  /** What was found earlier in this login for this person; undefined when nothing was. */
  async options(journey: string, fedId: string): Promise<readonly EnterpriseOption[] | undefined> {
    const [row] = await this.database.prepared<{ companies: string | null }>(
      'journey-companies',
      'select companies from fas.journey where id = $1',
      [journey],
    );
    if (row === undefined || row.companies === null) return undefined;
    const kept = JSON.parse(this.cipher.decrypt(row.companies, COMPANIES)) as {
      readonly fedId: string;
      readonly options: readonly EnterpriseOption[];
    };
    return kept.fedId === fedId ? kept.options : undefined;
  }

  async note(journey: string, fedId: string, options: readonly EnterpriseOption[]): Promise<void> {
    await this.database.prepared(
      'journey-note-companies',
      'update fas.journey set companies = $2 where id = $1',
      [journey, this.cipher.encrypt(JSON.stringify({ fedId, options }), COMPANIES)],
    );
  }

  /** Keeps the choice while the login waits for it; false when it does no longer. */
  async choose(journey: string, chosen: ChosenEnterprise & { readonly fedId: string }): Promise<boolean> {
    const rows = await this.database.prepared<{ id: string }>(
      'journey-choose-company',
      `update fas.journey set enterprise = $2
        where id = $1 and state = 'choosing' and expires_at > now() returning id`,
      [journey, JSON.stringify(chosen)],
    );
    return rows.length === 1;
  }

  /** The mandate has ended since: the person chooses anew, from a list that is asked anew. */
  async forget(journey: string): Promise<void> {
    await this.database.prepared(
      'journey-forget-company',
      'update fas.journey set enterprise = null, companies = null where id = $1',
      [journey],
    );
  }
}
