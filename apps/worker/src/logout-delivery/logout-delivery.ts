import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import { newReference } from '#libs/http';
import { seconds } from '#libs/kernel';
import { handle, PermanentFailure, type Attempt, type HandledJob, type QueueClient } from '#libs/queue';
import type { SigningKeyRing } from '#libs/security';
import {
  DELIVERY_DUE_CHANNEL,
  deliverLogoutJob,
  DeliveryStore,
  LogoutDelivered,
  LogoutNotDelivered,
  type Delivery,
} from '#libs/single-logout';
import { DeliveryFailure } from './delivery-failure.js';

export interface Deliverer {
  /** @throws DeliveryFailure when the service did not confirm */
  deliver(delivery: Delivery): Promise<void>;
}

export interface LogoutDeliveryServices {
  readonly database: Database;
  readonly queue: Pick<QueueClient, 'enqueueMany'>;
  readonly keys: SigningKeyRing;
  readonly audit: AuditWriter;
  readonly deliverers: Readonly<Record<Delivery['protocol'], Deliverer>>;
  readonly onError: (error: unknown) => void;
}

const LOOK_EVERY = seconds(5);
const BATCH = 100;
/** Longer than all attempts of a job together, in seconds. */
const AGAIN_AFTER = 900;

/** The back channel of single logout: what is due goes to the queue, each job tells one service. */
export class LogoutDelivery implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly deliveries: DeliveryStore;
  private stopListening: (() => Promise<void>) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly the: LogoutDeliveryServices) {
    this.deliveries = new DeliveryStore(the.database);
  }

  readonly handler: HandledJob = handle(deliverLogoutJob, ({ deliveryId }, attempt) =>
    this.deliver(deliveryId, attempt),
  );

  async onApplicationBootstrap(): Promise<void> {
    await this.the.keys.start();
    this.stopListening = await this.the.database.listen(DELIVERY_DUE_CHANNEL, () => this.wake());
    this.timer = setInterval(() => this.wake(), LOOK_EVERY);
    this.timer.unref();
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.stopListening?.();
    await this.work;
    await this.the.keys.stop();
    await this.the.audit.drain();
  }

  private wake(): void {
    this.work = this.work.then(() => this.handOver()).catch((error: unknown) => this.the.onError(error));
  }

  private async handOver(): Promise<void> {
    for (let count = BATCH; count === BATCH && !this.stopped;) {
      count = await this.the.database.transaction(async (tx) => {
        const ids = await new DeliveryStore(tx).takeDue(BATCH, AGAIN_AFTER);
        await this.the.queue.enqueueMany(
          deliverLogoutJob,
          ids.map((deliveryId) => ({ deliveryId })),
        );
        return ids.length;
      });
    }
  }

  private async deliver(id: string, attempt: Attempt): Promise<void> {
    const delivery = await this.deliveries.find(id);
    if (delivery === undefined || delivery.state === 'confirmed' || delivery.state === 'failed') return;
    try {
      await this.the.deliverers[delivery.protocol].deliver(delivery);
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      return this.failed(delivery, error, attempt);
    }
    if (await this.deliveries.settle(id, 'confirmed')) {
      const { protocol, channel, attempts } = delivery;
      await this.the.audit.record(LogoutDelivered, {
        ...about(delivery),
        data: { protocol, channel, attempts: attempts + 1 },
      });
    }
  }

  private async failed(delivery: Delivery, failure: DeliveryFailure, { last }: Attempt): Promise<void> {
    const { id, protocol, channel, attempts } = delivery;
    const { reason, final } = failure;
    if (!last && !final) {
      await this.deliveries.noteFailure(id, reason);
      throw failure;
    }
    if (await this.deliveries.settle(id, 'failed', reason)) {
      const data = { protocol, channel, reason, attempts: attempts + 1 };
      await this.the.audit.record(LogoutNotDelivered, { ...about(delivery), data });
    }
    throw new PermanentFailure(reason);
  }
}

const about = ({ applicationId }: Delivery) => ({ reference: newReference(), application: applicationId });
