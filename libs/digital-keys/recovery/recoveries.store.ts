import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import { hashToken, randomToken } from '#libs/security';
import { COOLING_OFF, LINK_LIFE, PASS_LIFE, RIPE_FOR } from './recovery.js';

export interface Recovery {
  readonly id: string;
  readonly fedId: FedId;
  /** From when a new password may be chosen; undefined while nobody pressed the button behind the link. */
  readonly ripeAt: Date | undefined;
}

interface RecoveryRow {
  id: string;
  fed_id: string;
  ripe_at: Date | null;
}

/** It ends with the password that it is about: when another one was chosen, or the key or person was stopped. */
const ALIVE = `r.finished_at is null and r.expires_at > $2 and exists (
    select 1 from digital_keys.digital_key k
      join digital_keys.password w on w.key_id = k.id
      join people.person p on p.fed_id = k.fed_id
     where k.fed_id = r.fed_id and k.state = 'active' and p.state = 'active' and w.set_at <= r.created_at)`;

/** Table of recoveries. A person has one open at most, and its newest link only. */
export class RecoveriesStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): RecoveriesStore {
    return new RecoveriesStore(tx);
  }

  /**
   * Opens one and returns the token for its link. One that rests already goes on under the new link: whoever asks in
   * somebody's name cannot make them wait from the start.
   */
  async open(fedId: FedId, now: Date): Promise<string> {
    const [before] = await this.database.query<{ ripe_at: Date | null; expires_at: Date }>(
      `update digital_keys.recovery set finished_at = $2, pass = null
        where fed_id = $1 and finished_at is null returning ripe_at, expires_at`,
      [fedId, now],
    );
    const goesOn = before !== undefined && before.ripe_at !== null && before.expires_at > now;
    const token = randomToken();
    await this.database.query(
      'insert into digital_keys.recovery (fed_id, link, ripe_at, expires_at) values ($1, $2, $3, $4)',
      [
        fedId,
        hashToken(token),
        goesOn ? before.ripe_at : null,
        goesOn ? before.expires_at : new Date(now.getTime() + LINK_LIFE),
      ],
    );
    return token;
  }

  /** Looks without using it up: mail programs open links on their own. */
  async byLink(token: string, now: Date): Promise<Recovery | undefined> {
    const [row] = await this.database.query<RecoveryRow>(
      `select r.id, r.fed_id, r.ripe_at from digital_keys.recovery r where r.link = $1 and ${ALIVE}`,
      [hashToken(token), now],
    );
    return row && toRecovery(row);
  }

  /** The cooling-off begins; false when it had begun before. */
  async start(id: string, now: Date): Promise<boolean> {
    const ripeAt = new Date(now.getTime() + COOLING_OFF);
    const rows = await this.database.query(
      `update digital_keys.recovery set ripe_at = $2, expires_at = $3
        where id = $1 and ripe_at is null and finished_at is null returning id`,
      [id, ripeAt, new Date(ripeAt.getTime() + RIPE_FOR)],
    );
    return rows.length === 1;
  }

  /** A key was proven, or none is asked: this browser may go on. Returns the value of its cookie. */
  async givePass(id: string, now: Date): Promise<string> {
    const pass = randomToken();
    await this.database.query(
      `update digital_keys.recovery set pass = $2, pass_until = $3
        where id = $1 and finished_at is null and ripe_at <= $4`,
      [id, hashToken(pass), new Date(now.getTime() + PASS_LIFE), now],
    );
    return pass;
  }

  async byPass(pass: string | undefined, now: Date): Promise<Recovery | undefined> {
    if (pass === undefined) return undefined;
    const [row] = await this.database.query<RecoveryRow>(
      `select r.id, r.fed_id, r.ripe_at from digital_keys.recovery r
        where r.pass = $1 and r.pass_until > $2 and r.ripe_at <= $2 and ${ALIVE}`,
      [hashToken(pass), now],
    );
    return row && toRecovery(row);
  }

  /** Ends it; false when somebody did before, so that it serves once. */
  async finish(id: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `update digital_keys.recovery set finished_at = $2, pass = null
        where id = $1 and finished_at is null returning id`,
      [id, now],
    );
    return rows.length === 1;
  }

  /** Stops what is open of this person. */
  async stop(fedId: FedId, now: Date): Promise<void> {
    await this.database.query(
      'update digital_keys.recovery set finished_at = $2, pass = null where fed_id = $1 and finished_at is null',
      [fedId, now],
    );
  }
}

const toRecovery = ({ id, fed_id, ripe_at }: RecoveryRow): Recovery => ({
  id,
  fedId: fed_id as FedId,
  ripeAt: ripe_at ?? undefined,
});
