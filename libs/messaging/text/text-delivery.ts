import { hours, minutes, seconds } from '#libs/kernel';
import { PermanentFailure, TryLater } from '#libs/queue';
import type { FieldCipher } from '#libs/security';
import type { ChannelStates } from '../direct/channel-states.js';
import { dataContext, recipientContext } from '../outbox.js';
import type { ClaimedMessage, OutboxStore } from '../outbox-store.js';
import type { SmsSender } from '../sms/sms-sender.js';
import type { TextTemplate } from './text-template.js';

/** Who pays for a text message that no service asked for. */
export interface TextPayer {
  readonly agency: string;
  readonly application: string;
}

export interface TextDeliveryOptions {
  readonly store: Pick<OutboxStore, 'claim' | 'markSent' | 'markRetry' | 'markFailed'>;
  readonly cipher: Pick<FieldCipher, 'decrypt'>;
  readonly sender: Pick<SmsSender, 'send'>;
  readonly channels: Pick<ChannelStates, 'closedFor' | 'close' | 'open'>;
  readonly templates: readonly TextTemplate[];
  readonly payer: () => Promise<TextPayer>;
  /** Number of times that sending is begun before the message is parked; that of the job. */
  readonly attempts: number;
}

/** What is told is old news after a day; the centre gives up then too. */
export const TEXT_LIFE = hours(24);

const HOLD = minutes(1);
const CLOSED_FOR = seconds(15);

/** Sends one text message of the outbox. The account of text messages knows it by its identifier, so it goes out once. */
export class TextDelivery {
  private readonly templates: ReadonlyMap<string, TextTemplate>;

  constructor(private readonly options: TextDeliveryOptions) {
    this.templates = new Map(options.templates.map((template) => [template.name, template]));
  }

  /** @throws TryLater, PermanentFailure, or another error after which the queue tries again */
  async deliver(id: string): Promise<'sent' | 'finished-before'> {
    const { store, channels } = this.options;
    const closed = await channels.closedFor('sms');
    if (closed > 0) throw new TryLater('channel-closed', closed);
    const claim = await store.claim(id, HOLD);
    if (claim.kind === 'finished') return 'finished-before';
    if (claim.kind === 'held') throw new TryLater('held-by-another-worker', claim.milliseconds);
    await this.send(claim.message);
    await channels.open('sms');
    await store.markSent(id);
    return 'sent';
  }

  private async send(message: ClaimedMessage): Promise<void> {
    const { sender, store, channels, attempts } = this.options;
    const { id } = message;
    const payer = await this.options.payer();
    const outcome = await sender.send({
      id,
      ...payer,
      lifeLeft: TEXT_LIFE,
      content: this.contentOf(message),
    });
    switch (outcome.kind) {
      case 'accepted':
        return;
      case 'busy':
        await store.markRetry(message, 'busy');
        throw new TryLater('channel-busy', outcome.after);
      case 'refused':
        return this.park(message, outcome.code);
      case 'failed':
        if (outcome.closes) await channels.close('sms', CLOSED_FOR, outcome.code);
        if (message.attempts >= attempts) return this.park(message, outcome.code);
        await store.markRetry(message, outcome.code);
        throw new Error(outcome.code);
    }
  }

  private async park(message: ClaimedMessage, code: string): Promise<never> {
    await this.options.store.markFailed(message, code);
    throw new PermanentFailure(code);
  }

  private contentOf({ id, template, language, recipient, data }: ClaimedMessage) {
    const found = this.templates.get(template);
    if (found === undefined) throw new Error(`No text message is called ${template}`);
    const { cipher } = this.options;
    const values = JSON.parse(cipher.decrypt(data, dataContext(id))) as object;
    return { to: cipher.decrypt(recipient, recipientContext(id)), text: found.content(values, language) };
  }
}
