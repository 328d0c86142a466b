import { createHmac } from 'node:crypto';
import { minutes, type Clock } from '#libs/kernel';
import type { MasterKey } from './master-key.js';
import { constantTimeEqual } from './tokens.js';

/** Header of requests that our own probes make. */
export const PROBE_HEADER = 'csam-probe';

/** On either side, for clocks that differ; a mark that somebody sees is soon worth nothing. */
const VALID_FOR = minutes(2);

/**
 * Tells our own probes from everybody else. It opens nothing: what is marked counts apart from the users of the service,
 * so it must not be for others to say of themselves. Form: `<milliseconds since 1970>.<HMAC-SHA256, base64url>`.
 */
export class ProbeMark {
  private readonly key: Buffer;

  constructor(
    masterKey: MasterKey,
    private readonly clock: Clock,
  ) {
    this.key = masterKey.derive('probe-mark');
  }

  /** The value of the header of a request that is made now. */
  make(): string {
    return this.at(String(this.clock.now().getTime()));
  }

  /** Whether a value was made lately by who has the master key. */
  holds(value: string): boolean {
    const [at = ''] = value.split('.');
    const age = this.clock.now().getTime() - Number(at);
    return Math.abs(age) <= VALID_FOR && constantTimeEqual(value, this.at(at));
  }

  private at(moment: string): string {
    return `${moment}.${createHmac('sha256', this.key).update(moment).digest('base64url')}`;
  }
}
