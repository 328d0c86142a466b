import type { Database } from '#libs/database';
import { newReference } from '#libs/http';
import { seconds } from '#libs/kernel';
import { SESSION_END_CHANNEL, SessionEndStore, type SessionEnd } from '#libs/single-logout';
import type { SingleLogout } from './single-logout.js';

const LOOK_EVERY = seconds(15);
const BATCH = 50;
/** How long a question may stay unanswered, in seconds; then the session ends, as the service asked. */
const ABANDONED_AFTER = 120;

/** Ends for all their services the sessions that ended elsewhere: in another app, by a lost key, a blocked account. */
export class SessionEnds {
  private stopListening: (() => Promise<void>) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<void> = Promise.resolve();
  private stopped = false;

  private onError: (error: unknown) => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly singleLogout: SingleLogout,
  ) {}

  async start(onError: (error: unknown) => void): Promise<void> {
    this.onError = onError;
    this.stopListening = await this.database.listen(SESSION_END_CHANNEL, () => this.wake());
    this.timer = setInterval(() => this.wake(), LOOK_EVERY);
    this.timer.unref();
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.stopListening?.();
    await this.work;
  }

  private wake(): void {
    this.work = this.work.then(() => this.run()).catch((error: unknown) => this.onError(error));
  }

  private async run(): Promise<void> {
    if (this.stopped) return;
    for (;;) {
      const count = await this.takeSome();
      if (count < BATCH) break;
    }
    for (const { id, sessionUid, starter } of await this.singleLogout.logouts.abandoned(ABANDONED_AFTER)) {
      const wish = { id, sessionUid, starter, cause: 'service', browser: false } as const;
      await this.singleLogout.perform(wish, { reference: newReference() });
    }
  }

  /** What fails goes back and is taken again at the next look. */
  private async takeSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ends = await new SessionEndStore(tx).take(BATCH);
      for (const end of ends) {
        for (const sessionUid of await this.sessionsOf(end)) {
          const starter = { protocol: 'fas' } as const;
          const wish = { sessionUid, starter, cause: end.cause, browser: false };
          await this.singleLogout.perform(wish, { reference: newReference() });
        }
      }
      return ends.length;
    });
  }

  private async sessionsOf({
    sessionUid,
    fedId,
    keyId,
    announcedAt,
  }: SessionEnd): Promise<readonly string[]> {
    if (sessionUid !== undefined) return [sessionUid];
    return fedId === undefined ? [] : this.singleLogout.endings.uidsOf({ fedId, keyId, announcedAt });
  }
}
