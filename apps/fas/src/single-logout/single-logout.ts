import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import { parseFedId, type FedId } from '#libs/kernel';
import { randomToken } from '#libs/security';
import {
  DeliveryStore,
  LogoutNotDelivered,
  LogoutStore,
  ServiceLeft,
  SignInSessionEnded,
  type Delivery,
  type Logout,
  type LogoutCause,
  type LogoutStarter,
  type NewDelivery,
} from '#libs/single-logout';
import { SessionEndingsStore, type LeftSession } from '../sign-in-session/session-endings.store.js';
import type { LogoutDoors } from './logout-doors.js';

/** Where in log and record a logout is found. */
export interface Trace {
  readonly reference: string;
  readonly address?: string;
}

export interface SingleLogoutServices {
  /** Commits to disk: who must be told is not forgotten by a crash. */
  readonly database: Database;
  readonly doors: LogoutDoors;
  readonly audit: AuditWriter;
}

/** A session to end, and who wants it. */
export interface Wish {
  readonly sessionUid: string;
  readonly starter: LogoutStarter;
  readonly cause: LogoutCause;
  /** Whether there is a browser that can go to services of the front channel. */
  readonly browser: boolean;
  /** Of a question that was asked before. */
  readonly id?: string;
}

/** The end of a session for all its services: everything in one transaction, and told afterwards. */
export class SingleLogout {
  readonly logouts: LogoutStore;
  readonly deliveries: DeliveryStore;
  readonly endings: SessionEndingsStore;

  constructor(private readonly the: SingleLogoutServices) {
    this.logouts = new LogoutStore(the.database);
    this.deliveries = new DeliveryStore(the.database);
    this.endings = new SessionEndingsStore(the.database);
  }

  /** Whether a browser would have to visit other services to end this session. */
  async needsBrowser(session: LeftSession, starter: LogoutStarter): Promise<boolean> {
    return (await this.the.doors.plan(session, starter)).some(({ channel }) => channel === 'front');
  }

  /** Keeps what was asked until the person decides; gives the path of the page. */
  async ask(
    session: LeftSession,
    starter: LogoutStarter,
    { proven }: { readonly proven: boolean },
  ): Promise<string> {
    const id = randomToken(16);
    await this.logouts.ask({
      id,
      sessionUid: session.uid,
      ...(session.fedId !== undefined && { fedId: session.fedId }),
      cause: 'service',
      starter,
      proven,
    });
    return logoutPath(id);
  }

  /**
   * Ends the session now and notes who must hear. The record of it is committed when this returns.
   *
   * @returns its id, or undefined when the session had ended before
   */
  async perform(wish: Wish, trace: Trace): Promise<string | undefined> {
    const id = wish.id ?? randomToken(16);
    const ended = await this.the.database.transaction(async (tx) => {
      const session = await new SessionEndingsStore(tx).end(wish.sessionUid);
      if (session === undefined) return undefined;
      const { starter, cause, sessionUid } = wish;
      const { fedId } = session;
      const first = await new LogoutStore(tx).begin({
        id,
        sessionUid,
        cause,
        starter,
        proven: true,
        ...(fedId !== undefined && { fedId }),
      });
      if (!first) return undefined;
      const planned = await this.the.doors.plan(session, starter);
      const deliveries = wish.browser ? planned : planned.map(withoutBrowser);
      await new DeliveryStore(tx).add(id, deliveries);
      return { session, deliveries };
    });
    if (ended === undefined) return undefined;
    await this.record(ended.session.fedId, { ...wish, deliveries: ended.deliveries }, trace);
    return id;
  }

  /** The person leaves the service that asked, and stays signed in. */
  async leave({ id, sessionUid, fedId, starter }: Logout, trace: Trace): Promise<void> {
    const { applicationId } = starter;
    if (applicationId !== undefined) {
      const clientId = typeof starter['clientId'] === 'string' ? starter['clientId'] : '';
      await this.endings.leave(sessionUid, { applicationId, clientId });
    }
    const subject = fedIdOf(fedId);
    await this.the.audit.record(ServiceLeft, {
      ...trace,
      ...(subject && { subject }),
      ...(applicationId !== undefined && { application: applicationId }),
      data: { protocol: starter.protocol },
    });
    await this.logouts.forget(id);
  }

  /** A service of the front channel did not do it. */
  async fail(delivery: Delivery, reason: string, trace: Trace): Promise<void> {
    if (!(await this.deliveries.settle(delivery.id, 'failed', reason))) return;
    const { applicationId, protocol, channel, attempts } = delivery;
    const data = { protocol, channel, reason, attempts };
    await this.the.audit.record(LogoutNotDelivered, { ...trace, application: applicationId, data });
  }

  private async record(
    subject: FedId | undefined,
    { starter, cause, deliveries }: Wish & { readonly deliveries: readonly NewDelivery[] },
    trace: Trace,
  ): Promise<void> {
    const about = { ...trace, ...(subject && { subject }) };
    const { applicationId, protocol } = starter;
    const unreachable = deliveries.filter(({ channel }) => channel === 'none');
    await Promise.all([
      this.the.audit.record(SignInSessionEnded, {
        ...about,
        ...(applicationId !== undefined && { application: applicationId }),
        data: { cause, protocol, services: deliveries.length },
      }),
      ...unreachable.map((one) =>
        this.the.audit.record(LogoutNotDelivered, {
          ...about,
          application: one.applicationId,
          data: { protocol: one.protocol, channel: 'none', reason: 'no-way', attempts: 0 },
        }),
      ),
    ]);
  }
}

export const LOGOUT_PATH = '/fas/sign-out';
export const logoutPath = (id: string): string => `${LOGOUT_PATH}/${id}`;

/** Without a browser a service of the front channel cannot be told. */
const withoutBrowser = (one: NewDelivery): NewDelivery =>
  one.channel === 'front' ? { ...one, channel: 'none' } : one;

function fedIdOf(text: string | undefined): FedId | undefined {
  const parsed = parseFedId(text ?? '');
  return parsed.kind === 'valid' ? parsed.fedId : undefined;
}
