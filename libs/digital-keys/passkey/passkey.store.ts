import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { DigitalKeyState } from '../digital-key.js';

/** What is needed to judge a passkey's answer, read in one round trip. */
export interface PasskeyRecord {
  readonly keyId: string;
  readonly fedId: FedId;
  readonly enrolment: Enrolment;
  readonly state: DigitalKeyState;
  readonly personActive: boolean;
  readonly credentialId: string;
  readonly userHandle: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly backupEligible: boolean;
  /** Its counter went back once. */
  readonly copied: boolean;
}

export interface NewPasskey {
  readonly credentialId: string;
  readonly userHandle: string;
  readonly publicKey: Uint8Array;
  readonly algorithm: number;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  /** AAGUID: which model, as far as the device tells. */
  readonly deviceType: string;
}

/** As the list of a person's keys shows it. */
export interface RegisteredPasskey {
  readonly keyId: string;
  readonly state: DigitalKeyState;
  readonly label?: string;
  /** In a keychain, so that it is on other devices too. */
  readonly backedUp: boolean;
  readonly copied: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
}

/** For the lists of credentials that browsers are given (WebAuthn 5.8.3). */
export interface CredentialDescriptor {
  readonly id: string;
  readonly transports: readonly string[];
}

interface RecordRow {
  key_id: string;
  fed_id: string;
  enrolment: Enrolment;
  state: DigitalKeyState;
  person_active: boolean;
  credential_id: string;
  user_handle: string;
  public_key: string;
  backup_eligible: boolean;
  copied_at: Date | null;
}

/** Table of passkeys. */
export class PasskeyStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): PasskeyStore {
    return new PasskeyStore(tx);
  }

  async find(credentialId: string): Promise<PasskeyRecord | undefined> {
    const [row] = await this.database.prepared<RecordRow>(
      'passkey-by-credential',
      `select c.key_id, k.fed_id, k.enrolment, k.state, p.state = 'active' as person_active, c.credential_id,
              c.user_handle, c.public_key, c.backup_eligible, c.copied_at
         from digital_keys.passkey c
         join digital_keys.digital_key k on k.id = c.key_id
         join people.person p on p.fed_id = k.fed_id
        where c.credential_id = $1`,
      [credentialId],
    );
    return row && toRecord(row);
  }

  /** Those with which the person could sign in now, or with `all` those that they must not make again. */
  async credentialsOf(fedId: FedId, which: 'active' | 'all'): Promise<CredentialDescriptor[]> {
    const states = which === 'active' ? ['active'] : ['active', 'suspended'];
    return this.database.prepared<{ id: string; transports: string[] }>(
      'passkey-credentials-of-person',
      `select c.credential_id as id, c.transports
         from digital_keys.passkey c
         join digital_keys.digital_key k on k.id = c.key_id
         join people.person p on p.fed_id = k.fed_id
        where k.fed_id = $1 and k.state = any($2::text[]) and p.state = 'active'
        order by k.created_at`,
      [fedId, states],
    );
  }

  /** Fails on the unique index when the credential is registered already, by whomever. */
  async add(keyId: string, passkey: NewPasskey): Promise<void> {
    await this.database.query(
      `insert into digital_keys.passkey (key_id, credential_id, user_handle, public_key, algorithm, counter,
                                         transports, backup_eligible, backed_up, device_type)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        keyId,
        passkey.credentialId,
        passkey.userHandle,
        Buffer.from(passkey.publicKey).toString('base64url'),
        passkey.algorithm,
        passkey.counter,
        [...passkey.transports],
        passkey.backupEligible,
        passkey.backedUp,
        passkey.deviceType,
      ],
    );
  }

  /**
   * Takes the counter that the device told (WebAuthn 6.1.1); false when it did not go forward, unless the device
   * never counts. One statement decides, so that of two copies at the same moment one is found out.
   */
  async advance(
    keyId: string,
    { counter, backedUp }: { counter: number; backedUp: boolean },
  ): Promise<boolean> {
    const rows = await this.database.prepared(
      'passkey-advance',
      `update digital_keys.passkey set counter = $2, backed_up = $3
        where key_id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning key_id`,
      [keyId, counter, backedUp],
    );
    return rows.length === 1;
  }

  async noteCopied(keyId: string): Promise<void> {
    await this.database.query(
      'update digital_keys.passkey set copied_at = coalesce(copied_at, now()) where key_id = $1',
      [keyId],
    );
  }

  /** All but the removed ones, oldest first. */
  async ofPerson(fedId: FedId): Promise<RegisteredPasskey[]> {
    const rows = await this.database.query<{
      key_id: string;
      state: DigitalKeyState;
      label: string | null;
      backed_up: boolean;
      copied_at: Date | null;
      created_at: Date;
      last_used_at: Date | null;
    }>(
      `select c.key_id, k.state, k.label, c.backed_up, c.copied_at, k.created_at, k.last_used_at
         from digital_keys.passkey c
         join digital_keys.digital_key k on k.id = c.key_id
        where k.fed_id = $1 and k.state <> 'revoked'
        order by k.created_at`,
      [fedId],
    );
    return rows.map((row) => ({
      keyId: row.key_id,
      state: row.state,
      ...(row.label !== null && { label: row.label }),
      backedUp: row.backed_up,
      copied: row.copied_at !== null,
      createdAt: row.created_at,
      ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
    }));
  }
}

const toRecord = (row: RecordRow): PasskeyRecord => ({
  keyId: row.key_id,
  fedId: row.fed_id as FedId,
  enrolment: row.enrolment,
  state: row.state,
  personActive: row.person_active,
  credentialId: row.credential_id,
  userHandle: row.user_handle,
  publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
  backupEligible: row.backup_eligible,
  copied: row.copied_at !== null,
});
