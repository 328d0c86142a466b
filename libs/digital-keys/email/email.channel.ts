import { minutes } from '#libs/kernel';
import type { CodeMailContent, DirectPost } from '#libs/messaging';
import type { CodeChannel, OutgoingCode } from '../one-time-code/code-channel.js';
import { CODE_LIFE } from '../one-time-code/one-time-code.js';
import { maskMailbox, maskOfNoMailbox } from './email-address.js';

export interface EmailChannelOptions {
  readonly post: Pick<DirectPost<CodeMailContent>, 'availability' | 'post'>;
  /** Host name of FAS, to which the code is bound. */
  readonly host: string;
}

/** Codes by mail. */
export function emailChannel({ post, host }: EmailChannelOptions): CodeChannel {
  const contentOf = ({ code, application, to }: OutgoingCode): CodeMailContent => {
    if (to === undefined) return {};
    const data = { code, service: application.name, minutes: CODE_LIFE / minutes(1), host };
    return { to: to.destination, language: to.language, data };
  };
  return {
    name: 'email',
    contact: 'mail',
    mask: maskMailbox,
    maskOfNobody: maskOfNoMailbox,
    targets: (address) => ({ destination: address.toLowerCase() }),
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
