import type pg from 'pg';
import { connected } from './lost-connection.js';
import type { Queryable } from './queryable.js';
import { statementName } from './statement-name.js';

/**
 * Hears that a statement begins, by its name; what it returns hears how it ended, with what was thrown when it failed.
 * Values never come here.
 */
export type StatementObserver = (name: string) => ((error?: unknown) => void) | undefined;

/** Statements on one connection, or on whichever of the pool is free. */
export class Statements implements Queryable {
  constructor(
    private readonly connection: pg.Pool | pg.PoolClient,
    private readonly watch: { readonly observer: StatementObserver | undefined },
  ) {}

  query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const { observer } = this.watch;
    return observed(observer?.(statementName(sql)), () => this.run<R>({ text: sql, values: [...params] }));
  }

  prepared<R>(name: string, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const question = { name, text: sql, values: [...params] };
    return observed(this.watch.observer?.(name), () => this.run<R>(question));
  }

  /** On a connection of its own already. */
  read<R>(name: string, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.prepared(name, sql, params);
  }

  write<R>(name: string, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.prepared(name, sql, params);
  }

  private async run<R>(question: pg.QueryConfig): Promise<R[]> {
    return (await connected(() => this.connection.query(question))).rows as R[];
  }
}

/** Runs a statement, and tells whoever follows it how it ended. */
export async function observed<R>(
  ended: ReturnType<StatementObserver>,
  run: () => Promise<R[]>,
): Promise<R[]> {
  if (ended === undefined) return run();
  try {
    const rows = await run();
    ended();
    return rows;
  } catch (error) {
    ended(error);
    throw error;
  }
}
