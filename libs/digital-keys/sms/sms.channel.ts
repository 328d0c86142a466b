import { minutes } from '#libs/kernel';
import type { DirectPost, SmsContent } from '#libs/messaging';
import type { CodeChannel, OutgoingCode } from '../one-time-code/code-channel.js';
import { CODE_LIFE } from '../one-time-code/one-time-code.js';
import { smsMessage } from './sms-message.js';
import { admittedPrefix, maskNumber, maskOfNoNumber } from './sms-number.js';

export interface SmsChannelOptions {
  readonly post: Pick<DirectPost<SmsContent>, 'availability' | 'post'>;
  /** Host name of FAS, to which the code is bound. */
  readonly host: string;
  /** Prefixes beside Belgian mobile numbers, with their plus. */
  readonly otherPrefixes: readonly string[];
  readonly hourlyPerPrefix: number;
}

/** Codes by text message. */
export function smsChannel({ post, host, otherPrefixes, hourlyPerPrefix }: SmsChannelOptions): CodeChannel {
  const contentOf = ({ code, application, to }: OutgoingCode): SmsContent => {
    if (to === undefined) return {};
    const { destination, language } = to;
    const service = application.name[language];
    const text = smsMessage({ code, service, minutes: CODE_LIFE / minutes(1), host }, language);
    return { to: destination, text };
  };
  return {
    name: 'sms',
    contact: 'phone',
    mask: maskNumber,
    maskOfNobody: maskOfNoNumber,
    targets(number) {
      const prefix = admittedPrefix(number, otherPrefixes);
      return prefix === undefined
        ? undefined
        : { destination: number, prefix: { name: prefix, perHour: hourlyPerPrefix } };
    },
    availability: () => post.availability(),
    post: (outgoing) =>
      post.post({
        id: outgoing.id,
        expiresAt: outgoing.expiresAt,
        agency: outgoing.application.agency,
        application: outgoing.application.id,
        content: contentOf(outgoing),
      }),
  };
}
