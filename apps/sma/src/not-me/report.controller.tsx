import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame, Person, principalOf } from '#libs/http';
import type { SignedInPerson } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { ReportPage } from './report.page.js';
import { ReportService, type Report } from './report.service.js';

/** "This was not me", said of a line of one's history. As much as suspending a key takes: one factor (LN-26). */
@Controller('history/not-me')
@Person(200)
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get(':record')
  @HtmlPage()
  async ask(@Req() request: FastifyRequest, @Param('record') record: string): Promise<string> {
    const report = await this.find(request, record);
    const action = `/history/not-me/${record}`;
    return renderPage(<ReportPage frame={pageFrame(request)} report={report} action={action} />);
  }

  @Post(':record')
  async report(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('record') record: string,
  ): Promise<void> {
    await this.find(request, record);
    const { fedId } = principalOf<SignedInPerson>(request);
    const { reference, address } = request.context;
    const done = await this.reports.report(fedId, record, { reference, address });
    await reply.redirect(done ? '/reported' : `/history/not-me/${record}`, 303);
  }

  private async find(request: FastifyRequest, record: string): Promise<Report> {
    const report = await this.reports.find(principalOf<SignedInPerson>(request).fedId, record);
    if (report === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return report;
  }
}
