import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors } from '#libs/http';
import { Incidents, type IncidentOutcome } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { SurePage } from '../../frame/form/sure.page.js';
import { incidentPageTexts } from './incidents.texts.js';
import { Problems, Typed } from '../../frame/form/typed.js';
import { pageAsked } from '../../frame/list/list.js';
import { Staff } from '../../staff/declarations.js';
import { actOf, known, refuse, shown } from '../request-act.js';
import { IncidentDesk } from './incident-desk.js';
import { incidentList } from './incident-list.js';
import { IncidentPage } from './incident.page.js';
import { IncidentsPage } from './incidents.page.js';
import { ReportPage } from './report.page.js';
import { readNews, readReport, type Messages } from './reporting.js';

/** Unplanned unavailability, as people see and tell it. */
@Controller('operations/incidents')
export class IncidentsController {
  constructor(
    private readonly incidents: Incidents,
    private readonly desk: IncidentDesk,
  ) {}

  @Get()
  @Staff('operations.read')
  @HtmlPage()
  async list(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    const { incidents, now } = await this.desk.list();
    const page = pageAsked(incidentList(request.context.language, now), incidents, asked);
    return renderPage(<IncidentsPage {...shown(request)} page={page} now={now} />);
  }

  @Get('new')
  @Staff('operations.manage')
  @HtmlPage()
  form(@Req() request: FastifyRequest): string {
    return reportPage(request, Typed.of({}));
  }

  @Post('new')
  @Staff('operations.manage')
  async report(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const typed = Typed.from(body);
    const read = readReport(typed, this.desk.now);
    if (read.kind === 'wrong') return refuse(reply, 422, reportPage(request, typed, read.messages));
    const { incident, text } = read;
    const outcome = await this.incidents.openByHand(incident, text, actOf(request));
    if (outcome === 'open-already')
      return refuse(reply, 409, reportPage(request, typed, { component: 'openProblem' }));
    const opened = await this.desk.openOf(incident.component);
    await reply.redirect(`/operations/incidents${opened === undefined ? '' : `/${opened.id}`}`, 303);
  }

  @Get(':id')
  @Staff('operations.read')
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return this.incidentPage(request, known(id));
  }

  @Post(':id/update')
  @Staff('operations.manage')
  async update(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const typed = Typed.from(body);
    const read = readNews(typed);
    if (read.kind === 'wrong') {
      const page = await this.incidentPage(request, known(id), { typed, messages: read.messages });
      return refuse(reply, 422, page);
    }
    await this.answer(request, reply, id, await this.incidents.update(known(id), read.text, actOf(request)));
  }

  @Get(':id/close')
  @Staff('operations.manage')
  @HtmlPage()
  async askClose(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    if ((await this.desk.find(known(id))) === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const t = incidentPageTexts.in(request.context.language);
    const back = `/operations/incidents/${id}`;
    return renderPage(
      <SurePage
        {...shown(request)}
        section="operations"
        title={t('askClose')}
        follows={t('followsClose')}
        action={`${back}/close`}
        button={t('close')}
        back={back}
      />,
    );
  }

  @Post(':id/close')
  @Staff('operations.manage')
  async close(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.answer(request, reply, id, await this.incidents.closeByHand(known(id), actOf(request)));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, id: string, outcome: IncidentOutcome) {
    if (outcome !== 'done') return refuse(reply, 409, await this.incidentPage(request, id, { late: true }));
    await reply.redirect(`/operations/incidents/${id}`, 303);
  }

  private async incidentPage(
    request: FastifyRequest,
    id: string,
    state: { typed?: Typed; messages?: Messages; late?: boolean } = {},
  ): Promise<string> {
    const { typed = Typed.of({}), messages = {}, late = false } = state;
    const found = await this.desk.find(id);
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const problems = new Problems(messages);
    return renderPage(<IncidentPage {...shown(request)} {...found} {...{ typed, problems, late }} />);
  }
}

const reportPage = (request: FastifyRequest, typed: Typed, messages: Messages = {}): string =>
  renderPage(<ReportPage {...shown(request)} typed={typed} problems={new Problems(messages)} />);
