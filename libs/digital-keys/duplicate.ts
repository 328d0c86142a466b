/** Somebody else stored the same at the same moment: SQLSTATE unique_violation. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';
