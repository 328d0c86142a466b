import type { JsonWebKey } from 'node:crypto';
import type { Queryable } from '#libs/database';
import { hours, type ApiClientId, type EnterpriseNumber, type FedId } from '#libs/kernel';
import { apiClientState, type ApiClient, type ApiClientState, type ApiRight } from './api-client.js';

export type NewApiClient = Omit<ApiClient, 'withdrawnAt' | 'usedAt'>;

interface ApiClientRow {
  id: ApiClientId;
  agency: EnterpriseNumber;
  name: string;
  rights: ApiRight[];
  secret_hash: string | null;
  jwk: JsonWebKey | null;
  created_by: FedId;
  created_at: Date;
  ends_at: Date;
  withdrawn_at: Date | null;
  used_at: Date | null;
}

const COLUMNS = `c.id, c.agency, c.name, c.rights, c.secret_hash, c.jwk, c.created_by, c.created_at, c.ends_at,
  c.withdrawn_at, c.used_at`;

/** A use that is noted more often than this would cost a write at each call. */
const NOTED_EVERY = hours(1);

/** The programs with which agencies use the administration. */
export class ApiClientsStore {
  constructor(private readonly database: Queryable) {}

  async add(client: NewApiClient): Promise<void> {
    const { id, agency, name, rights, proof, createdBy, createdAt, endsAt } = client;
    await this.database.query(
      `insert into agencies.api_client
         (id, agency, name, rights, secret_hash, jwk, created_by, created_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        agency,
        name,
        rights,
        proof.kind === 'secret' ? proof.hash : null,
        proof.kind === 'key' ? proof.jwk : null,
        createdBy,
        createdAt,
        endsAt,
      ],
    );
  }

  /** One of them, with what it may do at this moment: asked at each call, so that a withdrawal counts at once. */
  async find(
    id: ApiClientId,
    now: Date,
  ): Promise<{ readonly client: ApiClient; readonly state: ApiClientState } | undefined> {
    const [row] = await this.database.prepared<ApiClientRow & { agency_state: 'active' | 'suspended' }>(
      'api-client.find',
      `select ${COLUMNS}, a.state as agency_state from agencies.api_client c
         join agencies.agency a on a.number = c.agency where c.id = $1`,
      [id],
    );
    if (row === undefined) return undefined;
    const client = toApiClient(row);
    return { client, state: apiClientState(client, row.agency_state, now) };
  }

  /** Those that count first, then the newest. */
  async ofAgency(agency: EnterpriseNumber): Promise<ApiClient[]> {
    const rows = await this.database.query<ApiClientRow>(
      `select ${COLUMNS} from agencies.api_client c where c.agency = $1
        order by c.withdrawn_at is not null, c.created_at desc, c.id`,
      [agency],
    );
    return rows.map(toApiClient);
  }

  /** False when it was withdrawn before, or is not of this agency. */
  async withdraw(id: ApiClientId, agency: EnterpriseNumber, by: FedId, now: Date): Promise<boolean> {
    const withdrawn = await this.database.query(
      `update agencies.api_client set withdrawn_by = $3, withdrawn_at = $4
        where id = $1 and agency = $2 and withdrawn_at is null returning id`,
      [id, agency, by, now],
    );
    return withdrawn.length === 1;
  }

  async noteUse({ id, usedAt }: Pick<ApiClient, 'id' | 'usedAt'>, now: Date): Promise<void> {
    if (usedAt !== undefined && now.getTime() - usedAt.getTime() < NOTED_EVERY) return;
    await this.database.query('update agencies.api_client set used_at = $2 where id = $1', [id, now]);
  }
}

const toApiClient = (row: ApiClientRow): ApiClient => ({
  id: row.id,
  agency: row.agency,
  name: row.name,
  rights: row.rights,
  proof: row.jwk === null ? { kind: 'secret', hash: row.secret_hash ?? '' } : { kind: 'key', jwk: row.jwk },
  createdBy: row.created_by,
  createdAt: row.created_at,
  endsAt: row.ends_at,
  ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
  ...(row.used_at !== null && { usedAt: row.used_at }),
});
