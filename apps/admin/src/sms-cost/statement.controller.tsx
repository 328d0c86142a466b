import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { isMonth, statementCsv } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { sendCsv } from '../frame/list/csv.js';
import { staffView } from '../frame/staff-view.js';
import { REPORT_RIGHT } from '../reports/report-access.js';
import { Staff } from '../staff/declarations.js';
import { staffOf } from '../staff/staff-member.js';
import { SmsCostDesk, type Statement } from './sms-cost-desk.js';
import { StatementPage } from './statement.page.js';

/** Statements of text messages, month by month. */
@Controller('sms-cost')
export class StatementController {
  constructor(private readonly desk: SmsCostDesk) {}

  @Get()
  @Staff(REPORT_RIGHT)
  async now(@Res() reply: FastifyReply): Promise<void> {
    await reply.redirect(`/sms-cost/${this.desk.thisMonth}`, 303);
  }

  @Get(':month.csv')
  @Staff(REPORT_RIGHT)
  async csv(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('month') month: string,
  ): Promise<void> {
    const { rows } = await this.statement(request, month);
    await sendCsv(reply, `sms-cost-${month}`, statementCsv(rows));
  }

  @Get(':month')
  @Staff(REPORT_RIGHT)
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Param('month') month: string): Promise<string> {
    const statement = await this.statement(request, month);
    const common = { frame: pageFrame(request), staff: staffView(request) };
    return renderPage(<StatementPage {...common} statement={statement} now={this.desk.clock.now()} />);
  }

  private statement(request: FastifyRequest, month: string): Promise<Statement> {
    if (!isMonth(month) || month > this.desk.thisMonth) throw new AppError(httpErrors.NOT_FOUND);
    return this.desk.statement(month, staffOf(request));
  }
}
