import { minutes } from '#libs/kernel';

export interface CallLimit {
  /** Calls that one client may make in a minute. */
  readonly perMinute: number;
}

export type CallOutcome =
  | { readonly kind: 'counted' }
  | {
      readonly kind: 'too-many';
      /** seconds */
      readonly retryAfter: number;
      /** whether it is the first that is too many in this minute */
      readonly first: boolean;
    };

/** Counts the calls of each client, minute by minute, in this process. */
export class CallCounter {
  private minute = 0;
  private calls = new Map<string, number>();

  constructor(private readonly limit: CallLimit) {}

  count(client: string, now: Date): CallOutcome {
    const minute = Math.floor(now.getTime() / minutes(1));
    if (minute !== this.minute) {
      this.minute = minute;
      this.calls = new Map();
    }
    const calls = (this.calls.get(client) ?? 0) + 1;
    this.calls.set(client, calls);
    if (calls <= this.limit.perMinute) return { kind: 'counted' };
    const left = (minute + 1) * minutes(1) - now.getTime();
    const first = calls === this.limit.perMinute + 1;
    return { kind: 'too-many', retryAfter: Math.max(1, Math.ceil(left / 1_000)), first };
  }
}
