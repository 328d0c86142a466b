import type { Queryable } from '#libs/database';
import type { FieldCipher } from '#libs/security';

const contextOf = (keyId: string): string => `digital_keys.service_reference.reference:${keyId}`;

/** What services call people. Whoever makes the account there anew gets another reference; the key stays the same. */
export class ServiceReferencesStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  async note(keyId: string, reference: string): Promise<void> {
    await this.database.prepared(
      'service-reference-note',
      `insert into digital_keys.service_reference (key_id, reference_encrypted) values ($1, $2)
       on conflict (key_id) do update set reference_encrypted = excluded.reference_encrypted, noted_at = now()`,
      [keyId, this.cipher.encrypt(reference, contextOf(keyId))],
    );
  }

  async of(keyId: string): Promise<string | undefined> {
    const [row] = await this.database.prepared<{ reference_encrypted: string }>(
      'service-reference-of',
      'select reference_encrypted from digital_keys.service_reference where key_id = $1',
      [keyId],
    );
    return row && this.cipher.decrypt(row.reference_encrypted, contextOf(keyId));
  }
}
