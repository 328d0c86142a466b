import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientSecrets, OVERLAP } from '../../applications/client-secrets.js';
import { clientIdOf } from '../../applications/dossier/client-id.js';
import { ENVIRONMENTS, type Dossier } from '../../applications/dossier/dossier.js';
import { ServicesService } from '../../applications/services.service.js';
import { ClientSecretRenewed } from '../../onboarding/onboarding.audit.js';
import { ApiDesk } from '../access/api-desk.js';
import { Client } from '../access/declarations.js';
import { ProblemShape } from '../problem.shape.js';
import { environmentOf, type Place } from './environment-of.js';
import { ServiceChanges } from './service-changes.js';
import { reasonFrom } from './service-input.js';
import { SecretBody } from './service.bodies.js';
import { SecretShape } from './service.shapes.js';

/** The client secret of a service in one environment. */
@ApiTags('services')
@ApiParam({ name: 'environment', enum: ENVIRONMENTS })
@ApiParam({ name: 'id', format: 'uuid' })
@ApiResponse({ status: 404, description: 'There is none, or it is not of this agency.', type: ProblemShape })
@ApiResponse({ status: 409, description: 'It has no client secret there.', type: ProblemShape })
@Controller('api/v1/services/:id/environments/:environment/secret')
export class ApiSecretController {
  constructor(
    private readonly services: ServicesService,
    private readonly changes: ServiceChanges,
    private readonly secrets: ClientSecrets,
    private readonly desk: ApiDesk,
  ) {}

  @Post()
  @Client('write')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Makes a new client secret',
    description:
      'It stands in this answer and nowhere else. The secret from before counts for seven days more, unless it leaked.',
  })
  @ApiBody({ type: SecretBody })
  @ApiResponse({ status: 201, type: SecretShape })
  async rotate(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param() { id, environment: name }: Place,
    @Body() { reason: text, leaked = false }: SecretBody,
  ): Promise<SecretShape> {
    const dossier = await this.find(request, id);
    const environment = environmentOf(name);
    const now = this.desk.clock.now();
    const reason = reasonFrom(text, now);
    const clientSecret = await this.secrets.renew(dossier, environment, leaked ? 0 : OVERLAP);
    this.changes.demandState(clientSecret !== undefined);
    await this.desk.record(request, ClientSecretRenewed, {
      data: { service: id, environment, reason, formerStopped: String(leaked) },
    });
    reply.header('cache-control', 'no-store');
    return {
      clientId: clientIdOf(id, environment),
      clientSecret: clientSecret ?? '',
      ...(!leaked && { formerUntil: new Date(now.getTime() + OVERLAP).toISOString() }),
    };
  }

  private async find(request: FastifyRequest, id: string): Promise<Dossier> {
    return this.desk.own(request, await this.services.store.find(id), ({ agency }) => agency);
  }
}
