import type { CredentialsProblem } from './credentials-form.js';

/**
 * Two spellings of one username are one username: case, surrounding space and Unicode form do not count. Lower case
 * may need composing anew, and composing may bring up a space, so that what comes out stays the same when done twice.
 */
export function normaliseUsername(username: string): string {
  return username.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
}

/** Longer input than this is not a username or password of ours, and is not hashed. */
export const LONGEST_USERNAME = 128;
export const LONGEST_PASSWORD = 256;

export type PasswordForm =
  | { readonly kind: 'complete'; readonly username: string; readonly password: string }
  | { readonly kind: 'incomplete'; readonly missing: readonly ('username' | 'password')[] };

/** Reads the form with `username` and `password`. */
export function readPasswordForm(form: Readonly<Record<string, string | undefined>>): PasswordForm {
  const username = form.username?.trim() ?? '';
  const password = form.password ?? '';
  const missing = [
    ...(username === '' ? (['username'] as const) : []),
    ...(password === '' ? (['password'] as const) : []),
  ];
  return missing.length > 0 ? { kind: 'incomplete', missing } : { kind: 'complete', username, password };
}

/** What to say of the fields that were left empty. */
export function missingProblem(missing: readonly ('username' | 'password')[]): CredentialsProblem {
  if (missing.length === 2) return 'missing-both';
  return missing[0] === 'username' ? 'missing-username' : 'missing-password';
}
