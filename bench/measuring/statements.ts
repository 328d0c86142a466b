import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#libs/database';

/** How often a statement ran, per flow. */
export interface StatementCount {
  readonly statement: string;
  readonly perFlow: number;
  /** Milliseconds of execution, per flow. */
  readonly milliseconds: number;
}

const OURS = /pg_stat_statements|pg_reload_conf|alter system|pg_catalog/i;
const RARELY = 0.05;

/** Counts the SQL statements of a flow with pg_stat_statements, which is asleep while times are measured. */
export class StatementCounter {
  private constructor(private readonly database: Database) {}

  /** @returns undefined when the server does not have it */
  static async open(database: Database): Promise<StatementCounter | undefined> {
    try {
      await database.query('create extension if not exists pg_stat_statements');
      await database.query('select count(*) from pg_stat_statements');
      return new StatementCounter(database);
    } catch {
      return undefined;
    }
  }

  async count(work: () => Promise<{ readonly flows: number }>): Promise<StatementCount[]> {
    await this.track('all');
    await this.database.query('select pg_stat_statements_reset()');
    const { flows } = await work();
    await this.track('none');
    const rows = await this.database.query<{ query: string; calls: string; total_exec_time: number }>(
      `select query, calls, total_exec_time from pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database()) and toplevel`,
    );
    return inShort(rows.filter(({ query }) => !OURS.test(query)))
      .map(({ calls, time, statement }) => ({
        statement,
        perFlow: calls / Math.max(flows, 1),
        milliseconds: time / Math.max(flows, 1),
      }))
      .filter(({ perFlow }) => perFlow >= RARELY)
      .toSorted((one, other) => other.perFlow - one.perFlow || other.milliseconds - one.milliseconds);
  }

  private async track(what: 'all' | 'none'): Promise<void> {
    await this.database.query(`alter system set pg_stat_statements.track = '${what}'`);
    await this.database.query('select pg_reload_conf()');
    // Connections read their settings again when they next do something.
    await sleep(200);
  }
}

interface Row {
  readonly query: string;
  readonly calls: string;
  readonly total_exec_time: number;
}

/** One line per kind of statement: its verb and the table that it is about. */
function inShort(rows: readonly Row[]): { statement: string; calls: number; time: number }[] {
  const byName = new Map<string, { calls: number; time: number }>();
  for (const { query, calls, total_exec_time: time } of rows) {
    const name = nameOf(query);
    const sum = byName.get(name) ?? { calls: 0, time: 0 };
    byName.set(name, { calls: sum.calls + Number(calls), time: sum.time + time });
  }
  return [...byName].map(([statement, sum]) => ({ statement, ...sum }));
}

export function nameOf(query: string): string {
  const text = query.replaceAll(/\s+/g, ' ').trim();
  const [verb = ''] = /^\w+/.exec(text.toLowerCase()) ?? [];
  const [, table = ''] =
    (verb === 'select' ? /.*\bfrom (\w+\.\w+)/i : /(\w+\.\w+)/).exec(mainPart(text)) ?? [];
  return table === '' ? text.slice(0, 40) : `${verb} ${table}`;
}

/** Without what stands in brackets: a subquery's table is not what the statement is about. */
function mainPart(text: string): string {
  let plain = text;
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replaceAll(/\([^()]*\)/g, '');
  }
  return /\w+\.\w+/.test(plain) ? plain : text;
}
