import { callOutside, FORBIDDEN_DESTINATION, type OutsideAnswer } from '#libs/http';
import { failureClass } from '#libs/queue';
import { seconds } from '#libs/kernel';
import { DeliveryFailure } from './delivery-failure.js';

export interface Posted {
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts to an address that a service registered. Throws a {@link DeliveryFailure} when no answer comes. */
export type Post = (address: string, posted: Posted) => Promise<OutsideAnswer>;

const TIMEOUT = seconds(3);
const LARGEST = 64 * 1024;
/** Failures in a row after which a host gets a rest, so that its silence holds up nobody else's. */
const PATIENCE = 3;
const REST = seconds(20);

/** Posts with every limit on what leaves us: time, size, destination, and a rest for hosts that are down. */
export function guardedPost(privateDestinations: boolean, now: () => number = Date.now): Post {
  const hosts = new Map<string, { failures: number; restUntil: number }>();
  return async (address, { type, body, headers }) => {
    const { host } = new URL(address);
    const known = hosts.get(host);
    if (known !== undefined && known.restUntil > now()) throw new DeliveryFailure('host-rests', false);
    try {
      const answer = await callOutside(
        { method: 'POST', url: address, body, headers: { 'content-type': type, ...headers } },
        { timeout: TIMEOUT, longestAnswer: LARGEST, allowPrivate: privateDestinations },
      );
      hosts.delete(host);
      return answer;
    } catch (error) {
      const failures = (known?.failures ?? 0) + 1;
      hosts.set(host, { failures, restUntil: failures >= PATIENCE ? now() + REST : 0 });
      const reason = failureClass(error);
      throw new DeliveryFailure(reason, reason === FORBIDDEN_DESTINATION);
    }
  };
}
