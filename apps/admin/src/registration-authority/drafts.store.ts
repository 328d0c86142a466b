import type { Queryable } from '#libs/database';
import { minutes, type FedId } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';
import type { RegisteredIdentity } from './register/register-look-up.js';
import type { IdentityDocument } from './registration-rules.js';

/** How long somebody may stand at the counter between look-up and comparison. */
const DRAFT_LIFE = minutes(30);

export interface Draft {
  readonly office: string;
  readonly officer: FedId;
  readonly fedId: FedId;
  readonly document: IdentityDocument;
  readonly identity: RegisteredIdentity;
  /** As it may be shown: `74.02.10-***.**`. */
  readonly maskedNumber: string;
}

interface DraftRow {
  office: string;
  officer: FedId;
  fed_id: FedId;
  data_encrypted: string;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** People at the counter who were looked up and not registered yet; forgotten after half an hour. */
export class DraftsStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  within(tx: Queryable): DraftsStore {
    return new DraftsStore(tx, this.cipher);
  }

  async add({ office, officer, fedId, ...data }: Draft, now: Date): Promise<string> {
    await this.database.query('delete from admin.registration_draft where expires_at <= $1', [now]);
    const [row] = await this.database.query<{ id: string }>(
      `insert into admin.registration_draft (office, officer, fed_id, data_encrypted, expires_at)
       values ($1, $2, $3, $4, $5) returning id`,
      [
        office,
        officer,
        fedId,
        this.cipher.encrypt(JSON.stringify(data), 'registration-draft'),
        new Date(now.getTime() + DRAFT_LIFE),
      ],
    );
    if (row === undefined) throw new Error('the draft was not stored');
    return row.id;
  }

  /** Undefined for another officer's, or one that is over. */
  async find(id: string, officer: FedId, now: Date): Promise<Draft | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.database.query<DraftRow>(
      `select office, officer, fed_id, data_encrypted from admin.registration_draft
        where id = $1 and officer = $2 and expires_at > $3`,
      [id, officer, now],
    );
    return row && this.toDraft(row);
  }

  /** Uses it up: of two who post the same form one gets it. */
  async take(id: string, officer: FedId, now: Date): Promise<Draft | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.database.query<DraftRow>(
      `delete from admin.registration_draft where id = $1 and officer = $2 and expires_at > $3
       returning office, officer, fed_id, data_encrypted`,
      [id, officer, now],
    );
    return row && this.toDraft(row);
  }

  private toDraft(row: DraftRow): Draft {
    const data = JSON.parse(this.cipher.decrypt(row.data_encrypted, 'registration-draft')) as Omit<
      Draft,
      'office' | 'officer' | 'fedId'
    >;
    return { ...data, office: row.office, officer: row.officer, fedId: row.fed_id };
  }
}
