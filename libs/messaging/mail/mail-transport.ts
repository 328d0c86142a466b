import { createTransport } from 'nodemailer';
import { failureClass } from '#libs/queue';
import { saysUnknownReceiver } from './unknown-receiver.js';
import { seconds, type Language } from '#libs/kernel';
import type { RenderedMail } from './mail-template.js';

export interface MailTransportOptions {
  readonly host: string;
  readonly port: number;
  /** `Name <address>` or an address. */
  readonly from: string;
  /** Refuses to send over a connection that is not encrypted. */
  readonly requireTls?: boolean;
  readonly user?: string;
  readonly password?: string;
  /** Connections kept open to the relay. */
  readonly connections?: number;
}

export interface Mail extends RenderedMail {
  /** The same for every attempt at the same mail: receivers recognise a copy by it. */
  readonly id: string;
  readonly to: string;
  readonly language: Language;
}

/** The relay did not take the mail. Holds a code only: the relay's words may quote the address. */
export class MailNotAccepted extends Error {
  override readonly name = 'MailNotAccepted';

  constructor(
    readonly code: string,
    /** Another attempt cannot help: the relay answered 5xx (RFC 5321 4.2.1). */
    readonly permanent: boolean,
    /** It is the receiver's address that it refuses for good, whatever the mail says. */
    readonly unknownReceiver = false,
  ) {
    super(code);
  }
}

/** Hands mail to the relay over a few lasting connections. */
export class MailTransport {
  private readonly pool;

  constructor(private readonly options: MailTransportOptions) {
    this.pool = createTransport({
      pool: true,
      host: options.host,
      port: options.port,
      secure: options.port === 465,
      requireTLS: options.requireTls ?? false,
      ...(options.user === undefined ? {} : { auth: { user: options.user, pass: options.password ?? '' } }),
      maxConnections: options.connections ?? 3,
      connectionTimeout: seconds(5),
      greetingTimeout: seconds(5),
      socketTimeout: seconds(15),
      dnsTimeout: seconds(5),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Resolves once the relay has taken the mail over. @throws MailNotAccepted */
  async send(mail: Mail): Promise<void> {
    try {
      await this.pool.sendMail({
        from: this.options.from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        attachments: mail.attachments?.map((attachment) => ({ ...attachment })),
        messageId: `<${mail.id}@${senderDomain(this.options.from)}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': mail.language,
          'X-Auto-Response-Suppress': 'All',
        },
      });
    } catch (error) {
      throw notAccepted(error);
    }
  }

  /** Whether the relay answers, for readiness. */
  async answers(): Promise<boolean> {
    return this.pool.verify().then(
      () => true,
      () => false,
    );
  }

  close(): void {
    this.pool.close();
  }
}

const senderDomain = (from: string) => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

const refusesReceiver = (error: unknown): boolean =>
  error instanceof Error &&
  'command' in error &&
  error.command === 'RCPT TO' &&
  'response' in error &&
  saysUnknownReceiver(String(error.response));

function notAccepted(error: unknown): MailNotAccepted {
  const response =
    error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
      ? error.responseCode
      : undefined;
  const code = response === undefined ? failureClass(error) : `${failureClass(error)}-${response}`;
  const permanent = response !== undefined && response >= 500;
  return new MailNotAccepted(code, permanent, permanent && refusesReceiver(error));
}
