import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { seconds } from '#libs/kernel';
import type { App } from '#libs/http';
import { createCardGate, type CardGateSurroundings } from './create-card-gate.js';

/** Its visits last a blink. */
const PATIENCE = seconds(2);

/** Opens the certificate listener before FAS itself opens, and closes it before what both share is let go. */
export class CardGate implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private app: App | undefined;

  constructor(private readonly surroundings: CardGateSurroundings) {}

  async onApplicationBootstrap(): Promise<void> {
    const { config } = this.surroundings;
    this.app = await createCardGate(this.surroundings);
    await this.app.listen({ port: config.port.card, host: config.http.listenHost });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.app?.close({ patience: PATIENCE });
  }
}
