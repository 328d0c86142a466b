import type { ChosenEnterprise } from '#libs/attributes';
import type { FedId } from '#libs/kernel';
import type { AuthenticationRequest } from './authentication-request.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { JourneyState } from './journey-table.js';

/** The first factor, proven in this login and waiting for its second. */
export interface PasswordProof {
  readonly fedId: FedId;
  readonly keyId: string;
  readonly at: string;
}

/** A key sent the browser elsewhere and waits for its return. */
export interface Elsewhere {
  readonly key: string;
  readonly memory: Readonly<Record<string, string>>;
}

/** A login under way. */
export interface Journey {
  readonly id: string;
  /** Version of the shape of this row, so that a newer release can finish what an older one began. */
  readonly version: 1;
  readonly state: JourneyState;
  readonly request: AuthenticationRequest;
  /** What the front door needs to answer; only it reads this. */
  readonly protocolState: unknown;
  readonly password?: PasswordProof;
  /** What a key kept when it sent the browser elsewhere, by the name of the key. */
  readonly elsewhere?: Elsewhere;
  /** The enterprise that was chosen, and who chose it. */
  readonly enterprise?: ChosenEnterprise & { readonly fedId: string };
  /** Set once the journey came to its end. */
  readonly result?: AuthenticationResult;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Whole seconds, none when it is past. */
export const secondsUntil = (end: Date, now: Date): number =>
  Math.max(0, Math.round((end.getTime() - now.getTime()) / 1_000));
