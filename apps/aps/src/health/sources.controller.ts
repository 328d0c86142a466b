import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#libs/http';
import type { CircuitState } from '#libs/attributes';
import { SourceRegistry } from '../sources/source-registry.js';

/** How the sources are, for operations. A source that is down does not make this app unready: it answers in part. */
@ApiExcludeController()
@Controller('health')
export class SourcesController {
  constructor(private readonly registry: SourceRegistry) {}

  @Get('sources')
  @Public()
  sources(): Record<string, { readonly circuit: CircuitState }> {
    return Object.fromEntries(this.registry.guards.map(({ name, circuit }) => [name, { circuit }]));
  }
}
