/**
 * What may be kept about an error: its code, else its name. Messages of outside libraries can hold an
 * address or a code, so they go to no store and no log.
 */
export function failureClass(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[\w-]{1,60}$/.test(code) ? code : error.name;
}
