import type { Queryable } from '#libs/database';
import { minutes, type FedId } from '#libs/kernel';
import type { Criteria, Ground } from './audit-search.js';

/** How long what was found may be looked at. */
export const SEARCH_LIFE = minutes(60);

export interface Search {
  readonly id: string;
  readonly criteria: Criteria;
  readonly ground: Ground;
  readonly reason: string;
}

export type NewSearch = Omit<Search, 'id'>;

interface SearchRow extends Omit<Search, 'criteria'> {
  criteria: Omit<Criteria, 'from' | 'until'> & { from: string; until: string };
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Searches of the last hour: without such a row no page shows records. */
export class SearchesStore {
  constructor(private readonly database: Queryable) {}

  async begin(staff: FedId, { criteria, ground, reason }: NewSearch, now: Date): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into admin.audit_search (staff, criteria, ground, reason, expires_at)
       values ($1, $2, $3, $4, $5) returning id`,
      [staff, JSON.stringify(criteria), ground, reason, new Date(now.getTime() + SEARCH_LIFE)],
    );
    if (row === undefined) throw new Error('the search was not stored');
    return row.id;
  }

  /** Undefined for another's search, or one that is over. */
  async find(id: string, staff: FedId, now: Date): Promise<Search | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.database.query<SearchRow>(
      `select id, criteria, ground, reason from admin.audit_search
        where id = $1 and staff = $2 and expires_at > $3`,
      [id, staff, now],
    );
    if (row === undefined) return undefined;
    const { from, until } = row.criteria;
    return { ...row, criteria: { ...row.criteria, from: new Date(from), until: new Date(until) } };
  }
}
