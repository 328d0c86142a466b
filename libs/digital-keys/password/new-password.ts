import { checkPasswordRules, type PasswordRefusal } from '#libs/security';
import { LONGEST_USERNAME, normaliseUsername } from './password.js';

export type UsernameProblem = 'missing-username' | 'username-form' | 'username-taken';
export type NewPasswordProblem = 'missing-password' | PasswordRefusal;

/** Letters, digits and the signs of a mail address; a username is told over the telephone. */
const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]*$/u;
const SHORTEST_USERNAME = 4;

/** What is wrong with a username that somebody chooses, apart from being taken. */
export function usernameProblem(typed: string): UsernameProblem | undefined {
  const username = normaliseUsername(typed);
  if (username === '') return 'missing-username';
  const length = [...username].length;
  const fits = length >= SHORTEST_USERNAME && length <= LONGEST_USERNAME && USERNAME.test(username);
  return fits ? undefined : 'username-form';
}

/** What is wrong with a password that somebody chooses. It can be the only factor, so the long minimum holds. */
export function newPasswordProblem(
  typed: string,
  contextWords: readonly string[],
): NewPasswordProblem | undefined {
  if (typed === '') return 'missing-password';
  const outcome = checkPasswordRules(typed, { secondFactor: false, contextWords });
  return outcome.kind === 'refused' ? outcome.reason : undefined;
}
