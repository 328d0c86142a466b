import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { FieldCipher } from '#libs/security';

/** An active authenticator app of a person. */
export interface TotpRecord {
  readonly keyId: string;
  readonly secret: string;
  readonly enrolment: Enrolment;
}

/** Table of authenticator apps. */
export class TotpStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  within(tx: Queryable): TotpStore {
    return new TotpStore(tx, this.cipher);
  }

  async activeOf(fedId: FedId): Promise<TotpRecord[]> {
    const rows = await this.database.read<{
      key_id: string;
      secret_encrypted: string;
      enrolment: Enrolment;
    }>(
      'totp-of-person',
      `select t.key_id, t.secret_encrypted, k.enrolment
         from digital_keys.totp t
         join digital_keys.digital_key k on k.id = t.key_id
         join people.person p on p.fed_id = k.fed_id
        where k.fed_id = $1 and k.state = 'active' and p.state = 'active'`,
      [fedId],
    );
    return rows.map((row) => ({
      keyId: row.key_id,
      secret: this.cipher.decrypt(row.secret_encrypted, 'totp-secret'),
      enrolment: row.enrolment,
    }));
  }

  /**
   * Takes a time step; false when this or a later one was taken before. One statement decides, so that of two
   * servers that see the same code exactly one succeeds.
   */
  async takeStep(keyId: string, timeStep: number): Promise<boolean> {
    const rows = await this.database.prepared(
      'totp-take-step',
      'update digital_keys.totp set last_time_step = $2 where key_id = $1 and last_time_step < $2 returning key_id',
      [keyId, timeStep],
    );
    return rows.length === 1;
  }

  async add(keyId: string, secret: string): Promise<void> {
    await this.database.query('insert into digital_keys.totp (key_id, secret_encrypted) values ($1, $2)', [
      keyId,
      this.cipher.encrypt(secret, 'totp-secret'),
    ]);
  }

  /** Destroys the secret of a revoked app. */
  async retire(keyId: string): Promise<void> {
    await this.database.query('update digital_keys.totp set secret_encrypted = $2 where key_id = $1', [
      keyId,
      this.cipher.encrypt('', 'totp-secret'),
    ]);
  }
}
