export interface PostgresOptions {
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
}

export interface RunningPostgres {
  readonly pid: number;
  readonly folder: string;
  /** Address of one of its databases. */
  url(database: string): string;
  /** `immediately`: as when the machine loses its power. */
  stop(immediately?: boolean): Promise<void>;
}

/** A PostgreSQL on a folder of its own, made at the first start. */
export function startPostgres(options: PostgresOptions): Promise<RunningPostgres>;
