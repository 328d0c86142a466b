/** SQLSTATE classes 22 (data exception) and 23 (constraint violated): the record's fault, not the database's. */
export function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}
