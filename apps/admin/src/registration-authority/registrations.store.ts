import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { DocumentType, IdentityDocument } from './registration-rules.js';

export type RegistrationState = 'open' | 'used' | 'over';

/** A registration as its office sees it later: no number, no name, no address. */
export interface Registration {
  readonly id: string;
  readonly office: string;
  readonly officer: FedId;
  readonly fedId: FedId;
  readonly activationId: string | undefined;
  readonly documentType: DocumentType;
  readonly documentCountry: string;
  readonly at: Date;
  /** `used`: the person has a key that was made since; `over`: too old, withdrawn or tried too often. */
  readonly state: RegistrationState;
}

export interface NewRegistration {
  readonly office: string;
  readonly officer: FedId;
  readonly fedId: FedId;
  readonly document: IdentityDocument;
  readonly mail: string;
  readonly endedKeys: number;
  readonly at: Date;
}

interface RegistrationRow {
  id: string;
  office: string;
  officer: FedId;
  fed_id: FedId;
  activation_id: string | null;
  document_type: DocumentType;
  document_country: string;
  created_at: Date;
  state: RegistrationState;
}

const SELECT = `
  select r.id, r.office, r.officer, r.fed_id, r.activation_id, r.document_type, r.document_country, r.created_at,
         case when a.finished_at is null and a.expires_at > $1 and a.failures < 5 then 'open'
              when exists (select 1 from digital_keys.digital_key k
                            where k.fed_id = r.fed_id and k.created_at > r.created_at) then 'used'
              else 'over' end as state
    from admin.registration r left join digital_keys.activation a on a.id = r.activation_id`;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Tables of registration offices and of what they registered. */
export class RegistrationsStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  within(tx: Queryable): RegistrationsStore {
    return new RegistrationsStore(tx, this.cipher, this.index);
  }

  async add(registration: NewRegistration): Promise<string> {
    const { office, officer, fedId, document, mail, endedKeys, at } = registration;
    const [row] = await this.database.query<{ id: string }>(
      `insert into admin.registration
         (office, officer, fed_id, document_type, document_country, document_number_encrypted, document_expiry,
          mail_index, replaced_keys, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        office,
        officer,
        fedId,
        document.type,
        document.country,
        this.cipher.encrypt(document.number, 'registration-document'),
        document.expiry,
        this.mailIndex(mail),
        endedKeys,
        at,
      ],
    );
    if (row === undefined) throw new Error('the registration was not stored');
    return row.id;
  }

  async setActivation(id: string, activation: string): Promise<void> {
    await this.database.query('update admin.registration set activation_id = $2 where id = $1', [
      id,
      activation,
    ]);
  }

  /** For whom an address was given at an office before. */
  async mailUsedFor(mail: string): Promise<FedId[]> {
    const rows = await this.database.query<{ fed_id: FedId }>(
      'select distinct fed_id from admin.registration where mail_index = $1',
      [this.mailIndex(mail)],
    );
    return rows.map(({ fed_id: fedId }) => fedId);
  }

  /** Newest first. */
  async ofOffice(office: string, now: Date, limit = 2_000): Promise<Registration[]> {
    const rows = await this.database.query<RegistrationRow>(
      `${SELECT} where r.office = $2 order by r.created_at desc, r.id limit $3`,
      [now, office, limit],
    );
    return rows.map(toRegistration);
  }

  async find(id: string, now: Date): Promise<Registration | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.database.query<RegistrationRow>(`${SELECT} where r.id = $2`, [now, id]);
    return row && toRegistration(row);
  }

  private mailIndex(mail: string): string {
    return this.index.of(mail.trim().toLowerCase(), 'registration-mail');
  }
}

const toRegistration = (row: RegistrationRow): Registration => ({
  id: row.id,
  office: row.office,
  officer: row.officer,
  fedId: row.fed_id,
  activationId: row.activation_id ?? undefined,
  documentType: row.document_type,
  documentCountry: row.document_country,
  at: row.created_at,
  state: row.state,
});
