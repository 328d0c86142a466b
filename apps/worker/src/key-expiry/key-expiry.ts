import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import { ExpiringKeysStore, KeyRevoked, reminderDue, type ExpiringKey } from '#libs/digital-keys';
import { newReference } from '#libs/http';
import type { Clock } from '#libs/kernel';
import { keyExpiryMail, type KeyExpiryNotice, type Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';
import { handle, type HandledJob } from '#libs/queue';
import { watchKeyExpiryJob } from './key-expiry.job.js';

export interface KeyExpiryParts {
  readonly database: Database;
  readonly people: PeopleStore;
  readonly outbox: Outbox;
  readonly audit: Pick<AuditWriter, 'record'>;
  /** Address of SMA. */
  readonly baseUrl: string;
  readonly clock: Clock;
}

const BATCH = 500;

/** Reminds people before a key of theirs ends, and ends it when its time is over. */
export class KeyExpiry {
  private readonly expiring: ExpiringKeysStore;

  constructor(private readonly the: KeyExpiryParts) {
    this.expiring = new ExpiringKeysStore(the.database);
  }

  readonly handler: HandledJob = handle(watchKeyExpiryJob, () => this.run());

  async run(): Promise<void> {
    const now = this.the.clock.now();
    for (const key of await this.expiring.near(now, BATCH)) {
      if (key.expiresAt <= now) await this.end(key);
      else await this.remind(key, reminderDue(key.expiresAt, now, key.reminded));
    }
  }

  private async remind(key: ExpiringKey, within: number | undefined): Promise<void> {
    if (within === undefined) return;
    await this.the.database.transaction(async (tx) => {
      if (await this.expiring.within(tx).remind(key, within))
        await this.tell(tx, key, 'soon', String(within));
    });
  }

  private async end(key: ExpiringKey): Promise<void> {
    const ended = await this.the.database.transaction(async (tx) => {
      if (!(await this.expiring.within(tx).expire(key))) return false;
      await this.tell(tx, key, 'over', 'over');
      return true;
    });
    if (!ended) return;
    const data = { key: key.kind, keyId: key.id, reason: 'expired' };
    await this.the.audit.record(KeyRevoked, { reference: newReference(), subject: key.fedId, data });
  }

  private async tell(
    tx: Queryable,
    { id, fedId, kind, label, expiresAt }: ExpiringKey,
    about: KeyExpiryNotice['about'],
    step: string,
  ): Promise<void> {
    const people = this.the.people.within(tx);
    const [person, contacts] = [await people.find(fedId), await people.findContacts(fedId)];
    const mailbox = contacts.find((one) => one.kind === 'mail' && one.verified && one.primary);
    if (person === undefined || mailbox === undefined) return;
    await this.the.outbox.add(tx, {
      kind: 'mail',
      template: keyExpiryMail,
      to: mailbox.value,
      language: person.language,
      person: fedId,
      deduplicationKey: `key-expiry:${id}:${step}`,
      data: {
        about,
        key: kind,
        ...(label !== undefined && { label }),
        expiresAt: expiresAt.toISOString(),
        url: `${this.the.baseUrl}/keys/new`,
      },
    });
  }
}
