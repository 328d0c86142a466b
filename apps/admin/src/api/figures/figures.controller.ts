import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '#libs/agencies';
import { AppError, httpErrors } from '#libs/http';
import { sendCsv, sendFile } from '../../frame/list/csv.js';
import { reportCsvOf } from '../../reports/dashboard/report-csv.js';
import { reportPdfOf } from '../../reports/dashboard/report-pdf.js';
import { hasBegun, periodOf, type ReportPeriod } from '../../reports/period.js';
import { ReportDesk } from '../../reports/report-desk.js';
import { apiClientOf, ApiDesk } from '../access/api-desk.js';
import { Client } from '../access/declarations.js';
import { PageQuery, pageOf } from '../access/paging.js';
import { ProblemShape } from '../problem.shape.js';
import { ApplicationsShape, FiguresShape } from './figures.shapes.js';
import { applicationView, figuresView } from './figures-view.js';

const MONTH = { name: 'month', example: '2026-03' };

/** What the applications of the agency did, in figures. */
@ApiTags('figures')
@Controller('api/v1/applications')
@Client('read')
export class ApiFiguresController {
  constructor(
    private readonly reports: ReportDesk,
    private readonly desk: ApiDesk,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The registered applications of the agency, one for each environment of a service',
  })
  @ApiResponse({ status: 200, type: ApplicationsShape })
  async list(@Req() request: FastifyRequest, @Query() query: PageQuery): Promise<ApplicationsShape> {
    const all = await this.reports.listOf(apiClientOf(request).agency);
    const { items, next } = pageOf(all, ({ id }) => id, query);
    return { items: items.map(applicationView), ...(next !== undefined && { next }) };
  }

  @Get(':id/figures/:period')
  @ApiOperation({ summary: 'Sign-ins by key and level, failures, response times, text messages' })
  @ApiParam({ name: 'period', example: '2026-03', description: 'A month, or a day as 2026-03-09.' })
  @ApiResponse({ status: 200, type: FiguresShape })
  @ApiResponse({ status: 404, description: 'No such application or period.', type: ProblemShape })
  async figures(
    @Req() request: FastifyRequest,
    @Param() { id, period }: { id: string; period: string },
  ): Promise<FiguresShape> {
    const application = await this.find(request, id);
    return figuresView(await this.reports.report(application, this.period(period)));
  }

  @Get(':id/reports/:month.csv')
  @ApiOperation({ summary: 'The monthly report, one line for each number' })
  @ApiParam(MONTH)
  @ApiProduces('text/csv')
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 404, description: 'No such application or period.', type: ProblemShape })
  async csv(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { id, month }: { id: string; month: string },
  ): Promise<void> {
    const report = await this.reports.report(await this.find(request, id), this.period(month));
    await sendCsv(reply, `report-${report.period.text}`, reportCsvOf(report, request.context.language));
  }

  @Get(':id/reports/:month.pdf')
  @ApiOperation({ summary: 'The monthly report as a document, in the language of Accept-Language' })
  @ApiParam(MONTH)
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 404, description: 'No such application or period.', type: ProblemShape })
  async pdf(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { id, month }: { id: string; month: string },
  ): Promise<void> {
    const report = await this.reports.report(await this.find(request, id), this.period(month));
    const content = await reportPdfOf(report, request.context.language);
    await sendFile(reply, { name: `report-${report.period.text}.pdf`, type: 'application/pdf', content });
  }

  private async find(request: FastifyRequest, id: string): Promise<Application> {
    return this.desk.own(request, await this.reports.find(id), ({ agency }) => agency.number);
  }

  private period(text: string): ReportPeriod {
    const period = periodOf(text);
    if (period !== undefined && hasBegun(period, this.reports.clock.now())) return period;
    throw new AppError(httpErrors.NOT_FOUND);
  }
}
