import type { Queryable } from '#libs/database';
import { seconds, systemClock, type Clock } from '#libs/kernel';
import { PermanentFailure, TryLater, type Attempt } from '#libs/queue';
import type { FieldCipher } from '#libs/security';
import { ChannelStates, type DirectChannel } from './channel-states.js';
import { directContext, type DirectContent, type DirectPayload } from './direct-post.js';
import { tellReport, type SendReport } from './send-reports.js';

export type SendOutcome =
  | { readonly kind: 'accepted' }
  /** Another attempt cannot help. */
  | { readonly kind: 'refused'; readonly code: string; readonly report: 'refused' | 'sim-changed' }
  /** It works, but takes nothing for this many milliseconds. */
  | { readonly kind: 'busy'; readonly after: number }
  | {
      readonly kind: 'failed';
      readonly code: string;
      /** It would not work for anybody else either. */
      readonly closes: boolean;
    };

/** One message, opened, with somebody to send it to. */
export interface Sendable<C extends DirectContent> extends DirectPayload {
  readonly content: C & { readonly to: string };
  /** Milliseconds after which it is worthless. */
  readonly lifeLeft: number;
}

/** A channel's own way of sending. */
export interface DirectSender<C extends DirectContent> {
  send(message: Sendable<C>): Promise<SendOutcome>;
  /** Nothing more is attempted: its life or its attempts are over. */
  abandon(payload: DirectPayload, why: 'expired' | 'failed'): Promise<void>;
}

export interface DirectDeliveryOptions<C extends DirectContent> {
  readonly channel: DirectChannel;
  readonly database: Queryable;
  readonly cipher: Pick<FieldCipher, 'decrypt'>;
  readonly sender: DirectSender<C>;
  /** Milliseconds that a channel stays closed after a failure. */
  readonly closedFor?: number;
  readonly clock?: Clock;
}

/**
 * The worker's half of a direct message: sends it while it lives, closes the channel when it does not work, and tells
 * whoever waits. While the channel is closed nothing is attempted, so a centre that hangs holds up no other work.
 */
export class DirectDelivery<C extends DirectContent> {
  private readonly channels: ChannelStates;

  constructor(private readonly options: DirectDeliveryOptions<C>) {
    this.channels = new ChannelStates(options.database);
  }

  /** @throws TryLater, PermanentFailure, or another error after which the queue tries again */
  async deliver(payload: DirectPayload, attempt: Attempt): Promise<void> {
    const { clock = systemClock, sender, channel } = this.options;
    const lifeLeft = Date.parse(payload.expiresAt) - clock.now().getTime();
    if (lifeLeft <= 0) return sender.abandon(payload, 'expired');
    const content = this.open(payload);
    if (content.to === undefined) return this.tell(payload, 'accepted');
    const closed = await this.channels.closedFor(channel);
    if (closed > 0) throw new TryLater('channel-closed', closed);
    const outcome = await sender.send({ ...payload, content: { ...content, to: content.to }, lifeLeft });
    await this.conclude(payload, outcome, attempt);
  }

  private async conclude(payload: DirectPayload, outcome: SendOutcome, attempt: Attempt): Promise<void> {
    switch (outcome.kind) {
      case 'accepted':
        await this.channels.open(this.options.channel);
        return this.tell(payload, 'accepted');
      case 'busy':
        throw new TryLater('channel-busy', outcome.after);
      case 'refused':
        await this.tell(payload, outcome.report);
        throw new PermanentFailure(outcome.code);
      case 'failed':
        if (outcome.closes) await this.close(payload, outcome.code);
        if (attempt.last) await this.options.sender.abandon(payload, 'failed');
        throw new Error(outcome.code);
    }
  }

  private async close(payload: DirectPayload, code: string): Promise<void> {
    const { channel, closedFor = seconds(15) } = this.options;
    await this.channels.close(channel, closedFor, code);
    await this.tell(payload, 'failed');
  }

  private tell({ id }: DirectPayload, report: SendReport): Promise<void> {
    return tellReport(this.options.database, id, report);
  }

  private open({ id, sealed }: DirectPayload): C {
    return JSON.parse(this.options.cipher.decrypt(sealed, directContext(id))) as C;
  }
}
