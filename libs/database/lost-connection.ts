// SQLSTATE classes 08 (connection), 57P (shutting down) and 53 (resources), 25006 (a primary that became a copy), and
// Node's network errors.
const CODES =
  /^(08...|57P0[1-5]|53...|25006|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What pg and its pool throw without a code. */
const MESSAGES =
  /timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|is not queryable/;

const lost = new WeakSet<Error>();

/** Remembers of an error of the database that there was no connection; others throw the same codes for servers of theirs. */
export function noteLostConnection(error: unknown): void {
  if (!(error instanceof Error)) return;
  const code = 'code' in error ? String(error.code) : '';
  if (CODES.test(code) || MESSAGES.test(error.message)) lost.add(error);
}

/** Whether there was no connection to the database, or it was lost: the same works when the database is back. */
export function isLostConnection(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) if (lost.has(each)) return true;
  return false;
}

/** Runs what needs a connection, and remembers when there was none. */
export async function connected<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    noteLostConnection(error);
    throw error;
  }
}
