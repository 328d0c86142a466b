const VERB = /\b(select|insert|update|delete|begin|commit|rollback|notify|listen|lock|set)\b/i;
/** What stands between quotes is a value. */
const QUOTED = /'(?:[^']|'')*'/g;
const TABLE = /\b(?:from|into|update|join)\s+(?:only\s+)?([a-z_]+\.[a-z_0-9]+)/i;

/** What a statement does, in two words: `select operations.contact`. Holds no value, whatever the text holds. */
export function statementName(sql: string): string {
  const words = sql.replaceAll(QUOTED, '');
  const verb = VERB.exec(words)?.[1]?.toLowerCase() ?? 'statement';
  const table = TABLE.exec(words)?.[1]?.toLowerCase();
  return table === undefined ? verb : `${verb} ${table}`;
}
