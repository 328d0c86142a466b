import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuthenticationResult } from './authentication-result.js';
import type { Protocol } from './authentication-request.js';
import type { Journey } from './journey.js';

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A way in and out. It knows its protocol and no key; the journey hands it the result to be answered. */
export interface FrontDoor {
  readonly protocol: Protocol;
  /** Where the answer goes: the forms of the journey may lead there, and a dead end offers the way to its origin. */
  returnAddress(journey: Journey): string | undefined;
  /** Where a journey that was concluded is answered, when that is an address of the front door's own. */
  answerAddress?(journey: Journey): string;
  /** Sends the browser back to the relying party with the answer. The record of it is committed already. */
  answer(journey: Journey, result: AuthenticationResult, exchange: Exchange): Promise<void>;
}

/** The front doors by protocol; each registers itself when its module starts. */
export class FrontDoors {
  private readonly doors = new Map<Protocol, FrontDoor>();

  register(door: FrontDoor): void {
    this.doors.set(door.protocol, door);
  }

  /** @throws Error when no front door of this protocol was registered */
  of(protocol: Protocol): FrontDoor {
    const door = this.doors.get(protocol);
    if (door === undefined) throw new Error(`no front door speaks ${protocol}`);
    return door;
  }
}
