import type { FedId } from '#libs/kernel';
import type { ThrottlePolicy } from '#libs/security';
import { SHOWN_CERTIFICATES } from '../certificate/certificate.service.js';
import { guessesOfSentCode } from '../one-time-code/one-time-code.service.js';
import { GUESSES_PER_USERNAME } from '../password/password.service.js';
import { normaliseUsername } from '../password/password.js';
import { GUESSES_OF_TOKEN } from '../token/token.service.js';
import { GUESSES_OF_CODE } from '../totp/totp.service.js';

export interface PersonLock {
  readonly key: 'password' | 'totp' | 'token' | 'sms' | 'email' | 'certificate';
  readonly policy: ThrottlePolicy;
  readonly target: string;
}

/** Every count of wrong attempts that can keep this person out; those of network addresses are not theirs. */
export function personLocks(fedId: FedId, username: string | undefined): readonly PersonLock[] {
  return [
    ...(username === undefined
      ? []
      : [{ key: 'password' as const, policy: GUESSES_PER_USERNAME, target: normaliseUsername(username) }]),
    { key: 'totp', policy: GUESSES_OF_CODE, target: fedId },
    { key: 'token', policy: GUESSES_OF_TOKEN, target: fedId },
    { key: 'sms', policy: guessesOfSentCode('sms'), target: fedId },
    { key: 'email', policy: guessesOfSentCode('email'), target: fedId },
    { key: 'certificate', policy: SHOWN_CERTIFICATES, target: fedId },
  ];
}
