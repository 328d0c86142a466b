import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#libs/http';
import type { CircuitState } from '#libs/attributes';
import type { PingResult } from './source-ping.js';
import { SourceRegistry } from '../sources/source-registry.js';

interface SourceState {
  /** What sign-ins met. */
  readonly circuit: CircuitState;
  /** What the source says of itself, where it has an address for that. */
  readonly health?: PingResult;
}

/** How the sources are, for operations. A source that is down does not make this app unready: it answers in part. */
@ApiExcludeController()
@Controller('health')
export class SourcesController {
  constructor(private readonly registry: SourceRegistry) {}

  @Get('sources')
  @Public()
  async sources(): Promise<Record<string, SourceState>> {
    const { guards, pings } = this.registry;
    const told = new Map(
      await Promise.all(pings.map(async (ping) => [ping.name, await ping.ask()] as const)),
    );
    return Object.fromEntries(
      guards.map(({ name, circuit }) => {
        const health = told.get(name);
        return [name, { circuit, ...(health !== undefined && { health }) }];
      }),
    );
  }
}
