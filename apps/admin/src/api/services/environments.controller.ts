import { Body, Controller, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENVIRONMENTS, type Dossier } from '../../applications/dossier/dossier.js';
import { connectable, isAdmitted, ServiceEditing } from '../../applications/service-editing.js';
import { ServicesService } from '../../applications/services.service.js';
import { ApiDesk } from '../access/api-desk.js';
import { Client } from '../access/declarations.js';
import { demandVersion } from '../access/version.js';
import { ProblemShape } from '../problem.shape.js';
import { environmentOf, type Place } from './environment-of.js';
import { ServiceChanges } from './service-changes.js';
import { settingsFrom } from './service-input.js';
import { serviceView } from './service-view.js';
import { SettingsBody } from './settings.body.js';
import { ChangeShape } from './service.shapes.js';

/** How a service is reached in each environment. */
@ApiTags('services')
@ApiParam({ name: 'environment', enum: ENVIRONMENTS })
@ApiParam({ name: 'id', format: 'uuid' })
@ApiResponse({ status: 404, description: 'There is none, or it is not of this agency.', type: ProblemShape })
@ApiResponse({ status: 409, description: 'Not in this state.', type: ProblemShape })
@Controller('api/v1/services/:id/environments/:environment')
export class ApiEnvironmentsController {
  constructor(
    private readonly services: ServicesService,
    private readonly editing: ServiceEditing,
    private readonly changes: ServiceChanges,
    private readonly desk: ApiDesk,
  ) {}

  @Put()
  @Client('write')
  @ApiOperation({
    summary: 'Connects the service in one environment',
    description:
      'Once the service is active there, changed addresses become a request for a second person: 202.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the service.' })
  @ApiBody({ type: SettingsBody })
  @ApiResponse({ status: 200, type: ChangeShape })
  @ApiResponse({ status: 202, description: 'A second person decides.', type: ChangeShape })
  @ApiResponse({ status: 412, description: 'It was changed meanwhile.', type: ProblemShape })
  @ApiResponse({ status: 428, description: 'If-Match is missing.', type: ProblemShape })
  async connect(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param() { id, environment: name }: Place,
    @Body() body: SettingsBody,
  ): Promise<ChangeShape> {
    const dossier = await this.find(request, id);
    const environment = environmentOf(name);
    demandVersion(request, serviceView(dossier));
    this.changes.demandState(connectable(dossier, true).includes(environment));
    const settings = await settingsFrom(body, this.editing.rulesFor(environment), this.editing.reading);
    const asker = this.changes.asker(request, body.reason, isAdmitted(dossier, environment));
    const outcome = await this.editing.connect(dossier, environment, settings, asker);
    return this.changes.answer({ request, reply, dossier }, outcome, `settings ${environment}`);
  }

  private async find(request: FastifyRequest, id: string): Promise<Dossier> {
    return this.desk.own(request, await this.services.store.find(id), ({ agency }) => agency);
  }
}
