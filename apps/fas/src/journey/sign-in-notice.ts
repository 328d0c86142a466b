import { maskAddress } from '#libs/audit';
import type { Application } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { newSignInMail, type Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';
import { hashToken } from '#libs/security';

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
    const known = await this.database.prepared(
      'known-browser',
      'select 1 from fas.known_browser where fed_id = $1 and browser = $2',
      [signIn.fedId, hashToken(signIn.browser)],
    );
    if (known.length > 0) return;
    const [person, contacts] = await Promise.all([
      this.people.find(signIn.fedId),
      this.people.findContacts(signIn.fedId),
    ]);
    const to = contacts.find(({ kind, verified }) => kind === 'mail' && verified)?.value;
    await this.database.transaction(async (tx) => {
      const added = await tx.query(
        'insert into fas.known_browser (fed_id, browser) values ($1, $2) on conflict do nothing returning 1',
        [signIn.fedId, hashToken(signIn.browser)],
      );
      if (added.length === 0 || to === undefined || person === undefined) return;
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
