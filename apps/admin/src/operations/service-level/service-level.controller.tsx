import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { reportCsv } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { reportPdf, type YearReport } from './report-pdf.js';
import { ServiceLevelPage } from './service-level.page.js';
import { ServiceLevelDesk } from './service-level-desk.js';

/** Availability, response times and load, by month and year. */
@Controller('operations/service-level')
export class ServiceLevelController {
  constructor(private readonly desk: ServiceLevelDesk) {}

  @Get()
  @Staff('operations.read')
  async now(@Res() reply: FastifyReply): Promise<void> {
    await reply.redirect(`/operations/service-level/${this.desk.thisYear}`, 303);
  }

  @Get(':year.csv')
  @Staff('operations.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  async csv(@Param('year') year: string): Promise<string> {
    return reportCsv(await this.desk.report(yearOf(year)));
  }

  @Get(':year.pdf')
  @Staff('operations.read')
  @Header('content-type', 'application/pdf')
  async pdf(@Req() request: FastifyRequest, @Param('year') year: string): Promise<Buffer> {
    return reportPdf(await this.whole(yearOf(year)), pageFrame(request).language);
  }

  @Get(':year')
  @Staff('operations.read')
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Param('year') text: string): Promise<string> {
    const report = await this.whole(yearOf(text));
    return renderPage(<ServiceLevelPage frame={pageFrame(request)} staff={staffView(request)} {...report} />);
  }

  private async whole(year: number): Promise<YearReport> {
    const [rows, years] = await Promise.all([this.desk.report(year), this.desk.years(year)]);
    return { year, rows, years };
  }
}

function yearOf(text: string): number {
  if (/^20\d\d$/.test(text)) return Number(text);
  throw new AppError(httpErrors.NOT_FOUND);
}
