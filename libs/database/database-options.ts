export interface DatabaseOptions {
  readonly url: string;
  /** PostgreSQL role that the connections take on; it bounds what this process may touch. */
  readonly role?: string;
  readonly maxConnections?: number;
  /** Longest wait for a connection that is free, in milliseconds: short where a person waits, long where nobody does. */
  readonly connectionPatience?: number;
  readonly applicationName?: string;
  /**
   * false: statements outside a transaction commit without waiting for the disk, for protocol state that a crash
   * of the database server may lose.
   */
  readonly durable?: boolean;
  /** Longest a statement may run, in milliseconds; a third of it is the longest that it waits for a lock. */
  readonly statementTimeout?: number;
  readonly entities?: readonly EntityClass[];
}

type EntityClass = abstract new (...args: never[]) => unknown;

/** In milliseconds, when nothing else is said. */
export const STATEMENT_TIMEOUT = 15_000;

/** How every connection of the process begins. */
export function startParameters(options: DatabaseOptions): string {
  const longest = options.statementTimeout ?? STATEMENT_TIMEOUT;
  const parameters = [
    '-c timezone=UTC',
    `-c statement_timeout=${longest}`,
    `-c lock_timeout=${Math.ceil(longest / 3)}`,
    '-c idle_in_transaction_session_timeout=30000',
  ];
  if (options.durable === false) parameters.push('-c synchronous_commit=off');
  if (options.role !== undefined) parameters.push(`-c role=${options.role}`);
  return parameters.join(' ');
}
