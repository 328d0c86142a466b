import type { Database, Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment, KeyKind, Level } from '#libs/loa';
import type { PersonState } from '#libs/people';

/** A key by which a person has just shown who they really are. */
export interface RealProof {
  readonly fedId: FedId;
  readonly keyId: string;
  readonly key: KeyKind;
  readonly enrolment: Enrolment;
  /** Of this very proof, where it differs from sign-in to sign-in. */
  readonly level?: Level;
}

export type LinkOutcome =
  /** `former` went up in `fedId`. */
  | { readonly kind: 'linked'; readonly fedId: FedId; readonly former: FedId }
  /** One of the two is no profile that can be linked, or not any more. */
  | { readonly kind: 'refused' };

interface PersonRow {
  fed_id: FedId;
  state: PersonState;
  enrolment: Enrolment;
  /** Made in this login by the proof itself, with nothing but its key. */
  fresh: boolean;
}

/** Keys that prove a real identity by themselves, whichever they are; a desk's or an own profile's do not. */
export const provesIdentity = (enrolment: Enrolment): boolean => enrolment === 'eid' || enrolment === 'itsme';

/**
 * Links a self-registered profile to the person whose it is. Whoever was known before stays: when the real person had
 * a record, the profile goes up in it; when the proof has just made one, that goes up in the profile, so that services
 * know the person again. The profile's own key keeps the level of its own enrolment. What went up stays as history.
 */
export class ProfileLinks {
  constructor(private readonly database: Database) {}

  /** Whether this is an active profile that a person made and that nobody has proven to be theirs. */
  async isSelfRegistered(fedId: FedId): Promise<boolean> {
    const rows = await this.database.prepared(
      'link-is-self-registered',
      `select 1 from people.person where fed_id = $1 and enrolment = 'self' and state = 'active'`,
      [fedId],
    );
    return rows.length === 1;
  }

  /** @param since start of the login: a person made after it was made by the proof */
  link(selfRegistered: FedId, proof: RealProof, since: Date): Promise<LinkOutcome> {
    return this.database.transaction(async (tx) => {
      const people = await both(tx, selfRegistered, proof, since);
      const own = people.find(({ fed_id }) => fed_id === selfRegistered);
      const real = people.find(({ fed_id }) => fed_id === proof.fedId);
      if (own === undefined || real === undefined || !linkable(own, real, proof)) return { kind: 'refused' };
      const [stays, goes] = real.fresh ? [own.fed_id, real.fed_id] : [real.fed_id, own.fed_id];
      await move(tx, goes, stays);
      await tx.query(`update people.person set state = 'linked' where fed_id = $1`, [goes]);
      await tx.query('update people.person set enrolment = $2 where fed_id = $1', [stays, real.enrolment]);
      await tx.query('insert into people.former_profile (former_fed_id, fed_id, key) values ($1, $2, $3)', [
        goes,
        stays,
        proof.key,
      ]);
      return { kind: 'linked', fedId: stays, former: goes };
    });
  }

  /** Profiles that went up in this person: their history is part of this one. */
  async formerOf(fedId: FedId): Promise<FedId[]> {
    const rows = await this.database.prepared<{ former_fed_id: FedId }>(
      'link-former-of',
      'select former_fed_id from people.former_profile where fed_id = $1 order by linked_at',
      [fedId],
    );
    return rows.map(({ former_fed_id }) => former_fed_id);
  }
}

function linkable(own: PersonRow, real: PersonRow, { enrolment }: RealProof): boolean {
  const active = own.state === 'active' && real.state === 'active';
  return active && own.enrolment === 'self' && real.enrolment !== 'self' && provesIdentity(enrolment);
}

/** Locked in one order, so that two links at once wait for each other. */
function both(tx: Queryable, selfRegistered: FedId, proof: RealProof, since: Date): Promise<PersonRow[]> {
  return tx.query<PersonRow>(
    `select fed_id, state, enrolment,
            created_at >= $3 and not exists (
              select 1 from digital_keys.digital_key k where k.fed_id = p.fed_id and k.id <> $4) as fresh
       from people.person p where fed_id in ($1, $2) order by fed_id for update`,
    [selfRegistered, proof.fedId, since, proof.keyId],
  );
}

async function move(tx: Queryable, from: FedId, to: FedId): Promise<void> {
  for (const sql of [
    'update digital_keys.digital_key set fed_id = $2 where fed_id = $1',
    'update people.identifier set fed_id = $2 where fed_id = $1',
    `update people.contact c set fed_id = $2, is_primary = is_primary and not exists (
       select 1 from people.contact o where o.fed_id = $2 and o.kind = c.kind and o.is_primary)
      where fed_id = $1`,
  ]) {
    await tx.query(sql, [from, to]);
  }
}
