import { hours, seconds } from '#libs/kernel';

/** NIST SP 800-63A allows a day for a code by mail; whoever registers sits at the screen. */
export const REGISTRATION_LIFE = hours(1);
export const MOST_WRONG_CODES = 5;
export const MAIL_AGAIN_AFTER = seconds(30);
/** The first mail and three more. */
export const MOST_MAILS = 4;
/** Version of the user agreement that the pages show. */
export const AGREEMENT = '2026-01';

const LONGEST_MAIL = 254;
const LONGEST_NAME = 100;

/** A registration as it is kept, without what proves it. */
export interface Registration {
  readonly id: string;
  readonly mail: string;
  readonly journey?: string;
  readonly sends: number;
  readonly failures: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly verifiedAt?: Date;
  readonly completedAt?: Date;
}

export type RegistrationState = 'waiting' | 'spent' | 'verified' | 'completed' | 'expired';

/** What the person can do with it now. */
export function registrationState(registration: Registration, now: Date): RegistrationState {
  if (registration.completedAt !== undefined) return 'completed';
  if (registration.expiresAt <= now) return 'expired';
  if (registration.verifiedAt !== undefined) return 'verified';
  return registration.failures >= MOST_WRONG_CODES ? 'spent' : 'waiting';
}

const MAILBOX = /^(?=.{1,64}$)[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/**
 * A mail address as mailboxes of today have it (a practical subset of RFC 5321 section 4.1.2): no quotes, no comments,
 * no address literals, a domain with a dot. Undefined when it is none. Whether somebody reads it, the mail shows.
 */
export function readMailAddress(typed = ''): string | undefined {
  const mail = typed.normalize('NFC').trim();
  const at = mail.lastIndexOf('@');
  if (at < 1 || mail.length > LONGEST_MAIL) return undefined;
  return MAILBOX.test(mail.slice(0, at)) && isDomain(mail.slice(at + 1)) ? mail : undefined;
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label));
}

/** A name as people bear them: letters with what joins them. Undefined when it is none. */
export function readName(typed = ''): string | undefined {
  const name = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (name.length > LONGEST_NAME) return undefined;
  return /^\p{L}[\p{L}\p{M}\p{Pd}.'’ ]*$/u.test(name) ? name : undefined;
}
