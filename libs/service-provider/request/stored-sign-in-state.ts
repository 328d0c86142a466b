import type { Queryable } from '#libs/database';
import { minutes } from '#libs/kernel';
import type { Level } from '#libs/loa';
import { constantTimeEqual, hashToken } from '#libs/security';
import type { PendingRequest, SignInState, StoredRequest, UsedAssertion } from './pending-request.js';

interface RequestRow {
  request_id: string;
  browser: string;
  return_to: string;
  minimum: Level;
  forced: boolean;
  created_at: Date;
}

/** A login at FAS may take half an hour; a person who comes back later begins again. */
const LIFETIME = minutes(45);

/** The state of one app in PostgreSQL. Tokens are kept as hashes: who reads the table cannot finish a login. */
export class StoredSignInState implements SignInState {
  constructor(
    private readonly database: Queryable,
    private readonly provider: string,
  ) {}

  async remember(relayState: string, request: PendingRequest): Promise<void> {
    await this.database.prepared(
      'sp-remember',
      `insert into service_provider.sign_in_request
         (provider, relay_state, request_id, browser, return_to, minimum, forced, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.provider,
        hashToken(relayState),
        request.requestId,
        hashToken(request.browser),
        request.returnTo,
        request.minimum,
        request.forced,
        request.createdAt,
        new Date(request.createdAt.getTime() + LIFETIME),
      ],
    );
  }

  async find(relayState: string): Promise<StoredRequest | undefined> {
    const [row] = await this.database.prepared<RequestRow>(
      'sp-find',
      `select request_id, browser, return_to, minimum, forced, created_at
         from service_provider.sign_in_request
        where provider = $1 and relay_state = $2 and expires_at > now()`,
      [this.provider, hashToken(relayState)],
    );
    return row && toRequest(row);
  }

  async consume(relayState: string, assertion?: UsedAssertion): Promise<boolean> {
    const [row] = await this.database.prepared<{ taken: number; noted: number }>(
      'sp-consume',
      `with taken as (
         delete from service_provider.sign_in_request where provider = $1 and relay_state = $2 returning 1
       ), noted as (
         insert into service_provider.assertion_seen (provider, assertion_id, expires_at)
         select $1, $3, $4 from taken where $3::text is not null on conflict do nothing returning 1
       )
       select (select count(*)::int from taken) as taken, (select count(*)::int from noted) as noted`,
      [this.provider, hashToken(relayState), assertion?.id ?? null, assertion?.expiresAt ?? null],
    );
    return row?.taken === 1 && (assertion === undefined || row.noted === 1);
  }
}

const toRequest = (row: RequestRow): StoredRequest => ({
  requestId: row.request_id,
  returnTo: row.return_to,
  minimum: row.minimum,
  forced: row.forced,
  createdAt: row.created_at,
  isBegunBy: (browser) => browser !== undefined && constantTimeEqual(hashToken(browser), row.browser),
});
