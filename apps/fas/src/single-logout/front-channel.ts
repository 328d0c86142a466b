import { callOutside } from '#libs/http';
import type { Delivery, Logout } from '#libs/single-logout';
import type { Exchange } from '../journey/front-door.js';
import type { LogoutDoors } from './logout-doors.js';
import { logoutPath, type SingleLogout, type Trace } from './single-logout.js';
import type { Settlements } from './settlements.js';

export interface FrontChannelServices {
  readonly singleLogout: SingleLogout;
  readonly settlements: Settlements;
  readonly doors: LogoutDoors;
  readonly privateDestinations: boolean;
}

/** How long a logout waits for news of the back channel before it goes on without. */
export const PATIENCE = 1_200;
const PROBE_TIMEOUT = 1_000;

/** Each visit is two redirects, and browsers give up after twenty in a row. */
const VISITS_IN_A_ROW = 6;

/**
 * Leads the browser past the services that can only be told by it, one after the other: as the page itself, never in a
 * frame, where a browser withholds the service's cookies. A service that does not answer is not visited.
 */
export class FrontChannel {
  constructor(private readonly the: FrontChannelServices) {}

  /** Goes to the next service, or to the end. */
  async goOn(logout: Logout, exchange: Exchange): Promise<void> {
    const trace = traceOf(exchange);
    const all = await this.the.singleLogout.deliveries.ofLogout(logout.id);
    const front = all.filter(({ channel }) => channel === 'front');
    const visited = front.filter(({ attempts }) => attempts > 0).length;
    if (visited === 0) await this.passOverTheDead(front, trace);
    const next = await this.nextOf(logout.id);
    if (next === undefined) return this.finish(logout, exchange);
    if (!(await this.the.singleLogout.deliveries.markSent(next.id))) {
      await exchange.reply.redirect(logoutPath(logout.id), 303);
      return;
    }
    await this.the.doors.of(next.protocol).send(next, exchange);
  }

  /** A service answered: on at once, unless the browser went through many already. */
  async afterAnswer(logout: Logout, exchange: Exchange): Promise<void> {
    const all = await this.the.singleLogout.deliveries.ofLogout(logout.id);
    const visited = all.filter(({ channel, attempts }) => channel === 'front' && attempts > 0).length;
    const remaining = all.some(({ channel, state }) => channel === 'front' && state === 'waiting');
    if (remaining && visited % VISITS_IN_A_ROW === 0) {
      await exchange.reply.redirect(logoutPath(logout.id), 303);
      return;
    }
    await this.goOn(logout, exchange);
  }

  /** The person comes back without the answer of the service that was visited last. */
  async giveUpVisited(logout: Logout, trace: Trace): Promise<void> {
    const all = await this.the.singleLogout.deliveries.ofLogout(logout.id);
    for (const one of all) {
      if (one.channel === 'front' && one.state === 'sent')
        await this.the.singleLogout.fail(one, 'no-answer', trace);
    }
  }

  /** Answers who asked; when the person has to do something, the page says so first. */
  private async finish(logout: Logout, exchange: Exchange): Promise<void> {
    await this.the.singleLogout.logouts.finish(logout.id);
    const door = this.the.doors.find(logout.starter.protocol);
    const deliveries = await this.the.settlements.of(logout.id, door === undefined ? 0 : PATIENCE);
    if (door === undefined || mustBeClosedByHand(deliveries)) {
      await exchange.reply.redirect(logoutPath(logout.id), 303);
      return;
    }
    const whole = deliveries.every(({ state }) => state === 'confirmed');
    await door.answer(logout.starter, whole ? 'whole' : 'partial', exchange);
  }

  private async nextOf(logoutId: string): Promise<Delivery | undefined> {
    const all = await this.the.singleLogout.deliveries.ofLogout(logoutId);
    return all.find(({ channel, state }) => channel === 'front' && state === 'waiting');
  }

  /** All at the same time, so that the person waits a second at most. */
  private async passOverTheDead(front: readonly Delivery[], trace: Trace): Promise<void> {
    const waiting = front.filter(({ state }) => state === 'waiting');
    await Promise.all(
      waiting.map(async (one) => {
        if (!(await this.isAlive(one))) await this.the.singleLogout.fail(one, 'unreachable', trace);
      }),
    );
  }

  /** Any answer will do, also that the method is not allowed. */
  private async isAlive({ details: { address = '' } }: Delivery): Promise<boolean> {
    const { privateDestinations } = this.the;
    try {
      const limits = { timeout: PROBE_TIMEOUT, longestAnswer: 65_536, allowPrivate: privateDestinations };
      const { status } = await callOutside({ method: 'HEAD', url: address }, limits);
      return ![502, 503, 504].includes(status);
    } catch {
      return false;
    }
  }
}

/** Services that will not hear of it any more. */
export const mustBeClosedByHand = (deliveries: readonly Delivery[]): boolean =>
  deliveries.some(({ state }) => state === 'failed');

export const traceOf = ({ request: { context } }: Exchange): Trace => ({
  reference: context.reference,
  address: context.address,
});
