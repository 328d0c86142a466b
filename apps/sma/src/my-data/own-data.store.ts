import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

export interface KeptDecision {
  readonly application: string;
  readonly attributes: readonly string[];
  readonly at: Date;
}

/** Rows about a person that other parts keep, as far as the person may see and end them. */
export class OwnDataStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): OwnDataStore {
    return new OwnDataStore(tx);
  }

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

  /** The numbers go too, so that nothing here leads back to the person; who comes back begins anew. */
  async erase(fedId: FedId): Promise<void> {
    const tables = [
      'fas.release_decision',
      'people.agreement_acceptance',
      'people.identifier',
      'digital_keys.key_setup',
      'digital_keys.disown_link',
      'digital_keys.activation',
      'digital_keys.recovery',
    ];
    for (const table of tables) await this.database.query(`delete from ${table} where fed_id = $1`, [fedId]);
  }
}
