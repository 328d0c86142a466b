import type { Queryable } from '#libs/database';
import { MessageStates } from '#libs/messaging';

/** What became of the mails about one event. */
export interface Delivery {
  readonly kind: string;
  readonly at: Date;
  readonly recipients: number;
  readonly sent: number;
  readonly failed: number;
}

interface AnnouncementRow {
  kind: string;
  at: Date;
  mails: string[] | null;
}

/** Which events contacts were told of, and by which mails. */
export class AnnouncementStore {
  constructor(private readonly database: Queryable) {}

  /** false when this event was told of before; a second one waits here for the transaction of the first. */
  async begin(event: string, subject: string, kind: string): Promise<boolean> {
    const rows = await this.database.query(
      `insert into operations.announcement (event, subject, kind) values ($1, $2, $3)
       on conflict (event) do nothing returning event`,
      [event, subject, kind],
    );
    return rows.length === 1;
  }

  async noteMail(event: string, contact: string, outboxId: string): Promise<void> {
    await this.database.prepared(
      'operations.announcement.mail',
      'insert into operations.announcement_mail (event, contact, outbox_id) values ($1, $2, $3)',
      [event, contact, outboxId],
    );
  }

  /** About one window, incident or release, in order. A mail whose row is forgotten was sent. */
  async deliveriesOf(subject: string): Promise<Delivery[]> {
    const rows = await this.database.query<AnnouncementRow>(
      `select a.kind, a.at, array_agg(m.outbox_id) filter (where m.outbox_id is not null) as mails
         from operations.announcement a left join operations.announcement_mail m on m.event = a.event
        where a.subject = $1 group by a.event order by a.at, a.event`,
      [subject],
    );
    const states = await new MessageStates(this.database).of(rows.flatMap(({ mails }) => mails ?? []));
    return rows.map(({ kind, at, mails }) => {
      const found = (mails ?? []).map((id) => states.get(id) ?? 'sent');
      const count = (wanted: string) => found.filter((state) => state === wanted).length;
      return { kind, at, recipients: found.length, sent: count('sent'), failed: count('failed') };
    });
  }
}
