import { randomUUID } from 'node:crypto';
import type { Queryable } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { MailTemplate } from './mail/mail-template.js';
import type { TextTemplate } from './text/text-template.js';

/** Channel that wakes the dispatchers. */
export const OUTBOX_CHANNEL = 'messaging_outbox';

interface Outgoing<D extends object> {
  /** One mail address, or one number (E.164). */
  readonly to: string;
  readonly language: Language;
  readonly data: D;
  readonly person?: FedId;
  /** One message per key, ever: the event that causes the message, for example `new-sign-in:<session id>`. */
  readonly deduplicationKey: string;
  /** Milliseconds after which the message is no longer worth sending. */
  readonly expiresAfter?: number;
  /** Milliseconds to wait before sending. */
  readonly delay?: number;
}

export interface OutgoingMail<D extends object> extends Outgoing<D> {
  readonly kind: 'mail';
  readonly template: MailTemplate<D>;
}

/** A text message that nobody waits for; codes take another road. */
export interface OutgoingText<D extends object> extends Outgoing<D> {
  readonly kind: 'sms';
  readonly template: TextTemplate<D>;
}

export type OutboxOutcome = { readonly kind: 'added'; readonly id: string } | { readonly kind: 'duplicate' };

export interface OutboxOptions {
  readonly cipher: Pick<FieldCipher, 'encrypt'>;
  readonly index: Pick<BlindIndex, 'of'>;
}

/** What a stored field is bound to: the ciphertext of one row cannot be moved to another. */
export const recipientContext = (id: string) => `messaging.outbox.recipient:${id}`;
export const dataContext = (id: string) => `messaging.outbox.data:${id}`;

export const recipientIndexOf = (index: Pick<BlindIndex, 'of'>, address: string) =>
  index.of(address.trim().toLowerCase(), 'messaging.recipient');

// The notification rides in the same statement: one round trip, and it is delivered at commit only.
const ADD = `
  with added as (
    insert into messaging.outbox (id, kind, template, language, recipient, recipient_index, data, person,
                                  deduplication_key, dispatch_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
            now() + $10 * interval '1 millisecond', now() + $11::float8 * interval '1 millisecond')
    on conflict (deduplication_key) do nothing
    returning id
  )
  select id, pg_notify('${OUTBOX_CHANNEL}', '') from added`;

/** Where code leaves a message; it goes out if, and only if, the transaction commits. */
export class Outbox {
  constructor(private readonly options: OutboxOptions) {}

  /** Writes the message in the caller's transaction. A key that was used before changes nothing. */
  async add<D extends object>(
    tx: Queryable,
    mail: OutgoingMail<D> | OutgoingText<D>,
  ): Promise<OutboxOutcome> {
    const { cipher, index } = this.options;
    const id = randomUUID();
    const rows = await tx.prepared<{ id: string }>('messaging.outbox.add', ADD, [
      id,
      mail.kind,
      mail.template.name,
      mail.language,
      cipher.encrypt(mail.to.trim(), recipientContext(id)),
      recipientIndexOf(index, mail.to),
      cipher.encrypt(JSON.stringify(mail.data), dataContext(id)),
      mail.person ?? null,
      mail.deduplicationKey,
      mail.delay ?? 0,
      mail.expiresAfter ?? null,
    ]);
    return rows.length === 0 ? { kind: 'duplicate' } : { kind: 'added', id };
  }
}

/** To whom a message goes or went; undefined when it is not there (any more). */
export async function recipientOf(
  database: Queryable,
  cipher: Pick<FieldCipher, 'decrypt'>,
  id: string,
): Promise<string | undefined> {
  const [row] = await database.query<{ recipient: string }>(
    'select recipient from messaging.outbox where id = $1',
    [id],
  );
  return row === undefined ? undefined : cipher.decrypt(row.recipient, recipientContext(id));
}
