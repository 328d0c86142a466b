import type { InterfaceKind, Metrics } from '#libs/metrics';
import type { Asset } from '#libs/ui';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify, type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { mountAssets } from './assets.js';
import { Documents } from './documents.js';
import type { ErrorAnswers } from './errors/error-answers.js';
import type { Logger } from './log/logger.js';
import { mountNodeHandler, type NodeHandler, type NodeHandlerOptions } from './node-handler.js';
import { drain } from './operation/graceful-stop.js';
import { mountHealth, mountMetrics, type Health } from './operation/health.js';
import type { OverloadGate } from './operation/overload-gate.js';
import type { Tracer } from './tracing/tracer.js';

export interface ListenOptions {
  readonly port: number;
  /** This machine only, unless said otherwise. */
  readonly host?: string;
}

interface AppParts {
  readonly nest: NestFastifyApplication;
  readonly server: FastifyInstance;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly gate: OverloadGate;
  readonly answers: ErrorAnswers;
  readonly tracer?: Tracer;
}

const STOP_PATIENCE = 30_000;

/** One app as a process sees it: mount, listen, stop. */
export class App {
  private operations: FastifyInstance | undefined;
  private closing: Promise<void> | undefined;

  private readonly documents: Documents;

  constructor(private readonly parts: AppParts) {
    this.documents = new Documents(parts);
  }

  get nest(): NestFastifyApplication {
    return this.parts.nest;
  }

  get server(): FastifyInstance {
    return this.parts.server;
  }

  get logger(): Logger {
    return this.parts.logger;
  }

  /** Absent where no traces are made. */
  get tracer(): Tracer | undefined {
    return this.parts.tracer;
  }

  get metrics(): Metrics {
    return this.parts.metrics;
  }

  /** A provider of the app's modules. */
  get<T>(token: Type<T> | string | symbol): T {
    return this.nest.get<T>(token, { strict: false });
  }

  /** Puts a plain Node handler under a prefix; before `listen`. */
  mountNodeHandler(prefix: string, handler: NodeHandler, options: NodeHandlerOptions = {}): void {
    mountNodeHandler(this.server, this.parts.answers, { ...options, prefix, handler });
  }

  /** Serves further files with a path that changes with their content; before `listen`. */
  mountAssets(assets: readonly Asset[]): void {
    mountAssets(this.server, assets);
  }

  /** These addresses say the same to everybody: their answers are kept for a moment; before `listen`. */
  answerFromMemory(paths: readonly string[], kind: InterfaceKind = 'application'): void {
    this.documents.add(paths, kind);
  }

  /** Ready to answer `server.inject`, without listening. */
  async init(): Promise<void> {
    await this.nest.init();
    await this.server.ready();
  }

  /** Returns the address on which it listens. Port 0 takes any free one. */
  async listen({ port, host = '127.0.0.1' }: ListenOptions): Promise<string> {
    await this.nest.listen(port, host);
    this.documents.install(this.server.server);
    this.parts.gate.start();
    const address = addressOf(this.server);
    this.logger.info({ address }, 'listening');
    return address;
  }

  /** A second listener, not for the public, with health and metrics only. */
  async listenForOperations({ port, host = '127.0.0.1' }: ListenOptions): Promise<string> {
    this.operations = fastify({ logger: false });
    mountHealth(this.operations, this.parts.health);
    mountMetrics(this.operations, this.metrics);
    await this.operations.listen({ port, host });
    return addressOf(this.operations);
  }

  /**
   * Stops gracefully: reports not ready, takes no more connections, finishes what is under way, then lets
   * the modules close what they hold.
   *
   * @param lead milliseconds between reporting not ready and refusing connections, for the load balancer to see
   */
  close({ lead = 0, patience = STOP_PATIENCE }: { lead?: number; patience?: number } = {}): Promise<void> {
    this.closing ??= this.stop(lead, patience);
    return this.closing;
  }

  private async stop(lead: number, patience: number): Promise<void> {
    const { health, gate, nest, server } = this.parts;
    health.stop();
    if (lead > 0) await new Promise((resolve) => setTimeout(resolve, lead));
    await drain(server.server, patience);
    await nest.close();
    await this.operations?.close();
    gate.stop();
    this.metrics.close();
    await this.parts.tracer?.close();
  }
}

function addressOf({ server }: FastifyInstance): string {
  const address = server.address() as AddressInfo | null;
  if (address === null) throw new Error('The app is not listening.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
