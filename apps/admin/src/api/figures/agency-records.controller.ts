import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { parseApiClientId } from '#libs/kernel';
import { agencyRecordFields } from '../../reports/trail/agency-records.js';
import { TrailDesk } from '../../reports/trail/trail-desk.js';
import { apiClientOf, ApiDesk } from '../access/api-desk.js';
import { Client } from '../access/declarations.js';
import { AgencyRecordsShape, RecordsOfTimeQuery } from './figures.shapes.js';
import { nextOf, searchFrom } from './records-query.js';

/** What was done in the administration for the agency. */
@ApiTags('records')
@Controller('api/v1/agency/records')
export class ApiAgencyRecordsController {
  constructor(
    private readonly trail: TrailDesk,
    private readonly desk: ApiDesk,
  ) {}

  @Get()
  @Client('read')
  @ApiOperation({
    summary: 'Records of what was done in the administration for the agency, newest first, fifty at a time',
    description:
      'Services described and moved, requests and decisions, secrets, API clients, documents, the agreement. Those of sign-ins are with each application.',
  })
  @ApiResponse({ status: 200, type: AgencyRecordsShape })
  async page(
    @Req() request: FastifyRequest,
    @Query() query: RecordsOfTimeQuery,
  ): Promise<AgencyRecordsShape> {
    const search = searchFrom(query, this.desk.clock.now());
    const found = await this.trail.pageOfAgency(apiClientOf(request).agency, search);
    return {
      items: found.records.map((record) => ({
        id: record.id,
        occurredAt: record.occurredAt.toISOString(),
        event: record.name,
        reference: record.reference,
        ...(parseApiClientId(record.actor ?? '').kind === 'valid' && { program: record.actor }),
        fields: agencyRecordFields(record),
      })),
      ...nextOf(found),
    };
  }
}
