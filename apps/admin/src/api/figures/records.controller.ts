import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '#libs/agencies';
import { sendFile } from '../../frame/list/csv.js';
import { AuditExported } from '../../reports/audit-exported.audit.js';
import { ReportDesk } from '../../reports/report-desk.js';
import { shownFields } from '../../reports/trail/event-words.js';
import { MOST_IN_FILE, TrailDesk } from '../../reports/trail/trail-desk.js';
import { ApiDesk } from '../access/api-desk.js';
import { Client } from '../access/declarations.js';
import { wrongInput } from '../access/input.js';
import { ProblemShape } from '../problem.shape.js';
import { reasonFrom } from '../services/service-input.js';
import { ProofBody, RecordsQuery, RecordsShape } from './figures.shapes.js';
import { nextOf, searchFrom } from './records-query.js';

/** Every transaction of an application, and an export that proves itself. */
@ApiTags('records')
@ApiParam({ name: 'id', format: 'uuid' })
@ApiResponse({ status: 404, description: 'There is none, or it is not of this agency.', type: ProblemShape })
@Controller('api/v1/applications/:id/records')
export class ApiRecordsController {
  constructor(
    private readonly reports: ReportDesk,
    private readonly trail: TrailDesk,
    private readonly desk: ApiDesk,
  ) {}

  @Get()
  @Client('read')
  @ApiOperation({ summary: 'Records of the application, newest first, fifty at a time' })
  @ApiResponse({ status: 200, type: RecordsShape })
  async page(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: RecordsQuery,
  ): Promise<RecordsShape> {
    await this.find(request, id);
    const found = await this.trail.page(id, searchFrom(query, this.reports.clock.now()));
    return {
      items: found.records.map((record) => ({
        id: record.id,
        occurredAt: record.occurredAt.toISOString(),
        event: record.name,
        reference: record.reference,
        ...(typeof record.data['key'] === 'string' && { key: record.data['key'] }),
        fields: Object.fromEntries(shownFields(record)),
      })),
      ...nextOf(found),
    };
  }

  @Post('proof')
  @Client('audit')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Records with the proof that they were not changed',
    description:
      'JSON of `csam-audit-export-2`; the public keys are at /audit-keys.json. It names people by FedID, so it takes the right `audit`. That it was taken is in the record.',
  })
  @ApiBody({ type: ProofBody })
  @ApiProduces('application/json')
  @ApiResponse({ status: 200 })
  async proof(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body() { reason: text, ...query }: ProofBody,
  ): Promise<void> {
    const { id: application } = await this.find(request, id);
    const reason = reasonFrom(text, this.reports.clock.now());
    const search = searchFrom(query, this.reports.clock.now());
    const records = await this.trail.all(application, search);
    if (records === undefined) {
      throw wrongInput([
        { field: 'from', message: `gives more than ${MOST_IN_FILE} records; ask for less time` },
      ]);
    }
    const { from, until } = search;
    await this.desk.record(request, AuditExported, {
      application,
      data: {
        form: 'proof',
        ground: 'agency',
        records: records.length,
        from: from.toISOString(),
        until: until.toISOString(),
        reason,
      },
    });
    const content = await this.trail.proof(records);
    await sendFile(reply, { name: 'transactions-with-proof.json', type: 'application/json', content });
  }

  private async find(request: FastifyRequest, id: string): Promise<Application> {
    return this.desk.own(request, await this.reports.find(id), ({ agency }) => agency.number);
  }
}
