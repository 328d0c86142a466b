import type { Delivery, LogoutStarter, NewDelivery } from '#libs/single-logout';
import type { Exchange } from '../journey/front-door.js';
import type { LeftSession } from '../sign-in-session/session-endings.store.js';

/** Whether every service confirmed. */
export type LogoutOutcome = 'whole' | 'partial';

/** The way of one protocol to tell services that a session ended, and to answer the one who asked for it. */
export interface LogoutDoor {
  /** How each service of the session that speaks this protocol hears of its end. */
  plan(session: LeftSession): Promise<NewDelivery[]>;
  /** Sends the browser to a service of the front channel, with the message. */
  send(delivery: Delivery, exchange: Exchange): Promise<void>;
  /** Sends the browser back to the service that asked. */
  answer(starter: LogoutStarter, outcome: LogoutOutcome, exchange: Exchange): Promise<void>;
}
