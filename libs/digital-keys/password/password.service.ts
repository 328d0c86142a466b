import type { Queryable } from '#libs/database';
import { minutes, seconds, hours, systemClock, type Clock, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import {
  callingNetwork,
  type PasswordHasher,
  type Throttle,
  type ThrottleCount,
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
  | {
      readonly kind: 'locked';
      readonly waitMs: number;
      /** Too much failed from this network, whatever the key. */
      readonly everyKey?: true;
      readonly subject?: FedId;
    }
  | { readonly kind: 'busy' };

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** Whether this person signed in before in this browser. */
  readonly familiarTo?: (fedId: FedId) => Promise<boolean>;
  /** Where failed proofs of any key are counted, when this is to be counted there in the same statement. */
  readonly failedProofs?: GuessCount;
}

/** Whose username nobody has: asked about all the same, so that it costs the same. */
const NOBODY = '' as FedId;

/** Where the guess under way was counted: the username starts anew after a right one, the networks get it back. */
interface Counted {
  readonly username: GuessCount;
  readonly networks: readonly ThrottleCount[];
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
    const counted = this.countsOf(credentials, guessCount(this.limits.username, username, familiar));
    const { outcome: before, closed } = await this.throttle.attemptAll([
      ...counted.networks,
      counted.username,
    ]);
    if (before.kind !== 'open') return this.locked(before, closed === credentials.failedProofs);
    const outcome = await this.compare(record, credentials.password, counted);
    if (outcome.kind === 'wrong') await this.throttle.fail(this.limits.altogether, this.stretch());
    return outcome;
  }

  /** The password was replaced. */
  startAnew(username: string, tx: Queryable): Promise<void> {
    return forgetGuesses(this.throttle.within(tx), this.limits.username, normaliseUsername(username));
  }

  private countsOf({ address, failedProofs }: Credentials, username: GuessCount): Counted {
    const { address: policy, altogether } = this.limits;
    const alarm = { policy: altogether, target: this.stretch(), freeAttempts: FREE_DURING_ALARM };
    const network = { policy, target: callingNetwork(address), alarm };
    return { username, networks: [...(failedProofs ? [failedProofs] : []), network] };
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

  private forgive({ username, networks }: Counted): Promise<void> {
    return this.throttle.settle({ anew: [username], back: networks });
  }

  /** The guess was never made, so it does not count. */
  private async busy({ username, networks }: Counted): Promise<CredentialsOutcome> {
    await this.throttle.settle({ back: [username, ...networks] });
    return { kind: 'busy' };
  }

  private locked(outcome: Exclude<ThrottleOutcome, { kind: 'open' }>, everyKey: boolean): CredentialsOutcome {
    const waitMs =
      outcome.kind === 'locked' ? FOR_GOOD : outcome.until.getTime() - this.clock.now().getTime();
    return { kind: 'locked', waitMs: Math.max(waitMs, 1_000), ...(everyKey && { everyKey }) };
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
