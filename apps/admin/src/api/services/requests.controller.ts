import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { AppError, httpErrors } from '#libs/http';
import { acceptanceKind, productionKind, reviewKind } from '../../applications/dossier/dossier-kinds.js';
import { serviceChangeKind } from '../../applications/dossier/service-change.js';
import { serviceRestoreKind, serviceResumeKind } from '../../applications/dossier/service-use.js';
import { ServicesService } from '../../applications/services.service.js';
import { Approvals } from '../../approvals/approvals.service.js';
import type { ChangeRequest } from '../../approvals/change-request.js';
import { apiClientOf, ApiDesk } from '../access/api-desk.js';
import { Client } from '../access/declarations.js';
import { PageQuery, pageOf } from '../access/paging.js';
import { ProblemShape } from '../problem.shape.js';
import { notNow } from './service-changes.js';
import { askerOf, reasonFrom } from './service-input.js';
import { requestView } from './service-view.js';
import { ReasonBody } from './service.bodies.js';
import { RequestShape, RequestsShape } from './service.shapes.js';

const STATES = ['open', 'approved', 'refused', 'withdrawn', 'expired'] as const;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Those about services; who works for the agency is between people. */
const ABOUT_SERVICES = [
  reviewKind,
  acceptanceKind,
  productionKind,
  serviceChangeKind,
  serviceResumeKind,
  serviceRestoreKind,
].map(({ name }) => name);
/** Taking back the question takes the state of the service back with it. */
const OF_THE_ROAD = [reviewKind, productionKind].map(({ name }) => name);

class RequestsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}

/** Changes that a second person decides on: a program can ask and take back, and never decide. */
@ApiTags('requests')
@Controller('api/v1/requests')
export class ApiRequestsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly services: ServicesService,
    private readonly desk: ApiDesk,
  ) {}

  @Get()
  @Client('read')
  @ApiOperation({ summary: 'Requests about the services of the agency, newest first' })
  @ApiResponse({ status: 200, type: RequestsShape })
  async list(
    @Req() request: FastifyRequest,
    @Query() { state, ...page }: RequestsQuery,
  ): Promise<RequestsShape> {
    const { agency } = apiClientOf(request);
    const all = await this.approvals.list({ agency, ...(state !== undefined && { states: [state] }) });
    const { items, next } = pageOf(all.filter(isAboutService), ({ id }) => id, page as PageQuery);
    return { items: items.map((one) => this.view(request, one)), ...(next !== undefined && { next }) };
  }

  @Get(':id')
  @Client('read')
  @ApiOperation({ summary: 'One request' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiResponse({ status: 200, type: RequestShape })
  @ApiResponse({
    status: 404,
    description: 'There is none, or it is not of this agency.',
    type: ProblemShape,
  })
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<RequestShape> {
    return this.view(request, await this.find(request, id));
  }

  @Post(':id/withdraw')
  @Client('write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes back what this API client asked' })
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiBody({ type: ReasonBody })
  @ApiResponse({ status: 200, type: RequestShape })
  @ApiResponse({
    status: 404,
    description: 'There is none, or it is not of this agency.',
    type: ProblemShape,
  })
  @ApiResponse({ status: 409, description: 'It is decided, or somebody else asked.', type: ProblemShape })
  async withdraw(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() { reason: text }: ReasonBody,
  ): Promise<RequestShape> {
    const found = await this.find(request, id);
    const asker = askerOf(request, reasonFrom(text, this.desk.clock.now()));
    const done = OF_THE_ROAD.includes(found.kind)
      ? (await this.services.takeBack(found.subject, asker)).kind === 'moved'
      : (await this.approvals.decide(id, 'withdraw', asker)).kind === 'done';
    if (!done) throw notNow({ kind: 'not-now' });
    return this.view(request, await this.find(request, id));
  }

  private async find(request: FastifyRequest, id: string): Promise<ChangeRequest> {
    const found = UUID.test(id) ? await this.approvals.find(id) : undefined;
    const { agency } = found ?? {};
    if (found === undefined || agency === undefined || !isAboutService(found)) {
      throw new AppError(httpErrors.NOT_FOUND);
    }
    return this.desk.own(request, found, () => agency);
  }

  private view({ context: { language } }: FastifyRequest, request: ChangeRequest): RequestShape {
    const state = request.after ?? request.before;
    return requestView(request, this.approvals.kindOf(request).title(request.subject, state, language));
  }
}

const isAboutService = ({ kind }: ChangeRequest): boolean => ABOUT_SERVICES.includes(kind);
