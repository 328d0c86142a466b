import type { Queryable } from '#libs/database';
import type { ExtractMeta } from './meta.js';

/** An extract that was read, or is being read. */
export interface KboImport {
  readonly extract: number;
  readonly kind: 'full' | 'update';
  /** `YYYY-MM-DD` */
  readonly snapshotOn: string;
  /** Rows that were read, per file. */
  readonly progress: Readonly<Record<string, number>>;
  readonly skipped: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = `extract, kind, to_char(snapshot_on, 'YYYY-MM-DD') as "snapshotOn", progress, skipped,
  started_at as "startedAt", finished_at as "finishedAt"`;

/** The table of extracts. */
export class ImportsStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): ImportsStore {
    return new ImportsStore(tx);
  }

  async find(extract: number): Promise<KboImport | undefined> {
    const rows = await this.database.query<KboImport & { extract: number }>(
      `select ${COLUMNS} from enterprises.kbo_import where extract = $1`,
      [extract],
    );
    return rows[0];
  }

  /** The extract that the data stands at. */
  async latestFinished(): Promise<KboImport | undefined> {
    const rows = await this.database.query<KboImport & { extract: number }>(
      `select ${COLUMNS} from enterprises.kbo_import where finished_at is not null
        order by extract desc limit 1`,
    );
    return rows[0];
  }

  async begin({ extract, kind, snapshotOn }: ExtractMeta): Promise<void> {
    await this.database.query(
      `insert into enterprises.kbo_import (extract, kind, snapshot_on) values ($1, $2, $3)
       on conflict (extract) do nothing`,
      [extract, kind, snapshotOn],
    );
  }

  /** Moves the mark of a file; false when somebody else moved it meanwhile. */
  async advance(
    extract: number,
    file: string,
    { from, to, skipped }: { readonly from: number; readonly to: number; readonly skipped: number },
  ): Promise<boolean> {
    const rows = await this.database.query<{ extract: number }>(
      `update enterprises.kbo_import
          set progress = progress || jsonb_build_object($2::text, $4::int), skipped = skipped + $5
        where extract = $1 and coalesce((progress ->> $2)::int, 0) = $3 and finished_at is null
       returning extract`,
      [extract, file, from, to, skipped],
    );
    return rows.length === 1;
  }

  async finish(extract: number): Promise<void> {
    await this.database.query('update enterprises.kbo_import set finished_at = now() where extract = $1', [
      extract,
    ]);
  }
}
