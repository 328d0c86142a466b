import type { LogoutStarter, NewDelivery } from '#libs/single-logout';
import type { LeftSession } from '../sign-in-session/session-endings.store.js';
import type { LogoutDoor } from './logout-door.js';

/** The doors by protocol, and what they plan together. */
export class LogoutDoors {
  private readonly doors = new Map<string, LogoutDoor>();

  register(protocol: 'saml' | 'oidc', door: LogoutDoor): void {
    this.doors.set(protocol, door);
  }

  find(protocol: string): LogoutDoor | undefined {
    return this.doors.get(protocol);
  }

  /** @throws Error when no door of this protocol was registered */
  of(protocol: string): LogoutDoor {
    const door = this.doors.get(protocol);
    if (door === undefined) throw new Error(`no front door ends sessions over ${protocol}`);
    return door;
  }

  /**
   * Everybody who must hear. Who asked knows already; over OpenID Connect it is told all the same when it has an address
   * for that (Back-Channel Logout 1.0 section 2.3: to all clients of the session).
   */
  async plan(session: LeftSession, starter: LogoutStarter): Promise<NewDelivery[]> {
    const plans = await Promise.all([...this.doors.values()].map((door) => door.plan(session)));
    return plans.flat().filter((one) => {
      const asked = one.protocol === starter.protocol && one.applicationId === starter.applicationId;
      return !asked || (one.protocol === 'oidc' && one.channel === 'back');
    });
  }
}
