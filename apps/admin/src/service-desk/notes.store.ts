import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

export interface Note {
  readonly text: string;
  readonly author: FedId;
  readonly at: Date;
}

export interface NoteSubject {
  readonly kind: 'person' | 'application';
  readonly id: string;
}

/** Table of notes; they are never changed. */
export class NotesStore {
  constructor(private readonly database: Queryable) {}

  async add({ kind, id }: NoteSubject, { text, author, at }: Note): Promise<void> {
    await this.database.query(
      'insert into admin.note (about_kind, about, text, author, created_at) values ($1, $2, $3, $4, $5)',
      [kind, id, text, author, at],
    );
  }

  /** Newest first. */
  async about({ kind, id }: NoteSubject, limit = 500): Promise<Note[]> {
    const rows = await this.database.query<{ text: string; author: FedId; created_at: Date }>(
      `select text, author, created_at from admin.note
        where about_kind = $1 and about = $2 order by created_at desc limit $3`,
      [kind, id, limit],
    );
    return rows.map(({ text, author, created_at: at }) => ({ text, author, at }));
  }
}
