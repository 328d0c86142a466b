import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import { constantTimeEqual, hashToken, type BlindIndex, type FieldCipher } from '#libs/security';
import type { ContactKind } from './person.js';

/** A mail address or number that its person still has to confirm. */
export interface PendingContact {
  readonly id: string;
  readonly fedId: FedId;
  readonly kind: ContactKind;
  readonly value: string;
  /** Codes wait before they go there. */
  readonly rests: boolean;
}

export interface NewPending {
  readonly fedId: FedId;
  readonly kind: ContactKind;
  readonly value: string;
  readonly rests: boolean;
  readonly expiresAt: Date;
}

interface PendingRow {
  id: string;
  fed_id: string;
  kind: ContactKind;
  value_encrypted: string;
  rests: boolean;
}

const MOST_GUESSES = 5;
const COLUMNS = 'id, fed_id, kind, value_encrypted, rests';

/** Table of contact data to confirm; of each kind only what a person asked last. */
export class PendingContactsStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  within(tx: Queryable): PendingContactsStore {
    return new PendingContactsStore(tx, this.cipher, this.index);
  }

  /** Takes the place of what was pending; returns its identifier. */
  async put({ fedId, kind, value, rests, expiresAt }: NewPending): Promise<string> {
    await this.database.query('delete from people.pending_contact where fed_id = $1 and kind = $2', [
      fedId,
      kind,
    ]);
    const [row] = await this.database.query<{ id: string }>(
      `insert into people.pending_contact (fed_id, kind, value_encrypted, rests, expires_at)
       values ($1, $2, $3, $4, $5) returning id`,
      [fedId, kind, this.cipher.encrypt(value, 'pending-contact'), rests, expiresAt],
    );
    if (row === undefined) throw new Error('the pending contact was not stored');
    return row.id;
  }

  /** The link and the code of a mail; either confirms the address. */
  async setProofs(
    id: string,
    { token, code }: { readonly token: string; readonly code: string },
  ): Promise<void> {
    await this.database.query('update people.pending_contact set link = $2, code_hash = $3 where id = $1', [
      id,
      hashToken(token),
      this.codeHash(id, code),
    ]);
  }

  async ofPerson(fedId: FedId, now: Date): Promise<PendingContact[]> {
    const rows = await this.database.query<PendingRow>(
      `select ${COLUMNS} from people.pending_contact where fed_id = $1 and expires_at > $2`,
      [fedId, now],
    );
    return rows.map((row) => this.toPending(row));
  }

  /** Looks without using it up. */
  async findByLink(token: string, now: Date): Promise<PendingContact | undefined> {
    const [row] = await this.database.query<PendingRow>(
      `select ${COLUMNS} from people.pending_contact where link = $1 and expires_at > $2`,
      [hashToken(token), now],
    );
    return row && this.toPending(row);
  }

  /** Counts the guess first, then compares: five at most, whatever comes at the same moment. */
  async guess(id: string, code: string): Promise<boolean> {
    const [row] = await this.database.query<{ code_hash: string | null }>(
      `update people.pending_contact set failures = failures + 1 where id = $1 and failures < $2 returning code_hash`,
      [id, MOST_GUESSES],
    );
    const kept = row?.code_hash ?? undefined;
    return kept !== undefined && constantTimeEqual(this.codeHash(id, code), kept);
  }

  /** Takes it away; false when it was taken before. */
  async take(id: string): Promise<boolean> {
    const rows = await this.database.query('delete from people.pending_contact where id = $1 returning id', [
      id,
    ]);
    return rows.length === 1;
  }

  private codeHash(id: string, code: string): string {
    return this.index.of(code, `pending-contact:${id}`);
  }

  private toPending(row: PendingRow): PendingContact {
    return {
      id: row.id,
      fedId: row.fed_id as FedId,
      kind: row.kind,
      value: this.cipher.decrypt(row.value_encrypted, 'pending-contact'),
      rests: row.rests,
    };
  }
}
