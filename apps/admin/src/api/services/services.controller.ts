import { createHash } from 'node:crypto';
import { Body, Controller, Get, Headers, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dossier } from '../../applications/dossier/dossier.js';
import { canBeEdited, isInUse, ServiceEditing } from '../../applications/service-editing.js';
import { ServicesService } from '../../applications/services.service.js';
import { ServiceDrafted } from '../../onboarding/onboarding.audit.js';
import { apiClientOf, ApiDesk } from '../access/api-desk.js';
import { Client } from '../access/declarations.js';
import { wrongInput } from '../access/input.js';
import { PageQuery, pageOf } from '../access/paging.js';
import { demandVersion, versioned } from '../access/version.js';
import { ProblemShape } from '../problem.shape.js';
import { ServiceChanges } from './service-changes.js';
import { detailsFrom } from './service-input.js';
import { serviceView } from './service-view.js';
import { DescriptionBody } from './service.bodies.js';
import { ChangeShape, ServiceShape, ServicesShape } from './service.shapes.js';

const IDEMPOTENCY_KEY = /^[\w.:-]{1,100}$/;

/** Online services of the agency: begun, read, described. */
@ApiTags('services')
@Controller('api/v1/services')
export class ApiServicesController {
  constructor(
    private readonly services: ServicesService,
    private readonly editing: ServiceEditing,
    private readonly changes: ServiceChanges,
    private readonly desk: ApiDesk,
  ) {}

  @Get()
  @Client('read')
  @ApiOperation({ summary: 'The online services of the agency, oldest first' })
  @ApiResponse({ status: 200, type: ServicesShape })
  async list(@Req() request: FastifyRequest, @Query() query: PageQuery): Promise<ServicesShape> {
    const all = await this.services.store.ofAgency(apiClientOf(request).agency);
    const { items, next } = pageOf(all, ({ id }) => id, query);
    return { items: items.map(serviceView), ...(next !== undefined && { next }) };
  }

  @Post()
  @Client('write')
  @ApiOperation({
    summary: 'Begins an online service, empty',
    description: 'Repeated with the same Idempotency-Key by the same API client, it gives the same service.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, schema: { pattern: IDEMPOTENCY_KEY.source } })
  @ApiResponse({ status: 201, type: ServiceShape })
  @ApiResponse({ status: 200, description: 'It was begun before.', type: ServiceShape })
  async begin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('idempotency-key') key?: string,
  ): Promise<ServiceShape> {
    const { id: by, agency } = apiClientOf(request);
    const { store } = this.services;
    const chosen = key === undefined ? undefined : idFor(by, key);
    const isNew = chosen === undefined || (await store.ensure(chosen, agency, by));
    const id = chosen ?? (await store.add(agency, by));
    if (isNew) await this.desk.record(request, ServiceDrafted, { data: { service: id, part: 'begun' } });
    reply.status(isNew ? 201 : 200).header('location', `/api/v1/services/${id}`);
    return versioned(reply, serviceView(await this.find(request, id)));
  }

  @Get(':id')
  @Client('read')
  @ApiOperation({
    summary: 'One online service',
    description: 'Its ETag is the version to send with a change.',
  })
  @ApiResponse({ status: 200, type: ServiceShape })
  @ApiResponse({
    status: 404,
    description: 'There is none, or it is not of this agency.',
    type: ProblemShape,
  })
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<ServiceShape> {
    return versioned(reply, serviceView(await this.find(request, id)));
  }

  @Put(':id/description')
  @Client('write')
  @ApiOperation({
    summary: 'Says what the service wants to be',
    description:
      'Replaces the whole description. Once the service is in use, what opens (level, keys, contexts, attributes, authorisation) becomes a request for a second person: 202.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'ETag of the service.' })
  @ApiBody({ type: DescriptionBody })
  @ApiResponse({ status: 200, type: ChangeShape })
  @ApiResponse({ status: 202, description: 'A second person decides.', type: ChangeShape })
  @ApiResponse({
    status: 404,
    description: 'There is none, or it is not of this agency.',
    type: ProblemShape,
  })
  @ApiResponse({ status: 409, description: 'Not in this state.', type: ProblemShape })
  @ApiResponse({ status: 412, description: 'It was changed meanwhile.', type: ProblemShape })
  @ApiResponse({ status: 428, description: 'If-Match is missing.', type: ProblemShape })
  async describe(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body() body: DescriptionBody,
  ): Promise<ChangeShape> {
    const dossier = await this.find(request, id);
    demandVersion(request, serviceView(dossier));
    this.changes.demandState(canBeEdited(dossier));
    const details = detailsFrom(body);
    const asker = this.changes.asker(request, body.reason, isInUse(dossier));
    const outcome = await this.editing.describe(dossier, details, asker);
    return this.changes.answer({ request, reply, dossier }, outcome, 'description');
  }

  private async find(request: FastifyRequest, id: string): Promise<Dossier> {
    return this.desk.own(request, await this.services.store.find(id), ({ agency }) => agency);
  }
}

/** The identifier that a program's key stands for (RFC 9562 section 5.8), so that nothing more has to be remembered. */
function idFor(client: string, key: string): string {
  if (!IDEMPOTENCY_KEY.test(key)) {
    throw wrongInput([
      { field: 'Idempotency-Key', message: 'must be 1 to 100 letters, digits, dots, colons or dashes' },
    ]);
  }
  const hex = createHash('sha256').update(`${client} ${key}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
