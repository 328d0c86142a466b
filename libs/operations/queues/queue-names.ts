import type { Queryable } from '#libs/database';

/** Which queues there are, as workers say: the store of the queues itself cannot be asked. */
export class QueueNames {
  constructor(private readonly database: Queryable) {}

  async note(names: readonly string[]): Promise<void> {
    await this.database.query(
      `insert into operations.queue (name) select distinct unnest($1::text[])
       on conflict (name) do update set seen_at = now()`,
      [names],
    );
  }

  /** In alphabetical order. */
  async all(): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      'select name from operations.queue order by name',
    );
    return rows.map(({ name }) => name);
  }
}
