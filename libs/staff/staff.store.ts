import type { Queryable } from '#libs/database';
import type { Actor, EnterpriseNumber, FedId } from '#libs/kernel';
import type { HeldRole } from './rights.js';
import { scopeKindOf, type StaffRole, type StaffScope } from './roles.js';

/** A role of a person, with who gave it and when. */
export interface Assignment extends HeldRole {
  readonly id: string;
  readonly fedId: FedId;
  readonly reason: string;
  readonly grantedBy?: Actor;
  readonly grantedAt: Date;
}

export interface NewAssignment extends HeldRole {
  readonly fedId: FedId;
  readonly reason: string;
  /** Absent: the operator, at the command line. */
  readonly grantedBy?: Actor;
}

interface AssignmentRow {
  id: string;
  fed_id: FedId;
  role: StaffRole;
  agency: EnterpriseNumber | null;
  office: string | null;
  reason: string;
  granted_by: Actor | null;
  granted_at: Date;
}

const HELD = `select id, fed_id, role, agency, office, reason, granted_by, granted_at
                from staff.assignment where ended_at is null`;

/** Who holds which role in the administration. */
export class StaffStore {
  constructor(private readonly database: Queryable) {}

  /** The roles that a person holds now; asked at each request, so that a role that was taken back is gone at once. */
  async heldBy(fedId: FedId): Promise<Assignment[]> {
    const rows = await this.database.read<AssignmentRow>('staff.held', `${HELD} and fed_id = $1`, [fedId]);
    return rows.map(toAssignment);
  }

  async ofAgency(agency: EnterpriseNumber): Promise<Assignment[]> {
    return this.all('and agency = $1', [agency]);
  }

  async ofOffice(office: string): Promise<Assignment[]> {
    return this.all('and office = $1', [office]);
  }

  /** How many hold the role of officer, by code of the office; an office without any is not in it. */
  async officersPerOffice(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ office: string; officers: number }>(
      `select office, count(*)::int as officers from staff.assignment
        where ended_at is null and role = 'lra-officer' group by office`,
    );
    return new Map(rows.map(({ office, officers }) => [office, officers]));
  }

  async all(condition = '', params: readonly unknown[] = []): Promise<Assignment[]> {
    const rows = await this.database.query<AssignmentRow>(
      `${HELD} ${condition} order by granted_at, id`,
      params,
    );
    return rows.map(toAssignment);
  }

  async find(id: string): Promise<Assignment | undefined> {
    return (await this.all('and id = $1', [id]))[0];
  }

  /** Gives a role; false when the person holds it already. Throws when the role is not held for such a scope. */
  async grant({ fedId, role, scope, reason, grantedBy }: NewAssignment): Promise<boolean> {
    if (scope.kind !== scopeKindOf(role)) throw new Error(`The role ${role} is not held for ${scope.kind}.`);
    const added = await this.database.query(
      `insert into staff.assignment (fed_id, role, agency, office, reason, granted_by)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [fedId, role, ...placeOf(scope), reason, grantedBy],
    );
    return added.length === 1;
  }

  /** Takes a role back; false when it was not held any more. */
  async end(id: string, endedBy: Actor): Promise<boolean> {
    const ended = await this.database.query(
      `update staff.assignment set ended_at = now(), ended_by = $2
        where id = $1 and ended_at is null returning id`,
      [id, endedBy],
    );
    return ended.length === 1;
  }
}

const placeOf = (scope: StaffScope): [string | null, string | null] => [
  scope.kind === 'agency' ? scope.agency : null,
  scope.kind === 'office' ? scope.office : null,
];

function scopeOf({ agency, office }: AssignmentRow): StaffScope {
  if (agency !== null) return { kind: 'agency', agency };
  return office === null ? { kind: 'all' } : { kind: 'office', office };
}

const toAssignment = (row: AssignmentRow): Assignment => ({
  id: row.id,
  fedId: row.fed_id,
  role: row.role,
  scope: scopeOf(row),
  reason: row.reason,
  grantedAt: row.granted_at,
  ...(row.granted_by !== null && { grantedBy: row.granted_by }),
});
