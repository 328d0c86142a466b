import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { BlindIndex, FieldCipher } from '#libs/security';
import { normaliseUsername } from './password.js';

/** What is needed to check a password, read in one round trip. */
export interface PasswordRecord {
  readonly keyId: string;
  readonly fedId: FedId;
  readonly passwordHash: string;
  readonly enrolment: Enrolment;
  /** False when the key is suspended or revoked, or the person is blocked. */
  readonly usable: boolean;
}

/** Table of usernames and password hashes. */
export class PasswordStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  within(tx: Queryable): PasswordStore {
    return new PasswordStore(tx, this.cipher, this.index);
  }

  /** The keyed hash under which a username is known, to throttle by and look up. */
  usernameIndex(username: string): string {
    return this.index.of(normaliseUsername(username), 'username');
  }

  async findByUsername(username: string): Promise<PasswordRecord | undefined> {
    const rows = await this.database.read<{
      key_id: string;
      fed_id: string;
      password_hash: string;
      enrolment: Enrolment;
      usable: boolean;
    }>(
      'password-by-username',
      `select p.key_id, k.fed_id, p.password_hash, k.enrolment,
              k.state = 'active' and person.state = 'active' as usable
         from digital_keys.password p
         join digital_keys.digital_key k on k.id = p.key_id
         join people.person person on person.fed_id = k.fed_id
        where p.username_index = $1`,
      [this.usernameIndex(username)],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    return {
      keyId: row.key_id,
      fedId: row.fed_id as FedId,
      passwordHash: row.password_hash,
      enrolment: row.enrolment,
      usable: row.usable,
    };
  }

  async add(keyId: string, username: string, passwordHash: string): Promise<void> {
    await this.database.query(
      `insert into digital_keys.password (key_id, username_encrypted, username_index, password_hash)
       values ($1, $2, $3, $4)`,
      [keyId, this.cipher.encrypt(username, 'username'), this.usernameIndex(username), passwordHash],
    );
  }

  /** The same password, hashed anew. */
  async setHash(keyId: string, passwordHash: string): Promise<void> {
    await this.database.query('update digital_keys.password set password_hash = $2 where key_id = $1', [
      keyId,
      passwordHash,
    ]);
  }

  /** Another password, chosen now; a recovery of the one before ends by it. */
  async choose(keyId: string, passwordHash: string): Promise<void> {
    await this.database.query(
      'update digital_keys.password set password_hash = $2, set_at = now() where key_id = $1',
      [keyId, passwordHash],
    );
  }

  /** The username as the person chose it; undefined without a password that is in use. */
  async usernameOf(fedId: FedId): Promise<string | undefined> {
    const [row] = await this.database.query<{ username_encrypted: string }>(
      `select p.username_encrypted from digital_keys.password p
         join digital_keys.digital_key k on k.id = p.key_id
        where k.fed_id = $1 and k.state <> 'revoked'`,
      [fedId],
    );
    return row && this.cipher.decrypt(row.username_encrypted, 'username');
  }

  /** Whose username it is; undefined when nobody uses it. */
  async ownerOf(username: string): Promise<FedId | undefined> {
    const [row] = await this.database.query<{ fed_id: string }>(
      `select k.fed_id from digital_keys.password p join digital_keys.digital_key k on k.id = p.key_id
        where p.username_index = $1 and k.state <> 'revoked'`,
      [this.usernameIndex(username)],
    );
    return row && (row.fed_id as FedId);
  }

  /** Whether nobody has this username. */
  async isFree(username: string): Promise<boolean> {
    const rows = await this.database.query('select 1 from digital_keys.password where username_index = $1', [
      this.usernameIndex(username),
    ]);
    return rows.length === 0;
  }

  /** The password opens nothing any more and its username is free again. */
  async retire(keyId: string): Promise<void> {
    await this.database.query(
      `update digital_keys.password set username_index = 'retired:' || key_id, username_encrypted = $2,
              password_hash = '' where key_id = $1`,
      [keyId, this.cipher.encrypt('', 'username')],
    );
  }
}
