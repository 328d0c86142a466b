import { randomUUID } from 'node:crypto';
import type { ApplicationEnvironment } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { Actor, EnterpriseNumber } from '#libs/kernel';
import {
  EMPTY_DETAILS,
  type Dossier,
  type DossierDetails,
  type DossierEnvironment,
  type DossierState,
} from './dossier.js';

interface DossierRow {
  id: string;
  agency: EnterpriseNumber;
  state: DossierState;
  held_state: DossierState | null;
  details: DossierDetails;
  environments: Dossier['environments'];
  created_by: Actor;
  created_at: Date;
  updated_at: Date;
  self_test_passed_at: Date | null;
  suspended_at: Date | null;
  suspension_reason: string | null;
  ended_at: Date | null;
}

const SELECT = 'select * from onboarding.dossier';

/** Moments that passed through JavaScript have milliseconds. */
const UNCHANGED = `($3::timestamptz is null or date_trunc('milliseconds', updated_at) = $3)`;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Online services of agencies on their way into use. */
export class DossierStore {
  constructor(private readonly database: Queryable) {}

  async add(agency: EnterpriseNumber, by: Actor): Promise<string> {
    const id = randomUUID();
    await this.ensure(id, agency, by);
    return id;
  }

  /** The same under an identifier that was chosen; false when it is there already. */
  async ensure(id: string, agency: EnterpriseNumber, by: Actor): Promise<boolean> {
    const added = await this.database.query(
      `insert into onboarding.dossier (id, agency, state, details, environments, created_by)
       values ($1, $2, 'draft', $3, '{}', $4) on conflict (id) do nothing returning id`,
      [id, agency, EMPTY_DETAILS, by],
    );
    return added.length === 1;
  }

  find(id: string): Promise<Dossier | undefined> {
    return this.one(id, '');
  }

  /** The same, locked until the transaction ends. */
  lock(id: string): Promise<Dossier | undefined> {
    return this.one(id, 'for update');
  }

  async ofAgency(agency: EnterpriseNumber): Promise<Dossier[]> {
    const rows = await this.database.query<DossierRow>(`${SELECT} where agency = $1 order by created_at`, [
      agency,
    ]);
    return rows.map(toDossier);
  }

  /** @param unchangedSince false when it was changed after that, and nothing is saved */
  async saveDetails(id: string, details: DossierDetails, unchangedSince?: Date): Promise<boolean> {
    const saved = await this.database.query(
      `update onboarding.dossier set details = $2, updated_at = now() where id = $1 and ${UNCHANGED} returning id`,
      [id, details, unchangedSince ?? null],
    );
    return saved.length === 1;
  }

  async saveEnvironment(
    id: string,
    name: ApplicationEnvironment,
    environment: DossierEnvironment,
    unchangedSince?: Date,
  ): Promise<boolean> {
    const saved = await this.database.query(
      `update onboarding.dossier set environments = environments || jsonb_build_object($4::text, $2::jsonb),
         updated_at = now() where id = $1 and ${UNCHANGED} returning id`,
      [id, environment, unchangedSince ?? null, name],
    );
    return saved.length === 1;
  }

  async move(id: string, state: DossierState, held?: DossierState): Promise<void> {
    await this.database.query(
      `update onboarding.dossier set state = $2, held_state = $3, updated_at = now(),
         ended_at = case when $2 = 'ended' then now() end,
         self_test_passed_at = case when $2 = 'self-test-passed' and state <> $2 then now() else self_test_passed_at end
       where id = $1`,
      [id, state, held],
    );
  }

  /** Why it was suspended just now; nothing when it goes on. */
  async noteSuspension(id: string, reason: string | undefined): Promise<void> {
    await this.database.query(
      `update onboarding.dossier set suspension_reason = $2,
         suspended_at = case when $2::text is not null then now() end where id = $1`,
      [id, reason],
    );
  }

  private async one(id: string, lock: '' | 'for update'): Promise<Dossier | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.database.query<DossierRow>(`${SELECT} where id = $1 ${lock}`, [id]);
    return row && toDossier(row);
  }
}

const toDossier = (row: DossierRow): Dossier => ({
  id: row.id,
  agency: row.agency,
  state: row.state,
  details: row.details,
  environments: row.environments,
  createdBy: row.created_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  ...(row.held_state !== null && { heldState: row.held_state }),
  ...(row.suspended_at !== null && {
    suspension: { since: row.suspended_at, reason: row.suspension_reason ?? '' },
  }),
  ...(row.ended_at !== null && { endedAt: row.ended_at }),
  ...(row.self_test_passed_at !== null && { selfTestPassedAt: row.self_test_passed_at }),
});
