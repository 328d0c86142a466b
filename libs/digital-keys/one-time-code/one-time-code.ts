import { randomInt } from 'node:crypto';
import { minutes, seconds } from '#libs/kernel';

/** NIST SP 800-63B section 3.1.3.2: six digits at least, ten minutes at most, once. */
export const CODE_DIGITS = 6;
export const CODE_LIFE = minutes(10);
/** In one login, whatever the number of codes: a new code brings no new guesses (section 3.2.2). */
export const MOST_WRONG_GUESSES = 3;
export const RESEND_AFTER = seconds(30);
/** The first code and three more. */
export const MOST_CODES = 4;

/** A code for one login, as it is kept. */
export interface SentCode {
  readonly sends: number;
  readonly failures: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | undefined;
}

/** A code from the system's random source; every one of the million is as likely. */
export const newCode = (random: (below: number) => number = randomInt): string =>
  String(random(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');

/** The digits as people type them: spaces, dashes and a leading `#` do not count. Undefined when it is no code. */
export function readCode(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s#-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

export type CodeState = 'live' | 'expired' | 'used' | 'spent';

/** What a guess at the code would meet. */
export function codeState({ failures, usedAt, expiresAt }: SentCode, now: Date): CodeState {
  if (failures >= MOST_WRONG_GUESSES) return 'spent';
  if (usedAt !== undefined) return 'used';
  return expiresAt > now ? 'live' : 'expired';
}

export type Resend =
  | { readonly kind: 'open' }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** No further code in this login. */
  | { readonly kind: 'over' };

/** Whether another code may be asked; a new one replaces the one before, so the newest is the only one that opens. */
export function resendOf({ sends, failures, sentAt }: SentCode, now: Date): Resend {
  if (sends >= MOST_CODES || failures >= MOST_WRONG_GUESSES) return { kind: 'over' };
  const milliseconds = sentAt.getTime() + RESEND_AFTER - now.getTime();
  return milliseconds > 0 ? { kind: 'wait', milliseconds } : { kind: 'open' };
}
