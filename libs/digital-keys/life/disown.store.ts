import type { Queryable } from '#libs/database';
import { hours, type FedId } from '#libs/kernel';
import { hashToken, randomToken } from '#libs/security';

/** What a link was made for. */
export interface DisownableChange {
  readonly fedId: FedId;
  readonly what: string;
  readonly keyId?: string;
}

const LIFETIME = hours(240);

/** Table of links "this was not me". */
export class DisownStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): DisownStore {
    return new DisownStore(tx);
  }

  /** Returns the token for the link; only its hash stays here. */
  async issue({ fedId, what, keyId }: DisownableChange, now: Date): Promise<string> {
    const token = randomToken();
    await this.database.query(
      `insert into digital_keys.disown_link (link, fed_id, what, key_id, expires_at) values ($1, $2, $3, $4, $5)`,
      [hashToken(token), fedId, what, keyId ?? null, new Date(now.getTime() + LIFETIME)],
    );
    return token;
  }

  /** Looks without using it up: mail programs open links on their own. */
  async find(token: string, now: Date): Promise<DisownableChange | undefined> {
    const [row] = await this.database.query<DisownRow>(
      `select fed_id, what, key_id from digital_keys.disown_link
        where link = $1 and used_at is null and expires_at > $2`,
      [hashToken(token), now],
    );
    return row && toChange(row);
  }

  /** Uses the link; undefined when it was used, is too old or never was. */
  async take(token: string, now: Date): Promise<DisownableChange | undefined> {
    const [row] = await this.database.query<DisownRow>(
      `update digital_keys.disown_link set used_at = $2
        where link = $1 and used_at is null and expires_at > $2 returning fed_id, what, key_id`,
      [hashToken(token), now],
    );
    return row && toChange(row);
  }
}

interface DisownRow {
  fed_id: string;
  what: string;
  key_id: string | null;
}

const toChange = ({ fed_id, what, key_id }: DisownRow): DisownableChange => ({
  fedId: fed_id as FedId,
  what,
  ...(key_id !== null && { keyId: key_id }),
});
