import type pg from 'pg';
import { statementName } from './statement-name.js';

/** What a store may do, inside and outside a transaction. */
export interface Queryable {
  query<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** Named prepared statement: parsed once per connection; for statements on the road of a login. */
  prepared<R>(name: string, sql: string, params?: readonly unknown[]): Promise<R[]>;
}

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
    const question = { text: sql, values: [...params] };
    const { observer } = this.watch;
    return observer === undefined
      ? this.run(question)
      : this.observed(observer(statementName(sql)), question);
  }

  prepared<R>(name: string, sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const question = { name, text: sql, values: [...params] };
    const { observer } = this.watch;
    return observer === undefined ? this.run(question) : this.observed(observer(name), question);
  }

  private async run<R>(question: pg.QueryConfig): Promise<R[]> {
    return (await this.connection.query(question)).rows as R[];
  }

  private async observed<R>(ended: ReturnType<StatementObserver>, question: pg.QueryConfig): Promise<R[]> {
    try {
      const rows = await this.run<R>(question);
      ended?.();
      return rows;
    } catch (error) {
      ended?.(error);
      throw error;
    }
  }
}
