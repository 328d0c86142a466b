import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import { sendMailJob, type MailDelivery, type MailTransport, type OutboxDispatcher } from '#libs/messaging';
import { handle, type HandledJob } from '#libs/queue';

/** The road from outbox to mail relay: the dispatcher fills the queue, the handler empties it. */
export class MessageDispatch implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  constructor(
    private readonly dispatcher: OutboxDispatcher,
    private readonly delivery: MailDelivery,
    private readonly transport: MailTransport,
  ) {}

  readonly handler: HandledJob = handle(sendMailJob, async ({ outboxId }) => {
    await this.delivery.deliver(outboxId);
  });

  async onApplicationBootstrap(): Promise<void> {
    await this.dispatcher.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.dispatcher.stop();
  }

  /** After the jobs at work have ended. */
  onApplicationShutdown(): void {
    this.transport.close();
  }
}
