import type { Queryable } from '#libs/database';

export interface StoredKey {
  /** Keyed hash of the FedID. */
  readonly mark: string;
  /** Null once the person was erased, as `wrapped` is. */
  readonly alias: string | null;
  readonly wrapped: string | null;
}

/** What is stored before the person is erased. */
export interface NewKey {
  readonly mark: string;
  readonly alias: string;
  readonly wrapped: string;
}

const BY_MARK = 'select mark, alias, wrapped from audit.record_key where mark = any($1)';

const BY_ALIAS = 'select mark, alias, wrapped from audit.record_key where alias = any($1)';

const ADD = `
  insert into audit.record_key (mark, alias, wrapped)
  select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (mark) do nothing`;

// The row stays, so that nobody makes a key anew for who was erased: not a process that read the table before.
const ERASE = `
  insert into audit.record_key (mark, erased_at) values ($1, now())
  on conflict (mark) do update
    set alias = null, wrapped = null, erased_at = coalesce(record_key.erased_at, excluded.erased_at)`;

/** The table of record keys, which knows no FedID. */
export class RecordKeyStore {
  constructor(private readonly database: Queryable) {}

  byMark(marks: readonly string[]): Promise<StoredKey[]> {
    return this.database.read('audit.record-keys', BY_MARK, [marks]);
  }

  byAlias(aliases: readonly string[]): Promise<StoredKey[]> {
    return this.database.query(BY_ALIAS, [aliases]);
  }

  /** A mark that is there already keeps what it has: of several processes one makes the key. */
  async add(keys: readonly NewKey[]): Promise<void> {
    // In one order, so that two that add the same never wait for one another.
    const ordered = keys.toSorted((one, other) => (one.mark < other.mark ? -1 : 1));
    const columns = [
      ordered.map(({ mark }) => mark),
      ordered.map(({ alias }) => alias),
      ordered.map(({ wrapped }) => wrapped),
    ];
    await this.database.prepared('audit.add-record-keys', ADD, columns);
  }

  async erase(mark: string): Promise<void> {
    await this.database.query(ERASE, [mark]);
  }
}
