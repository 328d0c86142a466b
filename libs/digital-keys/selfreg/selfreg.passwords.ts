import {
  GUESSES_ALTOGETHER,
  GUESSES_PER_ADDRESS,
  GUESSES_PER_USERNAME,
  PasswordService,
  type GuessPolicies,
} from '../password/password.service.js';

/** Guesses at these profiles are counted by themselves: they say nothing about the keys of a proven identity. */
export const SELFREG_LIMITS: GuessPolicies = {
  username: { ...GUESSES_PER_USERNAME, purpose: 'selfreg-mail' },
  address: { ...GUESSES_PER_ADDRESS, purpose: 'selfreg-address' },
  altogether: { ...GUESSES_ALTOGETHER, purpose: 'selfreg-altogether' },
};

/** Mail address and password of self-registered profiles, limited as user name and password are. */
export class SelfregPasswords extends PasswordService {
  protected override readonly limits = SELFREG_LIMITS;
}
