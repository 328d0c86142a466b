import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

export interface KeptDecision {
  readonly application: string;
  readonly attributes: readonly string[];
  readonly at: Date;
}

const OF_PERSON = [
  'fas.release_decision',
  'fas.known_browser',
  'fas.oidc_answer',
  'people.agreement_acceptance',
  'people.identifier',
  'digital_keys.key_setup',
  'digital_keys.disown_link',
  'digital_keys.activation',
  'digital_keys.recovery',
];

const OF_KEYS = [
  'digital_keys.token_code',
  'digital_keys.token_card',
  'digital_keys.certificate',
  'digital_keys.passkey',
  'digital_keys.totp',
  'digital_keys.password',
  'digital_keys.selfreg',
  'digital_keys.service_reference',
];

/** Rows about a person that other parts keep, as far as the person may see and end them. */
export class OwnDataStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): OwnDataStore {
    return new OwnDataStore(tx);
  }

  async decisions(fedId: FedId): Promise<KeptDecision[]> {
    const rows = await this.database.query<{ application: string; attributes: string[]; decided_at: Date }>(
      `select application, attributes, decided_at from fas.release_decision
        where fed_id = $1 order by decided_at desc`,
      [fedId],
    );
    return rows.map((row) => ({
      application: row.application,
      attributes: row.attributes,
      at: row.decided_at,
    }));
  }

  async forgetDecision(fedId: FedId, application: string): Promise<void> {
    await this.database.query(
      'delete from fas.release_decision where fed_id = $1 and application::text = $2',
      [fedId, application],
    );
  }

  /**
   * The numbers go too, and what tells keys apart: names on certificates, identifiers of devices, what services call the
   * person. Nothing here leads back to the person then; who comes back begins anew. That there were keys stays.
   */
  async erase(fedId: FedId): Promise<void> {
    for (const table of OF_PERSON)
      await this.database.query(`delete from ${table} where fed_id = $1`, [fedId]);
    for (const table of OF_KEYS)
      await this.database.query(
        `delete from ${table} where key_id in (select id from digital_keys.digital_key where fed_id = $1)`,
        [fedId],
      );
    await this.database.query(`delete from admin.note where about_kind = 'person' and about = $1`, [fedId]);
    await this.database.query(
      `update admin.registration set document_number_encrypted = '', mail_index = '' where fed_id = $1`,
      [fedId],
    );
    await this.database.query(
      'update digital_keys.digital_key set label = null, last_used_at = null where fed_id = $1',
      [fedId],
    );
  }

  /** Of a person who is erased; returns the FedIDs that mean nobody any more. */
  async replaceFedId(fedId: FedId): Promise<FedId[]> {
    const rows = await this.database.query<{ former: FedId }>(
      'select former from people.replace_fed_id($1) as former',
      [fedId],
    );
    return rows.map(({ former }) => former);
  }
}
