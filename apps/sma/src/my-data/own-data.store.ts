import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

export interface KeptDecision {
  readonly application: string;
  readonly attributes: readonly string[];
  readonly at: Date;
}

/** What a person agreed to pass on, as far as they may see and end it. */
export class OwnDataStore {
  constructor(private readonly database: Queryable) {}

  async decisions(fedId: FedId): Promise<KeptDecision[]> {
    const rows = await this.database.query<{ application: string; attributes: string[]; decided_at: Date }>(
      `select application, attributes, decided_at from fas.release_decision
        where fed_id = $1 order by decided_at desc`,
      [fedId],
    );
    return rows.map((row) => ({
      application: row.application,
      attributes: row.attributes,
      at: row.decided_at,
    }));
  }

  async forgetDecision(fedId: FedId, application: string): Promise<void> {
    await this.database.query(
      'delete from fas.release_decision where fed_id = $1 and application::text = $2',
      [fedId, application],
    );
  }
}
