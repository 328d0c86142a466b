import { ApplicationsStore, ServiceContacts } from '#libs/agencies';
import type { Database, Queryable } from '#libs/database';
import type { Clock } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { Announcer, type Contact } from '../announcements/announcer.js';
import type { ContactSecrets } from '../announcements/contact.store.js';
import { smsCapMail } from '../mail/sms-cap.mail.js';
import { monthOf } from '../service-level/periods.js';
import { reachedStages, type UsedCap } from './sms-cap.js';
import { SmsCapStore } from './sms-cap.store.js';

export interface SmsCapAlarmOptions {
  readonly database: Database;
  readonly secrets: ContactSecrets;
  readonly clock: Clock;
  /** Address of the administration. */
  readonly adminUrl: string;
}

/** Tells who asked for it when most of a cap is used, and when all of it is: one mail for each in a month. */
export class SmsCapAlarm {
  constructor(private readonly the: SmsCapAlarmOptions) {}

  async run(): Promise<void> {
    const { database, secrets, clock } = this.the;
    const month = monthOf(clock.now());
    for (const cap of await new SmsCapStore(database, secrets.cipher).used(month)) {
      // The highest only: who passes both at once needs one mail.
      const stage = reachedStages(cap).at(-1);
      if (stage !== undefined) await this.tell(cap, stage, month);
    }
  }

  private async tell(cap: UsedCap, stage: number, month: string): Promise<void> {
    const { database, secrets, adminUrl } = this.the;
    const { application, messages, used } = cap;
    const contacts = (tx: Queryable) => contactsOf(tx, secrets, cap);
    const announcer = new Announcer({ outbox: new Outbox(secrets), contacts });
    const language = cap.language ?? (await contacts(database))[0]?.language ?? 'nl';
    const name = (await new ApplicationsStore(database).find(application))?.name[language] ?? application;
    const url = `${adminUrl.replace(/\/+$/, '')}/sms-cost/caps`;
    await database.transaction((tx) =>
      announcer.tell(tx, {
        subject: application,
        kind: `sms-cap-${stage}`,
        // Another cap is another matter.
        version: `${month}/${messages}`,
        template: smsCapMail,
        data: { stage, name, month, messages, used, url },
      }),
    );
  }
}

/** Who asked to be told; for a cap that follows its service, whoever pays for it. */
async function contactsOf(
  tx: Queryable,
  { cipher }: ContactSecrets,
  { application, address, language }: UsedCap,
): Promise<readonly Contact[]> {
  if (address !== undefined && language !== undefined) {
    return [{ id: `sms-cap:${application}`, address, language }];
  }
  return new ServiceContacts(tx, cipher).ofApplication(application, 'billing');
}
