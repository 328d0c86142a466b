import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import {
  sendCodeMailJob,
  sendSmsJob,
  sendTextJob,
  type CodeMailContent,
  type DirectDelivery,
  type MailTransport,
  type SmppGateway,
  type SmsContent,
  type TextDelivery,
} from '#libs/messaging';
import { handle, type HandledJob } from '#libs/queue';

export interface CodeDispatchParts {
  readonly sms: DirectDelivery<SmsContent>;
  readonly texts: Pick<TextDelivery, 'deliver'>;
  readonly gateway: SmppGateway;
  readonly mail: DirectDelivery<CodeMailContent>;
  readonly transport: MailTransport;
}

/** Sends security codes while they live, and what else goes to telephones. */
export class CodeDispatch implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly handlers: readonly HandledJob[];

  constructor(private readonly the: CodeDispatchParts) {
    this.handlers = [
      handle(sendSmsJob, (payload, attempt) => the.sms.deliver(payload, attempt)),
      handle(sendCodeMailJob, (payload, attempt) => the.mail.deliver(payload, attempt)),
      handle(sendTextJob, async ({ outboxId }) => void (await the.texts.deliver(outboxId))),
    ];
  }

  /** Receipts of messages that an earlier process sent come as soon as we are bound. */
  onApplicationBootstrap(): void {
    this.the.gateway.stayConnected();
  }

  /** After the jobs at work have ended. */
  async onApplicationShutdown(): Promise<void> {
    this.the.transport.close();
    await this.the.gateway.close();
  }
}
