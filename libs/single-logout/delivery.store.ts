import type { Queryable } from '#libs/database';
import type { Delivery, DeliveryDetails, DeliveryState, LogoutChannel, NewDelivery } from './logout.js';

/** PostgreSQL channel on which the worker hears that deliveries are due. */
export const DELIVERY_DUE_CHANNEL = 'logout_delivery_due';
/** PostgreSQL channel on which FAS hears the id of a logout one of whose deliveries came to its end. */
export const DELIVERY_SETTLED_CHANNEL = 'logout_delivery_settled';

interface Row {
  id: string;
  logout: string;
  application: string;
  protocol: 'oidc' | 'saml';
  channel: LogoutChannel;
  message_id: string;
  details: DeliveryDetails;
  state: DeliveryState;
  reason: string | null;
  attempts: number;
  created_at: Date;
}

const COLUMNS =
  'id, logout, application, protocol, channel, message_id, details, state, reason, attempts, created_at';

const OPEN = `state in ('waiting', 'sent')`;

/** The table of deliveries; within a transaction when made of one. */
export class DeliveryStore {
  constructor(private readonly database: Queryable) {}

  /** Adds all of a logout; those of the back channel are due at once. A service that cannot be told has failed. */
  async add(logoutId: string, deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.database.query(
      `insert into single_logout.delivery (logout, application, protocol, channel, message_id, details, state, reason, due_at)
       select $1, d.application, d.protocol, d.channel, d.message_id, d.details,
              case d.channel when 'none' then 'failed' else 'waiting' end,
              case d.channel when 'none' then 'no-way' end,
              case d.channel when 'back' then now() end
         from jsonb_to_recordset($2::jsonb) as d(application uuid, protocol text, channel text, message_id text, details jsonb)`,
      [logoutId, JSON.stringify(deliveries.map(toRecord))],
    );
    await this.database.query(`select pg_notify('${DELIVERY_DUE_CHANNEL}', '')`);
  }

  async ofLogout(logoutId: string): Promise<Delivery[]> {
    return this.select('logout = $1 order by created_at, id', [logoutId]);
  }

  async find(id: string): Promise<Delivery | undefined> {
    return (await this.select('id = $1', [id]))[0];
  }

  async findByMessage(messageId: string): Promise<Delivery | undefined> {
    return (await this.select('message_id = $1', [messageId]))[0];
  }

  /** Moves one on to `sent`; false when somebody else did. */
  async markSent(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update single_logout.delivery set state = 'sent', attempts = attempts + 1, changed_at = now()
        where id = $1 and state = 'waiting' returning 1`,
      [id],
    );
    return rows.length === 1;
  }

  /** Its end, once; false when it had come to its end before. */
  async settle(id: string, state: 'confirmed' | 'failed', reason?: string): Promise<boolean> {
    const rows = await this.database.query<{ logout: string }>(
      `with settled as (
         update single_logout.delivery
            set state = $2, reason = $3, due_at = null, changed_at = now(),
                attempts = attempts + case channel when 'back' then 1 else 0 end
          where id = $1 and ${OPEN} returning logout)
       select logout, pg_notify('${DELIVERY_SETTLED_CHANNEL}', logout) from settled`,
      [id, state, reason ?? null],
    );
    return rows.length === 1;
  }

  /** One attempt failed and others follow. */
  async noteFailure(id: string, reason: string): Promise<void> {
    await this.database.query(
      `with noted as (
         update single_logout.delivery set attempts = attempts + 1, reason = $2, changed_at = now()
          where id = $1 and ${OPEN} returning logout)
       select pg_notify('${DELIVERY_SETTLED_CHANNEL}', logout) from noted`,
      [id, reason],
    );
  }

  /**
   * Gives what is due to the queue, in the caller's transaction. What stays unfinished becomes due again, so that a
   * queue that lost its jobs loses no logout.
   */
  async takeDue(most: number, againAfterSeconds: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `update single_logout.delivery set due_at = now() + make_interval(secs => $2)
        where id in (select id from single_logout.delivery where due_at <= now()
                      order by due_at limit $1 for update skip locked)
       returning id`,
      [most, againAfterSeconds],
    );
    return rows.map(({ id }) => id);
  }

  private async select(where: string, params: readonly unknown[]): Promise<Delivery[]> {
    const rows = await this.database.query<Row>(
      `select ${COLUMNS} from single_logout.delivery where ${where}`,
      params,
    );
    return rows.map(toDelivery);
  }
}

const toRecord = ({ applicationId, messageId, ...rest }: NewDelivery) => ({
  ...rest,
  application: applicationId,
  message_id: messageId,
});

const toDelivery = (row: Row): Delivery => ({
  id: row.id,
  logoutId: row.logout,
  applicationId: row.application,
  protocol: row.protocol,
  channel: row.channel,
  messageId: row.message_id,
  details: row.details,
  state: row.state,
  ...(row.reason !== null && { reason: row.reason }),
  attempts: row.attempts,
  createdAt: row.created_at,
});
