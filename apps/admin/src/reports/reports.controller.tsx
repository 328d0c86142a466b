import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '#libs/agencies';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { sendCsv, sendFile, listCsv } from '../frame/list/csv.js';
import { pageOfRows, queryFor, selectRows } from '../frame/list/list.js';
import { staffView } from '../frame/staff-view.js';
import { Staff } from '../staff/declarations.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import { DashboardPage } from './dashboard/dashboard.page.js';
import { reportCsvOf } from './dashboard/report-csv.js';
import { reportPdfOf } from './dashboard/report-pdf.js';
import { hasBegun, periodOf, thisMonth, type ReportPeriod } from './period.js';
import { REPORT_RIGHT } from './report-access.js';
import { ReportDesk } from './report-desk.js';
import { applicationsList, ReportsPage } from './reports.page.js';

/** Agencies look at what their applications did. */
@Controller()
export class ReportsController {
  constructor(
    private readonly desk: ReportDesk,
    private readonly staff: StaffDesk,
  ) {}

  @Get('reports')
  @Staff(REPORT_RIGHT)
  @HtmlPage()
  async list(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    const { definition, query, rows } = await this.rows(request, asked);
    const frame = pageFrame(request);
    return renderPage(
      <ReportsPage
        frame={frame}
        staff={staffView(request)}
        definition={definition}
        page={pageOfRows(rows, query)}
      />,
    );
  }

  @Get('reports.csv')
  @Staff(REPORT_RIGHT)
  async listCsv(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const { definition, rows } = await this.rows(request, asked);
    await sendCsv(reply, 'applications', listCsv(definition, rows));
  }

  @Get('reports/:id')
  @Staff(REPORT_RIGHT)
  async now(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.find(request, id);
    await reply.redirect(`/reports/${id}/${thisMonth(this.desk.clock.now())}`, 303);
  }

  @Get('reports/:id/:month.csv')
  @Staff(REPORT_RIGHT)
  async csv(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { id, month }: { id: string; month: string },
  ): Promise<void> {
    const report = await this.desk.report(await this.find(request, id), this.period(month));
    await sendCsv(reply, `report-${report.period.text}`, reportCsvOf(report, pageFrame(request).language));
  }

  @Get('reports/:id/:month.pdf')
  @Staff(REPORT_RIGHT)
  async pdf(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { id, month }: { id: string; month: string },
  ): Promise<void> {
    const report = await this.desk.report(await this.find(request, id), this.period(month));
    const content = await reportPdfOf(report, pageFrame(request).language);
    await sendFile(reply, { name: `report-${report.period.text}.pdf`, type: 'application/pdf', content });
  }

  @Get('reports/:id/:period')
  @Staff(REPORT_RIGHT)
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param() { id, period }: { id: string; period: string },
  ): Promise<string> {
    const report = await this.desk.report(await this.find(request, id), this.period(period));
    const common = { frame: pageFrame(request), staff: staffView(request) };
    return renderPage(<DashboardPage {...common} report={report} now={this.desk.clock.now()} />);
  }

  private async rows(request: FastifyRequest, asked: unknown) {
    const definition = applicationsList(pageFrame(request).language);
    const query = queryFor(definition, asked);
    const rows = selectRows(definition, await this.desk.list(staffOf(request)), query);
    return { definition, query, rows };
  }

  private async find(request: FastifyRequest, id: string): Promise<Application> {
    const application = await this.desk.find(id);
    if (application === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.staff.demand(request, REPORT_RIGHT, { kind: 'agency', agency: application.agency.number });
    return application;
  }

  private period(text: string): ReportPeriod {
    const period = periodOf(text);
    if (period !== undefined && hasBegun(period, this.desk.clock.now())) return period;
    throw new AppError(httpErrors.NOT_FOUND);
  }
}
