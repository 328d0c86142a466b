import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

const OF_PERSON = [
  'fas.release_decision',
  'fas.known_browser',
  'fas.oidc_answer',
  'people.agreement_acceptance',
  'people.contact',
  'people.identifier',
  'people.name_index',
  'people.pending_contact',
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

/** Takes away, in every part, what leads to a person; within one transaction. */
export class ErasureStore {
  constructor(private readonly database: Queryable) {}

  /** FedIDs of people who were not erased, in order, after one of them. */
  async notErased(after: string, limit: number): Promise<FedId[]> {
    const rows = await this.database.query<{ fed_id: FedId }>(
      `select fed_id from people.person where state <> 'erased' and fed_id > $1 order by fed_id limit $2`,
      [after, limit],
    );
    return rows.map(({ fed_id: fedId }) => fedId);
  }

  /**
   * The numbers go too, and what tells keys apart: names on certificates, identifiers of devices, what services call the
   * person. What stays (that there were keys, what was asked about somebody) belongs to an identifier that nobody outside
   * ever saw; who comes back begins anew.
   *
   * @returns the FedIDs that mean nobody any more, that of the person and of profiles that went up in them
   */
  async erase(fedId: FedId): Promise<FedId[]> {
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
    await this.database.query(
      `update digital_keys.digital_key set state = 'revoked' where fed_id = $1 and state <> 'revoked'`,
      [fedId],
    );
    await this.database.query(`update people.person set state = 'erased' where fed_id = $1`, [fedId]);
    const rows = await this.database.query<{ former: FedId }>(
      'select former from people.replace_fed_id($1) as former',
      [fedId],
    );
    return rows.map(({ former }) => former);
  }
}
