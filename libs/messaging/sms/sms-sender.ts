import { seconds } from '#libs/kernel';
import type { DirectSender, Sendable, SendOutcome } from '../direct/direct-delivery.js';
import type { DirectContent, DirectPayload } from '../direct/direct-post.js';
import { segmentSms } from './segments.js';
import type { SmsGateway, SubmitOutcome } from './sms-gateway.js';
import type { SmsStore } from './sms.store.js';

export interface SmsContent extends DirectContent {
  /** E.164; absent: goes to nobody. */
  readonly to?: string;
  readonly text?: string;
}

/** What a text message needs to go out, whichever road brought it here. */
export type SmsToSend = Pick<Sendable<SmsContent>, 'id' | 'agency' | 'application' | 'lifeLeft' | 'content'>;

export interface SmsSenderOptions {
  readonly gateway: Pick<SmsGateway, 'submit' | 'onReceipt'>;
  readonly store: SmsStore;
  /** Code by which the centre says that the SIM card was changed lately, for example `smpp-00000450`. */
  readonly simChangedCode?: string;
}

const BUSY_FOR = seconds(1);

/** Sends text messages through an SMS centre and keeps the account of them. */
export class SmsSender implements DirectSender<SmsContent> {
  constructor(private readonly options: SmsSenderOptions) {
    options.gateway.onReceipt((receipt) => options.store.receive(receipt));
  }

  async send(message: SmsToSend): Promise<SendOutcome> {
    const { id, agency, application, lifeLeft, content } = message;
    const { gateway, store } = this.options;
    const { to, text = '' } = content;
    const { encoding, segments } = segmentSms(text);
    const begun = await store.begin({ id, agency, application, encoding, segments: segments.length });
    if (!begun) return { kind: 'accepted' };
    const answer = await gateway.submit({ reference: id, to, text, validFor: lifeLeft });
    if (answer.kind === 'accepted') {
      await store.accepted(id, answer.ids);
      return { kind: 'accepted' };
    }
    return this.notAccepted(id, answer);
  }

  abandon({ id }: DirectPayload, why: 'expired' | 'failed'): Promise<void> {
    return this.options.store.conclude(id, why);
  }

  private async notAccepted(
    id: string,
    answer: Exclude<SubmitOutcome, { kind: 'accepted' }>,
  ): Promise<SendOutcome> {
    const { store, simChangedCode } = this.options;
    if (answer.kind === 'busy') return { kind: 'busy', after: BUSY_FOR };
    const code = answer.kind === 'unanswered' ? 'unanswered' : answer.code;
    await store.noteFailure(id, code);
    const simChanged = code === simChangedCode;
    if (answer.kind === 'unanswered' || !(answer.permanent || simChanged)) {
      return { kind: 'failed', code, closes: true };
    }
    await store.conclude(id, 'refused');
    return { kind: 'refused', code, report: simChanged ? 'sim-changed' : 'refused' };
  }
}
