import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import type { Right } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { readReason, type ReasonProblem } from '../../frame/form/reason.js';
import { Problems, Typed } from '../../frame/form/typed.js';
import { sendCsv, sendFile } from '../../frame/list/csv.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { StaffDesk } from '../../staff/staff-desk.js';
import { AuditExported } from '../audit-exported.audit.js';
import { REPORT_RIGHT } from '../report-access.js';
import { ReportDesk } from '../report-desk.js';
import { ProofPage } from './proof.page.js';
import { trailCsv } from './trail-csv.js';
import { MOST_IN_FILE, TrailDesk } from './trail-desk.js';
import { TrailPage } from './trail.page.js';
import { readTrail, type ReadTrail, type TrailProblem } from './trail-query.js';

type Valid = Extract<ReadTrail, { kind: 'valid' }>;

/** Agencies look at every transaction of their applications, and take them as a file. */
@Controller('reports/:id')
export class TrailController {
  constructor(
    private readonly reports: ReportDesk,
    private readonly trail: TrailDesk,
    private readonly staff: StaffDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get('trail')
  @Staff(REPORT_RIGHT)
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query() asked: unknown,
  ): Promise<void> {
    const application = await this.find(request, id, REPORT_RIGHT);
    const read = readTrail(asked, this.reports.clock.now());
    const { records, more } =
      read.kind === 'valid' ? await this.trail.page(id, read.search) : { records: [], more: false };
    const problems = read.kind === 'invalid' ? new Problems<TrailProblem>(read.problems) : undefined;
    const common = { frame: pageFrame(request), staff: staffView(request), application };
    const page = <TrailPage {...common} query={read.query} {...{ records, more, problems }} />;
    await answer(reply, read.kind === 'valid' ? 200 : 422, renderPage(page));
  }

  @Get('trail.csv')
  @Staff(REPORT_RIGHT)
  async csv(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query() asked: unknown,
  ): Promise<void> {
    const application = await this.find(request, id, REPORT_RIGHT);
    const read = this.valid(asked);
    const records = await this.trail.all(id, read.search);
    if (records === undefined) return this.tooMany(request, reply, { application, read });
    await this.record(request, { application, read, records: records.length, form: 'list' });
    await sendCsv(reply, 'transactions', trailCsv(records));
  }

  @Get('trail/proof')
  @Staff('agency.audit')
  @HtmlPage()
  async ask(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() asked: unknown,
  ): Promise<string> {
    const application = await this.find(request, id, 'agency.audit');
    return this.question(request, { application, read: this.valid(asked) });
  }

  @Post('trail/proof')
  @Staff('agency.audit')
  async proof(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const application = await this.find(request, id, 'agency.audit');
    const read = this.valid(body);
    const typed = Typed.from(body).text('reason');
    const reason = readReason(typed, this.reports.clock.now());
    if (reason.kind === 'invalid') {
      const kept = { reason: typed, problem: reason.problem };
      return answer(reply, 422, this.question(request, { application, read, ...kept }));
    }
    const records = await this.trail.all(id, read.search);
    if (records === undefined) return this.tooMany(request, reply, { application, read });
    await this.record(request, {
      application,
      read,
      records: records.length,
      form: 'proof',
      reason: reason.reason,
    });
    const content = await this.trail.proof(records);
    await sendFile(reply, { name: 'transactions-with-proof.json', type: 'application/json', content });
  }

  private question(
    request: FastifyRequest,
    props: { application: Application; read: Valid; reason?: string; problem?: ReasonProblem },
  ): string {
    const common = { frame: pageFrame(request), staff: staffView(request), keys: this.trail.keysAddress };
    return renderPage(<ProofPage {...common} {...props} query={props.read.query} />);
  }

  private async tooMany(
    request: FastifyRequest,
    reply: FastifyReply,
    { application, read }: { application: Application; read: Valid },
  ): Promise<void> {
    const { records, more } = await this.trail.page(application.id, read.search);
    const common = { frame: pageFrame(request), staff: staffView(request), application };
    const page = <TrailPage {...common} query={read.query} {...{ records, more }} tooMany={MOST_IN_FILE} />;
    await answer(reply, 422, renderPage(page));
  }

  private record(
    request: FastifyRequest,
    what: { application: Application; read: Valid; records: number; form: 'list' | 'proof'; reason?: string },
  ): Promise<void> {
    const { application, read, records, form, reason } = what;
    return recordStaffAction(this.audit, request, AuditExported, {
      agency: application.agency.number,
      application: application.id,
      data: {
        form,
        ground: 'agency',
        records,
        from: read.search.from.toISOString(),
        until: read.search.until.toISOString(),
        ...(reason !== undefined && { reason }),
      },
    });
  }

  private valid(asked: unknown): Valid {
    const read = readTrail(asked, this.reports.clock.now());
    if (read.kind === 'invalid') throw new AppError(httpErrors.BAD_REQUEST);
    return read;
  }

  private async find(request: FastifyRequest, id: string, right: Right): Promise<Application> {
    const application = await this.reports.find(id);
    if (application === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.staff.demand(request, right, { kind: 'agency', agency: application.agency.number });
    return application;
  }
}

const answer = async (reply: FastifyReply, status: number, page: string): Promise<void> => {
  await reply.code(status).type('text/html; charset=utf-8').send(page);
};
