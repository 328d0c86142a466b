import type { SessionEnder } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import type { AppSessions } from '#libs/service-provider';
import type { SignInSessionsStore } from './sign-in-sessions.store.js';

/** Ends sessions of FAS, and those of our own apps that rest on them. */
export class AccountSessions implements SessionEnder {
  constructor(
    private readonly signInSessions: SignInSessionsStore,
    /** Of each of our apps. */
    private readonly apps: readonly AppSessions[],
  ) {}

  async endOfKeys(fedId: FedId, keyIds: readonly string[]): Promise<void> {
    const indexes = await this.signInSessions.endOfKeys(fedId, keyIds);
    await Promise.all(this.apps.flatMap((app) => indexes.map((index) => app.endBySessionIndex(index))));
  }

  async endAll(fedId: FedId): Promise<void> {
    await this.signInSessions.endAll(fedId);
    await Promise.all(this.apps.map((app) => app.endByPerson(fedId)));
  }
}
