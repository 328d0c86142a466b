import type { Database, Queryable } from '#libs/database';
import type { DeliveryReceipt } from './sms-gateway.js';
import type { SegmentedSms } from './segments.js';
import type { SmsState } from './sms.migrations.js';

export interface NewSms {
  readonly id: string;
  readonly agency: string;
  readonly application: string;
  readonly encoding: SegmentedSms['encoding'];
  readonly segments: number;
}

/** The account of text messages. Moments are the database's, so that workers with different clocks agree. */
export class SmsStore {
  constructor(private readonly database: Database) {}

  /** Notes an attempt; false when the message went out, or was given up, before. */
  async begin({ id, agency, application, encoding, segments }: NewSms): Promise<boolean> {
    const rows = await this.database.prepared(
      'messaging.sms.begin',
      `insert into messaging.sms as s (id, agency, application, encoding, segments) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set attempts = s.attempts + 1 where s.state = 'sending'
       returning id`,
      [id, agency, application, encoding, segments],
    );
    return rows.length === 1;
  }

  /** The centre took the message over and named its parts. Receipts that came sooner are settled at once. */
  async accepted(id: string, centreIds: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.prepared(
        'messaging.sms.accepted',
        `update messaging.sms set state = 'accepted', accepted_at = now(), last_error = null
          where id = $1 and state = 'sending'`,
        [id],
      );
      await tx.prepared(
        'messaging.sms.parts',
        `insert into messaging.sms_part as p (sms_id, position, centre_id)
         select $1, ordinality, name from unnest($2::text[]) with ordinality as t (name, ordinality)
         on conflict (sms_id, position) do update set centre_id = excluded.centre_id, accepted_at = now()
          where p.state = 'accepted'`,
        [id, centreIds],
      );
    });
    await this.settle(centreIds);
  }

  /** Notes why an attempt did not succeed; another may follow. */
  async noteFailure(id: string, code: string): Promise<void> {
    await this.database.query(
      "update messaging.sms set last_error = $2 where id = $1 and state = 'sending'",
      [id, code],
    );
  }

  /** Nothing more is attempted. */
  async conclude(id: string, state: Extract<SmsState, 'refused' | 'expired' | 'failed'>): Promise<void> {
    await this.database.query(
      "update messaging.sms set state = $2, concluded_at = now() where id = $1 and state = 'sending'",
      [id, state],
    );
  }

  /** Keeps what the centre tells about a part; once this returns, the centre need not tell it again. */
  async receive({ id: centreId, state }: DeliveryReceipt): Promise<void> {
    if (state === 'under-way') return;
    await this.database.prepared(
      'messaging.sms.receive',
      'insert into messaging.sms_receipt (centre_id, state) values ($1, $2)',
      [centreId, state],
    );
    await this.settle([centreId]);
  }

  /**
   * Brings parts and receipts together. Both were committed before, so whichever of the two comes last finds the
   * other; the lock on the message lets receipts of two parts pass one after the other.
   */
  private async settle(centreIds: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const messages = await tx.prepared<{ id: string }>('messaging.sms.lock', LOCK, [centreIds]);
      if (messages.length === 0) return;
      await tx.prepared('messaging.sms.settle', SETTLE, [centreIds]);
      await tx.prepared('messaging.sms.forget-receipts', FORGET, [centreIds]);
      await conclude(
        tx,
        messages.map(({ id }) => id),
      );
    });
  }
}

/** A centre that was restarted may give a name again: the newest part has it. */
const NEWEST = `
  select distinct on (p.centre_id) p.sms_id, p.position, p.centre_id, p.accepted_at
    from messaging.sms_part p
   where p.centre_id = any($1) and p.state = 'accepted' and p.accepted_at > now() - interval '7 days'
   order by p.centre_id, p.accepted_at desc`;

const LOCK = `
  select s.id from messaging.sms s
   where s.id in (select sms_id from (${NEWEST}) newest) and s.state = 'accepted'
   order by s.id for update`;

/** A receipt counts for a part that was taken over about then, not for one of another day with the same name. */
const RECEIPT = `
  select r.state from messaging.sms_receipt r
   where r.centre_id = newest.centre_id and r.received_at > newest.accepted_at - interval '10 minutes'
   order by r.state = 'delivered' desc limit 1`;

const SETTLE = `
  update messaging.sms_part p
     set state = case told.state when 'delivered' then 'delivered' else 'undelivered' end
    from (${NEWEST}) newest cross join lateral (${RECEIPT}) told
   where p.sms_id = newest.sms_id and p.position = newest.position`;

const FORGET = `
  delete from messaging.sms_receipt r
   where r.centre_id = any($1)
     and exists (select from messaging.sms_part p where p.centre_id = r.centre_id and p.state <> 'accepted')`;

/** Delivered when every part is: then, and only then, it is charged, and never again since the state moves on. */
async function conclude(tx: Queryable, ids: readonly string[]): Promise<void> {
  await tx.prepared(
    'messaging.sms.conclude',
    `update messaging.sms s
        set state = fate.state, concluded_at = now(),
            cost_period = case fate.state when 'delivered'
              then to_char(now() at time zone 'Europe/Brussels', 'YYYY-MM') end,
            charged_segments = case fate.state when 'delivered' then s.segments end
       from (select sms_id, case when bool_and(state = 'delivered') then 'delivered'
                                 when bool_or(state = 'undelivered') then 'undelivered' end as state
               from messaging.sms_part where sms_id = any($1) group by sms_id) fate
      where s.id = fate.sms_id and s.state = 'accepted' and fate.state is not null`,
    [ids],
  );
}
