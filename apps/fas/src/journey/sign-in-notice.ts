import { maskAddress } from '#libs/audit';
import type { Application } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { newSignInMail, type Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';
import { findCurrentRequest } from '#libs/http';
import { hashToken } from '#libs/security';
import { KnownBrowsersStore } from './known-browsers.store.js';

export interface NoticedSignIn {
  readonly fedId: FedId;
  readonly sessionUid: string;
  readonly browser: string;
  readonly application: Application;
  readonly key: KeyKind;
  readonly at: Date;
  readonly address: string;
}

/** Tells a person by mail when they sign in from a browser in which they never did before. */
export class SignInNotice {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly outbox: Outbox,
    private readonly manageUrl: string,
  ) {}

  async note(signIn: NoticedSignIn): Promise<void> {
    const browsers = new KnownBrowsersStore(this.database);
    if (await browsers.knows(signIn.fedId, signIn.browser)) return;
    const [person, contacts] = await Promise.all([
      this.people.find(signIn.fedId),
      this.people.findContacts(signIn.fedId),
    ]);
    const to = contacts.find(({ kind, verified }) => kind === 'mail' && verified)?.value;
    await this.database.transaction(async (tx) => {
      const added = await browsers.within(tx).add(signIn.fedId, signIn.browser);
      // Who restarts a worker needs no mail about it.
      if (findCurrentRequest()?.isProbe === true) return;
      if (!added || to === undefined || person === undefined) return;
      await this.outbox.add(tx, {
        kind: 'mail',
        template: newSignInMail,
        to,
        language: person.language,
        person: signIn.fedId,
        deduplicationKey: `new-sign-in:${signIn.sessionUid}:${hashToken(signIn.browser).slice(0, 16)}`,
        data: {
          at: signIn.at.toISOString(),
          service: signIn.application.name,
          key: signIn.key,
          address: maskAddress(signIn.address) ?? '',
          manageUrl: this.manageUrl,
        },
      });
    });
  }
}
