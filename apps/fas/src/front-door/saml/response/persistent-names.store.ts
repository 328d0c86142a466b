import type { Queryable } from '#libs/database';

/** Remembers which persistent NameIDs were told; the NameIDs themselves are computed. */
export class PersistentNamesStore {
  constructor(private readonly database: Queryable) {}

  async note(nameId: string, relyingParty: string): Promise<void> {
    await this.database.prepared(
      'saml-name-note',
      'insert into saml.persistent_name (name_id, relying_party) values ($1, $2) on conflict do nothing',
      [nameId, relyingParty],
    );
  }

  async isKnown(nameId: string, relyingParty: string): Promise<boolean> {
    const rows = await this.database.prepared(
      'saml-name-known',
      'select 1 from saml.persistent_name where name_id = $1 and relying_party = $2',
      [nameId, relyingParty],
    );
    return rows.length > 0;
  }
}
