import type { Queryable } from '#libs/database';
import { minutes, seconds, hours, systemClock, type Clock, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import {
  callingNetwork,
  type PasswordHasher,
  type Throttle,
  type ThrottleOutcome,
  type ThrottlePolicy,
} from '#libs/security';
import {
  FOR_GOOD,
  forgetGuesses,
  guessCount,
  MOST_FAILURES_OF_STRANGERS,
  type GuessCount,
} from '../guess-count.js';
import { LONGEST_PASSWORD, LONGEST_USERNAME, normaliseUsername } from './password.js';
import type { PasswordRecord, PasswordStore } from './password.store.js';

/** Per username, known or not. */
export const GUESSES_PER_USERNAME: ThrottlePolicy = {
  purpose: 'password-username',
  freeAttempts: 5,
  firstWait: seconds(30),
  maximumWait: hours(1),
  window: hours(24),
  absoluteLimit: MOST_FAILURES_OF_STRANGERS,
};

/** Per network address: generous, since a whole office or school may share one. */
export const GUESSES_PER_ADDRESS: ThrottlePolicy = {
  purpose: 'password-address',
  freeAttempts: 100,
  firstWait: seconds(10),
  maximumWait: minutes(15),
  window: hours(1),
};

/**
 * Wrong guesses of ten minutes at all names from all addresses together. Above it somebody tries one password on many
 * names (spraying), and an address that guesses wrong is slowed down sooner; whoever guesses right notices nothing.
 */
export const GUESSES_ALTOGETHER: ThrottlePolicy = {
  purpose: 'password-altogether',
  freeAttempts: 5_000,
  firstWait: minutes(10),
  maximumWait: minutes(10),
  window: minutes(10),
};

/** How many wrong guesses an address has while there is an alarm. */
const FREE_DURING_ALARM = 3;

/** What limits the guesses at one kind of name. */
export interface GuessPolicies {
  readonly username: ThrottlePolicy;
  readonly address: ThrottlePolicy;
  readonly altogether: ThrottlePolicy;
}

export const PASSWORD_LIMITS: GuessPolicies = {
  username: GUESSES_PER_USERNAME,
  address: GUESSES_PER_ADDRESS,
  altogether: GUESSES_ALTOGETHER,
};

/** Where names and hashes are kept. */
export type PasswordRecords = Pick<PasswordStore, 'findByUsername' | 'setHash'>;

export type CredentialsOutcome =
  | {
      readonly kind: 'right';
      readonly fedId: FedId;
      readonly keyId: string;
      readonly enrolment: Enrolment;
    }
  | { readonly kind: 'wrong'; readonly subject?: FedId }
  | { readonly kind: 'locked'; readonly waitMs: number; readonly subject?: FedId }
  | { readonly kind: 'busy' };

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** Whether this person signed in before in this browser. */
  readonly familiarTo?: (fedId: FedId) => Promise<boolean>;
}

/** Whose username nobody has: asked about all the same, so that it costs the same. */
const NOBODY = '' as FedId;

/** Where the guess under way was counted. */
interface Counted {
  readonly count: GuessCount;
  readonly network: string;
}

/** Checks a username and password; an unknown, suspended or blocked one looks and costs the same as a wrong one. */
export class PasswordService {
  protected readonly limits: GuessPolicies = PASSWORD_LIMITS;

  constructor(
    private readonly store: PasswordRecords,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly clock: Clock = systemClock,
  ) {}

  async verify(credentials: Credentials): Promise<CredentialsOutcome> {
    const username = normaliseUsername(credentials.username);
    const record =
      username.length <= LONGEST_USERNAME ? await this.store.findByUsername(username) : undefined;
    const familiar = await credentials.familiarTo?.(record?.fedId ?? NOBODY);
    const count = guessCount(this.limits.username, username, familiar);
    const network = callingNetwork(credentials.address);
    const byUsername = await this.throttle.attempt(count.policy, count.target);
    if (byUsername.kind !== 'open') return this.locked(byUsername);
    const byAddress = await this.throttle.attempt(await this.addressLimit(), network);
    if (byAddress.kind !== 'open') {
      await this.throttle.release(count.policy, count.target);
      return this.locked(byAddress);
    }
    const outcome = await this.compare(record, credentials.password, { count, network });
    if (outcome.kind === 'wrong') await this.throttle.fail(this.limits.altogether, this.stretch());
    return outcome;
  }

  /** The password was replaced. */
  startAnew(username: string, tx: Queryable): Promise<void> {
    return forgetGuesses(this.throttle.within(tx), this.limits.username, normaliseUsername(username));
  }

  private async addressLimit(): Promise<ThrottlePolicy> {
    const { address, altogether } = this.limits;
    const altogetherNow = await this.throttle.check(altogether, this.stretch());
    return altogetherNow.kind === 'open' ? address : { ...address, freeAttempts: FREE_DURING_ALARM };
  }

  /** The ten minutes that count together. */
  private stretch(): string {
    return String(Math.floor(this.clock.now().getTime() / this.limits.altogether.window));
  }

  private async compare(
    record: PasswordRecord | undefined,
    password: string,
    counted: Counted,
  ): Promise<CredentialsOutcome> {
    const outcome = await this.hasher.verify(comparableHash(record, password), password);
    if (outcome.kind === 'busy') return this.busy(counted);
    if (outcome.kind === 'mismatch' || record === undefined) {
      return { kind: 'wrong', ...(record && { subject: record.fedId }) };
    }
    await this.forgive(counted);
    if (outcome.rehash) await this.store.setHash(record.keyId, await this.hasher.hash(password));
    return right(record);
  }

  /** The guess was right: the username starts anew, the address gets its attempt back. */
  private forgive({ count, network }: Counted): Promise<void> {
    return this.throttle.settle(count, { policy: this.limits.address, target: network });
  }

  /** The guess was never made, so it does not count. */
  private async busy({ count, network }: Counted): Promise<CredentialsOutcome> {
    await this.throttle.release(count.policy, count.target);
    await this.throttle.release(this.limits.address, network);
    return { kind: 'busy' };
  }

  private locked(outcome: Exclude<ThrottleOutcome, { kind: 'open' }>): CredentialsOutcome {
    const waitMs =
      outcome.kind === 'locked' ? FOR_GOOD : outcome.until.getTime() - this.clock.now().getTime();
    return { kind: 'locked', waitMs: Math.max(waitMs, 1_000) };
  }
}

const right = ({ fedId, keyId, enrolment }: PasswordRecord): CredentialsOutcome => ({
  kind: 'right',
  fedId,
  keyId,
  enrolment,
});

/** The hash to compare with; none where no password could be right, which costs the same. */
function comparableHash(record: PasswordRecord | undefined, password: string): string | undefined {
  return record?.usable && password.length <= LONGEST_PASSWORD ? record.passwordHash : undefined;
}
