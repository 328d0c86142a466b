import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { hours, minutes, seconds, type Clock } from '#libs/kernel';
import { jsonOf, type PartnerAnswer } from './partner-channel.js';

/** There is no copy of the keys that could be used. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

type FindKey = ReturnType<typeof createLocalJWKSet>;

interface Copy {
  readonly find: FindKey;
  readonly at: number;
  readonly useFor: number;
}

const USUAL = minutes(30);
const SHORTEST = minutes(5);
/** Also how long the last copy serves while no newer one can be had. */
const LONGEST = hours(24);
/** Between two readings that an unknown key causes: whoever sends many such answers makes us read once. */
const PAUSE = seconds(5);

/**
 * The keys with which a service signs. Kept as long as it allows; a key that is not among them makes us read them
 * once more, which is what happens when the service goes over to a new key.
 */
export class PartnerKeySet {
  private copy: Copy | undefined;
  private askedAgainAt = Number.NEGATIVE_INFINITY;
  private underWay: Promise<Copy> | undefined;

  constructor(
    private readonly ask: () => Promise<PartnerAnswer>,
    private readonly clock: Clock,
  ) {}

  /** For jose. Throws `JWKSNoMatchingKey` for a key that the service does not have. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const copy = await this.current();
    try {
      return await copy.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.mayAskAgain()) throw error;
      const newer = await this.read();
      return newer.find(header, token);
    }
  };

  private async current(): Promise<Copy> {
    const { copy } = this;
    if (copy === undefined) return this.read();
    if (this.age(copy) < copy.useFor) return copy;
    try {
      return await this.read();
    } catch (error) {
      if (this.age(copy) < LONGEST) return copy;
      throw error;
    }
  }

  /** Whoever needs it meanwhile waits for the same copy. */
  private read(): Promise<Copy> {
    this.underWay ??= this.fetch().finally(() => {
      this.underWay = undefined;
    });
    return this.underWay;
  }

  private async fetch(): Promise<Copy> {
    const answer = await this.ask();
    if (answer.kind === 'unreachable') throw new KeysUnavailable(answer.reason);
    const set = answer.status === 200 ? signingKeysIn(jsonOf(answer)) : undefined;
    if (set === undefined) throw new KeysUnavailable('keys-unreadable');
    const useFor = Math.min(Math.max(maxAgeOf(answer.headers) ?? USUAL, SHORTEST), LONGEST);
    this.copy = { find: createLocalJWKSet(set), at: this.clock.now().getTime(), useFor };
    return this.copy;
  }

  private mayAskAgain(): boolean {
    const now = this.clock.now().getTime();
    if (now - this.askedAgainAt < PAUSE) return false;
    this.askedAgainAt = now;
    return true;
  }

  private age({ at }: Copy): number {
    return this.clock.now().getTime() - at;
  }
}

/** Keys for signatures only: one that others encrypt to proves nothing. */
function signingKeysIn(document: Readonly<Record<string, unknown>> | undefined): JSONWebKeySet | undefined {
  const keys = document?.['keys'];
  if (!Array.isArray(keys)) return undefined;
  return { keys: (keys as JSONWebKeySet['keys']).filter((key) => key?.use === 'sig') };
}

/** Milliseconds of Cache-Control max-age (RFC 9111 section 5.2.2.1). */
function maxAgeOf(headers: Headers): number | undefined {
  const text = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(headers.get('cache-control') ?? '')?.[1];
  return text === undefined ? undefined : seconds(Number(text));
}
