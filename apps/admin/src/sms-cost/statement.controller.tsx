import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { isMonth, statementCsv } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { sendCsv } from '../frame/list/csv.js';
import { pageAsked, queryFor, selectRows } from '../frame/list/list.js';
import { staffView } from '../frame/staff-view.js';
import { REPORT_RIGHT } from '../reports/report-access.js';
import { Staff } from '../staff/declarations.js';
import { staffOf } from '../staff/staff-member.js';
import { SmsCostDesk, type Statement } from './sms-cost-desk.js';
import { statementList } from './statement-list.js';
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
    @Query() asked: unknown,
  ): Promise<void> {
    const { rows } = await this.statement(request, month);
    const definition = statementList(request.context.language);
    // For invoicing: the columns have the same names in every language.
    await sendCsv(
      reply,
      `sms-cost-${month}`,
      statementCsv(selectRows(definition, rows, queryFor(definition, asked))),
    );
  }

  @Get(':month')
  @Staff(REPORT_RIGHT)
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('month') month: string,
    @Query() asked: unknown,
  ): Promise<string> {
    const statement = await this.statement(request, month);
    const page = pageAsked(statementList(request.context.language), statement.rows, asked);
    const common = { frame: pageFrame(request), staff: staffView(request), now: this.desk.clock.now() };
    return renderPage(<StatementPage {...common} {...{ statement, page }} />);
  }

  private statement(request: FastifyRequest, month: string): Promise<Statement> {
    if (!isMonth(month) || month > this.desk.thisMonth) throw new AppError(httpErrors.NOT_FOUND);
    return this.desk.statement(month, staffOf(request));
  }
}
