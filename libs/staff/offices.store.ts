import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, LocalisedText } from '#libs/kernel';

/** A municipality that registers people face to face. */
export interface RegistrationOffice {
  /** Code of the municipality (NIS), five digits. */
  readonly code: string;
  readonly agency: EnterpriseNumber;
  readonly name: LocalisedText;
}

/** Table of registration offices. */
export class OfficesStore {
  constructor(private readonly database: Queryable) {}

  async all(): Promise<RegistrationOffice[]> {
    return this.database.query<RegistrationOffice>(
      'select code, agency, name from staff.registration_office order by code',
    );
  }

  async find(code: string): Promise<RegistrationOffice | undefined> {
    const [row] = await this.database.query<RegistrationOffice>(
      'select code, agency, name from staff.registration_office where code = $1',
      [code],
    );
    return row;
  }

  /** False when it is one already. */
  async add({ code, agency, name }: RegistrationOffice): Promise<boolean> {
    const rows = await this.database.query(
      `insert into staff.registration_office (code, agency, name) values ($1, $2, $3)
       on conflict (code) do nothing returning code`,
      [code, agency, name],
    );
    return rows.length === 1;
  }
}
