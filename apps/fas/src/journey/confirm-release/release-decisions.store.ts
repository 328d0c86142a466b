import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

/** What people agreed that an application receives, so that they are asked at first use and on change only. */
export class ReleaseDecisionsStore {
  constructor(private readonly database: Queryable) {}

  /** The same store inside a transaction. */
  within(tx: Queryable): ReleaseDecisionsStore {
    return new ReleaseDecisionsStore(tx);
  }

  /** Names of the attributes that the person was shown before; undefined at first use. */
  async shownBefore(fedId: FedId, applicationId: string): Promise<readonly string[] | undefined> {
    const rows = await this.database.read<{ attributes: string[] }>(
      'release-decision',
      'select attributes from fas.release_decision where fed_id = $1 and application = $2',
      [fedId, applicationId],
    );
    return rows[0]?.attributes;
  }

  async remember(fedId: FedId, applicationId: string, attributes: readonly string[]): Promise<void> {
    await this.database.prepared(
      'release-decision-remember',
      `insert into fas.release_decision as d (fed_id, application, attributes) values ($1, $2, $3)
       on conflict (fed_id, application) do update
         set attributes = array(select distinct unnest(d.attributes || excluded.attributes)), decided_at = now()`,
      [fedId, applicationId, attributes],
    );
  }
}
