import type { Language } from '#libs/kernel';
import { failureClass } from '#libs/queue';
import type { DirectSender, Sendable, SendOutcome } from '../direct/direct-delivery.js';
import type { DirectContent } from '../direct/direct-post.js';
import { renderMail } from './mail-template.js';
import { MailNotAccepted, type MailTransport } from './mail-transport.js';
import { securityCodeMail, type SecurityCode } from './security-code/security-code.mail.js';

export interface CodeMailContent extends DirectContent {
  /** Mail address; absent: goes to nobody. */
  readonly to?: string;
  readonly language?: Language;
  readonly data?: SecurityCode;
}

/** Sends mails with a security code. A copy after a crash has the same Message-ID. */
export class CodeMailSender implements DirectSender<CodeMailContent> {
  constructor(private readonly transport: Pick<MailTransport, 'send'>) {}

  async send({ id, content }: Sendable<CodeMailContent>): Promise<SendOutcome> {
    const { to, data, language = 'nl' } = content;
    if (data === undefined) throw new Error('a mail without a code');
    try {
      await this.transport.send({ id, to, language, ...renderMail(securityCodeMail, data, language) });
      return { kind: 'accepted' };
    } catch (error) {
      return notSent(error);
    }
  }

  /** A mail leaves no account behind. */
  async abandon(): Promise<void> {
    await Promise.resolve();
  }
}

/** The relay answered about this mailbox only: 4xx but for 421, "closing the channel" (RFC 5321 section 4.2.1). */
const OF_MAILBOX = /-4(?!21)\d\d$/;

function notSent(error: unknown): SendOutcome {
  const code = failureClass(error);
  return error instanceof MailNotAccepted && error.permanent
    ? { kind: 'refused', code, report: 'refused' }
    : { kind: 'failed', code, closes: !OF_MAILBOX.test(code) };
}
