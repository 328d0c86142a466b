import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import {
  KeyLifeStore,
  personLocks,
  type AccountNotices,
  type IssuedActivations,
  type DigitalKey,
  type DigitalKeysStore,
  type PasswordStore,
  type Trace,
} from '#libs/digital-keys';
import type { Clock, FedId } from '#libs/kernel';
import { recoveryHelpMail, type Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';
import type { Throttle } from '#libs/security';
import type { AppSessions } from '#libs/service-provider';
import {
  ActivationResent,
  PersonKeySuspended,
  PersonUnlocked,
  RecoveryOffered,
} from '../service-desk.audit.js';

export interface DeskHelpParts {
  readonly database: Database;
  readonly keys: DigitalKeysStore;
  readonly people: PeopleStore;
  readonly passwords: PasswordStore;
  readonly activations: IssuedActivations;
  readonly notices: AccountNotices;
  readonly outbox: Outbox;
  readonly throttle: Throttle;
  /** Of each of our own apps. */
  readonly apps: readonly AppSessions[];
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock: Clock;
  /** Address of SMA, without a slash at its end. */
  readonly smaUrl: string;
}

/** Who helps whom, and why. */
export interface Help extends Trace {
  readonly by: FedId;
  readonly fedId: FedId;
  readonly reason: string;
}

/** What the service desk can do for a caller. None of it shows or sets a secret, or opens a session as the caller. */
export class DeskHelp {
  constructor(private readonly the: DeskHelpParts) {}

  /** Puts a key on hold and ends every session. False: the person has no such active key. */
  async suspend(keyId: string, help: Help): Promise<boolean> {
    const { fedId, address } = help;
    const key = (await this.the.keys.ofPerson(fedId)).find(
      ({ id, state }) => id === keyId && state === 'active',
    );
    if (key === undefined) return false;
    const moved = await this.the.database.transaction(async (tx) => {
      const ids = await new KeyLifeStore(tx).move(fedId, [key.id], { from: ['active'], to: 'suspended' });
      if (ids.length === 0) return false;
      await this.the.notices.tell(tx, {
        ...changeOf(key),
        what: 'key-suspended',
        address,
        at: this.the.clock.now(),
      });
      await tx.query(
        'update fas.sign_in_session set ended_at = now() where fed_id = $1 and ended_at is null',
        [fedId],
      );
      return true;
    });
    if (!moved) return false;
    const data = { key: key.kind, keyId: key.id, reason: help.reason };
    await this.the.audit.record(PersonKeySuspended, { ...entry(help), data });
    await Promise.all(this.the.apps.map((app) => app.endByPerson(fedId)));
    return true;
  }

  /** Lets the person try again after too many wrong attempts. */
  async unlock(help: Help): Promise<void> {
    const username = await this.the.passwords.usernameOf(help.fedId);
    for (const { policy, target } of personLocks(help.fedId, username)) {
      await this.the.throttle.succeed(policy, target);
    }
    await this.the.audit.record(PersonUnlocked, { ...entry(help), data: { reason: help.reason } });
  }

  /** Mails the link of an open activation again. False: none is open. */
  async resend(help: Help): Promise<boolean> {
    const open = await this.the.activations.openOf(help.fedId);
    if (open === undefined || !(await this.the.activations.resend(open.id))) return false;
    const data = { activation: open.id, reason: help.reason };
    await this.the.audit.record(ActivationResent, { ...entry(help), data });
    return true;
  }

  /** Mails the way to new keys to an address that was confirmed before the call. False: there is none. */
  async offerRecovery(help: Help): Promise<boolean> {
    const { fedId, reference } = help;
    const [person, contacts] = await Promise.all([
      this.the.people.find(fedId),
      this.the.people.findContacts(fedId),
    ]);
    const mail = contacts.find(({ kind, verified }) => kind === 'mail' && verified)?.value;
    if (person === undefined || mail === undefined) return false;
    await this.the.database.transaction((tx) =>
      this.the.outbox.add(tx, {
        kind: 'mail',
        template: recoveryHelpMail,
        to: mail,
        language: person.language,
        person: fedId,
        deduplicationKey: `recovery-help:${reference}`,
        data: { url: `${this.the.smaUrl}/`, reference },
      }),
    );
    await this.the.audit.record(RecoveryOffered, { ...entry(help), data: { reason: help.reason } });
    return true;
  }
}

const entry = ({ reference, address, by, fedId }: Help) => ({
  reference,
  address,
  actor: by,
  subject: fedId,
});

const changeOf = ({ fedId, kind, id }: DigitalKey) => ({ fedId, key: kind, keyId: id });
