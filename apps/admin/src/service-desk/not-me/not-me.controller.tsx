import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { listCsv, sendCsv } from '../../frame/list/csv.js';
import { pageOfRows, queryFor, selectRows } from '../../frame/list/list.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { staffOf } from '../../staff/staff-member.js';
import { PersonDesk } from '../people/person-desk.js';
import { NotMeReportHandled, NotMeReportsSeen } from './not-me.audit.js';
import { NotMeDesk } from './not-me-desk.js';
import { notMeList } from './not-me-list.js';
import type { OpenedReport } from './not-me-report.js';
import { NOT_ME_PATH, NotMeListPage, NotMeReportPage } from './not-me.page.js';
import { notMeTexts } from './not-me.texts.js';

/** What people say was not them. */
@Controller('service-desk')
export class NotMeController {
  constructor(
    private readonly reports: NotMeDesk,
    private readonly people: PersonDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get('not-me')
  @Staff('person.read')
  @HtmlPage()
  async list(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    const { definition, rows, query } = await this.rows(request, asked, false);
    const common = { frame: pageFrame(request), staff: staffView(request) };
    return renderPage(<NotMeListPage {...common} definition={definition} page={pageOfRows(rows, query)} />);
  }

  @Get('not-me.csv')
  @Staff('person.read')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const { definition, rows } = await this.rows(request, asked, true);
    await sendCsv(reply, 'not-me', listCsv(definition, rows));
  }

  @Get('not-me/:id')
  @Staff('person.read')
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const { fedId: _, ...report } = await this.find(id);
    const mayHandle = staffOf(request).may('person.help');
    const common = { frame: pageFrame(request), staff: staffView(request) };
    return renderPage(<NotMeReportPage {...common} report={report} mayHandle={mayHandle} />);
  }

  @Post('not-me/:id/person')
  @Staff('person.read')
  async open(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const { fedId, reference } = await this.find(id);
    const { context } = request;
    const reason = notMeTexts.in(context.language)('reason', { reference });
    const lookUp = await this.people.open(fedId, reason, { by: staffOf(request).fedId, ...trace(request) });
    await reply.redirect(`/service-desk/people/${lookUp}`, 303);
  }

  @Post('not-me/:id/handled')
  @Staff('person.help')
  async handle(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const { fedId } = await this.find(id);
    if (await this.reports.handle(id, staffOf(request).fedId))
      await recordStaffAction(this.audit, request, NotMeReportHandled, {
        subject: fedId,
        data: { record: id },
      });
    await reply.redirect(`${NOT_ME_PATH}/${id}`, 303);
  }

  private async rows(request: FastifyRequest, asked: unknown, asFile: boolean) {
    const definition = notMeList(request.context.language);
    const query = queryFor(definition, asked);
    const rows = selectRows(definition, await this.reports.reports(), query);
    const data = { reports: rows.length, asFile };
    await recordStaffAction(this.audit, request, NotMeReportsSeen, { data });
    return { definition, rows, query };
  }

  private async find(id: string): Promise<OpenedReport> {
    const found = await this.reports.find(id);
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }
}

const trace = ({ context: { reference, address } }: FastifyRequest) => ({ reference, address });
