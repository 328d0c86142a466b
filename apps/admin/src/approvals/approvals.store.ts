import type { Queryable } from '#libs/database';
import type { Actor, EnterpriseNumber, FedId } from '#libs/kernel';
import type { ChangeRequest, RequestState } from './change-request.js';
import type { Aspect } from './sensitive.js';

export type NewChangeRequest = Omit<
  ChangeRequest,
  'id' | 'state' | 'decidedBy' | 'decidedAt' | 'decisionReason'
>;

export interface RequestFilter {
  readonly states?: readonly RequestState[];
  readonly agency?: EnterpriseNumber;
  /** Identifier of what is changed. */
  readonly subject?: string;
}

const COLUMNS = `id, kind, subject, agency, aspects, before, after, reason, requested_by, requested_at, expires_at,
  case when state = 'open' and expires_at <= $1 then 'expired' else state end as state,
  decided_by, decided_at, decision_reason, undoes, responsible`;

/** Table of requests that wait, or waited, for a second person. */
export class ApprovalsStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): ApprovalsStore {
    return new ApprovalsStore(tx);
  }

  /** @returns the new identifier; undefined when another request for the same thing waits */
  async add(request: NewChangeRequest): Promise<string | undefined> {
    await this.database.query(
      `update admin.change_request set state = 'expired'
        where kind = $1 and subject = $2 and state = 'open' and expires_at <= $3`,
      [request.kind, request.subject, request.requestedAt],
    );
    const [row] = await this.database.query<{ id: string }>(
      `insert into admin.change_request
         (kind, subject, agency, aspects, before, after, reason, requested_by, requested_at, expires_at, undoes,
          responsible)
       values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10, $11, $12)
       on conflict (kind, subject) where state = 'open' do nothing returning id`,
      [
        request.kind,
        request.subject,
        request.agency ?? null,
        request.aspects,
        JSON.stringify(request.before ?? null),
        JSON.stringify(request.after ?? null),
        request.reason,
        request.requestedBy,
        request.requestedAt,
        request.expiresAt,
        request.undoes ?? null,
        request.responsible ?? null,
      ],
    );
    return row?.id;
  }

  async find(id: string, now: Date): Promise<ChangeRequest | undefined> {
    return this.first('where id = $2', [now, id]);
  }

  /** Until the end of the transaction nobody else decides on it. */
  async lock(id: string, now: Date): Promise<ChangeRequest | undefined> {
    return this.first('where id = $2 for update', [now, id]);
  }

  async waitingFor(kind: string, subject: string, now: Date): Promise<ChangeRequest | undefined> {
    return this.first(`where kind = $2 and subject = $3 and state = 'open' and expires_at > $1`, [
      now,
      kind,
      subject,
    ]);
  }

  /** Newest first. */
  async list({ states, agency, subject }: RequestFilter, now: Date, limit = 1_000): Promise<ChangeRequest[]> {
    const rows = await this.database.query<RequestRow>(
      `select * from (select ${COLUMNS} from admin.change_request 
          where ($2::text is null or agency = $2) and ($5::text is null or subject = $5)) request
        where $3::text[] is null or state = any($3) order by requested_at desc, id limit $4`,
      [now, agency ?? null, states ?? null, limit, subject ?? null],
    );
    return rows.map(toRequest);
  }

  async decide(
    id: string,
    { state, by, at, reason }: { state: RequestState; by: Actor; at: Date; reason: string },
  ): Promise<void> {
    await this.database.query(
      `update admin.change_request set state = $2, decided_by = $3, decided_at = $4, decision_reason = $5
        where id = $1`,
      [id, state, by, at, reason],
    );
  }

  private async first(condition: string, params: readonly unknown[]): Promise<ChangeRequest | undefined> {
    const [row] = await this.database.query<RequestRow>(
      `select ${COLUMNS} from admin.change_request ${condition}`,
      params,
    );
    return row && toRequest(row);
  }
}

interface RequestRow {
  id: string;
  kind: string;
  subject: string;
  agency: string | null;
  aspects: Aspect[];
  before: unknown;
  after: unknown;
  reason: string;
  requested_by: string;
  requested_at: Date;
  expires_at: Date;
  state: RequestState;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  undoes: string | null;
  responsible: FedId | null;
}

const toRequest = (row: RequestRow): ChangeRequest => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  aspects: row.aspects,
  before: row.before,
  after: row.after,
  reason: row.reason,
  requestedBy: row.requested_by as Actor,
  requestedAt: row.requested_at,
  expiresAt: row.expires_at,
  state: row.state,
  ...(row.agency !== null && { agency: row.agency as EnterpriseNumber }),
  ...(row.decided_by !== null && { decidedBy: row.decided_by as Actor }),
  ...(row.decided_at !== null && { decidedAt: row.decided_at }),
  ...(row.decision_reason !== null && { decisionReason: row.decision_reason }),
  ...(row.undoes !== null && { undoes: row.undoes }),
  ...(row.responsible !== null && { responsible: row.responsible }),
});
