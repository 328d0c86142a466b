import { minutes } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';
import { failureClass, PermanentFailure, TryLater } from '#libs/queue';
import { dataContext, recipientContext } from '../outbox.js';
import type { ClaimedMessage, OutboxStore } from '../outbox-store.js';
import { renderMail, type MailTemplate } from './mail-template.js';
import { MailNotAccepted, type Mail, type MailTransport } from './mail-transport.js';

export interface MailDeliveryOptions {
  readonly store: Pick<OutboxStore, 'claim' | 'markSent' | 'markRetry' | 'markFailed'>;
  readonly cipher: Pick<FieldCipher, 'decrypt'>;
  readonly transport: Pick<MailTransport, 'send'>;
  readonly templates: readonly MailTemplate[];
  /** Number of times that sending is begun before the mail is parked; that of the job. */
  readonly attempts: number;
  /** Hears of mails whose receiver the relay refuses for good (RFC 5321 section 4.2.1). */
  readonly onUnknownReceiver?: (id: string) => Promise<unknown>;
  /** Milliseconds that one worker holds a mail; longer than the relay's time-outs together. */
  readonly hold?: number;
}

/**
 * Sends one mail of the outbox, exactly once as far as SMTP allows: when the process dies between the relay's
 * "accepted" and our "sent", the mail goes out again with the same Message-ID.
 */
export class MailDelivery {
  private readonly templates: ReadonlyMap<string, MailTemplate>;

  constructor(private readonly options: MailDeliveryOptions) {
    this.templates = new Map(options.templates.map((template) => [template.name, template]));
  }

  /** @throws TryLater, PermanentFailure, or another error after which the queue tries again */
  async deliver(id: string): Promise<'sent' | 'finished-before'> {
    const claim = await this.options.store.claim(id, this.options.hold ?? minutes(1));
    if (claim.kind === 'finished') return 'finished-before';
    if (claim.kind === 'held') throw new TryLater('held-by-another-worker', claim.milliseconds);
    if (claim.message.attempts > this.options.attempts)
      return this.park(claim.message, 'process-died-while-sending');
    try {
      await this.options.transport.send(this.mailOf(claim.message));
    } catch (error) {
      await this.fail(claim.message, error);
    }
    await this.options.store.markSent(id);
    return 'sent';
  }

  private async fail(message: ClaimedMessage, error: unknown): Promise<never> {
    const code = failureClass(error);
    const permanent = error instanceof MailNotAccepted && error.permanent;
    if (error instanceof MailNotAccepted && error.unknownReceiver)
      await this.options.onUnknownReceiver?.(message.id);
    if (permanent || message.attempts >= this.options.attempts) {
      return this.park(message, code);
    }
    await this.options.store.markRetry(message, code);
    throw error;
  }

  private async park(message: ClaimedMessage, code: string): Promise<never> {
    await this.options.store.markFailed(message, code);
    throw new PermanentFailure(code);
  }

  private mailOf({ id, template, language, recipient, data }: ClaimedMessage): Mail {
    const found = this.templates.get(template);
    if (found === undefined) throw new Error(`No mail template is called ${template}`);
    const { cipher } = this.options;
    const values = JSON.parse(cipher.decrypt(data, dataContext(id))) as object;
    const to = cipher.decrypt(recipient, recipientContext(id));
    return { id, to, language, ...renderMail(found, values, language) };
  }
}
