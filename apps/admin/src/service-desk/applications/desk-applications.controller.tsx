import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApplicationsStore, type Application } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame, RedirectAnswer } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Approvals } from '../../approvals/approvals.service.js';
import { ConfirmPage, type ConfirmProps } from '../../frame/form/confirm.page.js';
import { readReason } from '../../frame/form/reason.js';
import { Typed } from '../../frame/form/typed.js';
import { pageAsked } from '../../frame/list/list.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { staffOf } from '../../staff/staff-member.js';
import { NotesStore } from '../notes.store.js';
import { NoteWritten } from '../service-desk.audit.js';
import { applicationStateChange } from './application-state-change.js';
import { applicationsTexts } from './applications.texts.js';
import { applicationList, DeskApplicationsPage } from './application-list.page.js';
import { DeskApplicationPage, type DeskApplicationProps } from './desk-applications.page.js';

const ROOT = '/service-desk/applications';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const ACTIONS = { suspend: 'suspended', resume: 'active' } as const;
type Action = keyof typeof ACTIONS;

/** Stops applications at once, and lets them go on. */
@Controller('service-desk')
export class DeskApplicationsController {
  constructor(
    private readonly applications: ApplicationsStore,
    private readonly approvals: Approvals,
    private readonly notes: NotesStore,
    private readonly audit: AuditWriter,
  ) {}

  @Get('applications')
  @Staff('agency.suspend')
  @HtmlPage()
  async list(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    const page = pageAsked(applicationList(request.context.language), await this.applications.all(), asked);
    return renderPage(
      <DeskApplicationsPage frame={pageFrame(request)} staff={staffView(request)} page={page} />,
    );
  }

  @Get('applications/:id')
  @Staff('agency.suspend')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() asked: unknown,
    @Query('done') done?: string,
  ): Promise<string> {
    return this.page(request, await this.find(id), { done: done === 'yes', asked });
  }

  @Post('applications/:id/notes')
  @Staff('agency.suspend')
  async write(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const application = await this.find(id);
    const text = Typed.from(body).text('note');
    const read = readReason(text, new Date());
    if (read.kind === 'invalid') return again(reply, await this.page(request, application, { note: text }));
    const note = { text: read.reason, author: staffOf(request).fedId, at: new Date() };
    await this.notes.add({ kind: 'application', id }, note);
    const data = { aboutKind: 'application', about: id };
    await recordStaffAction(this.audit, request, NoteWritten, { application: id, data });
    await reply.redirect(`${ROOT}/${id}?done=yes`, 303);
  }

  @Get('applications/:id/:action')
  @Staff('agency.suspend')
  @HtmlPage()
  async ask(
    @Req() request: FastifyRequest,
    @Param() { id, action: text }: { id: string; action: string },
  ): Promise<string> {
    const application = await this.find(id);
    const action = actionIn(text);
    // What belongs to a service is stopped there, in every environment: one state, in one place.
    if (application.service !== undefined) {
      throw new RedirectAnswer(`/services/${application.service}/${action}`);
    }
    return question(request, id, action);
  }

  @Post('applications/:id/:action')
  @Staff('agency.suspend')
  async do(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { id, action: text }: { id: string; action: string },
    @Body() body: unknown,
  ): Promise<void> {
    const { name, environment, agency, service } = await this.find(id);
    const action = actionIn(text);
    if (service !== undefined) return void (await reply.redirect(`/services/${service}/${action}`, 303));
    const typed = Typed.from(body).text('reason');
    const read = readReason(typed, new Date());
    if (read.kind === 'invalid') {
      return again(reply, question(request, id, action, { reason: typed, problem: read.problem }));
    }
    const { reference, address } = request.context;
    const wanted = {
      kind: applicationStateChange,
      subject: id,
      after: { name, environment, state: ACTIONS[action] },
      agency: agency.number,
      reason: read.reason,
      by: staffOf(request).fedId,
    };
    const outcome = await this.approvals.request(wanted, { reference, address });
    await reply.redirect(`${ROOT}/${id}${outcome.kind === 'made' ? '?done=yes' : ''}`, 303);
  }

  private async find(id: string): Promise<Application> {
    const found = UUID.test(id) ? await this.applications.find(id) : undefined;
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }

  private async page(
    request: FastifyRequest,
    application: Application,
    more: Partial<DeskApplicationProps>,
  ): Promise<string> {
    const [waiting, notes] = await Promise.all([
      this.approvals.waitingFor(applicationStateChange, application.id),
      this.notes.about({ kind: 'application', id: application.id }),
    ]);
    const reader = staffOf(request).fedId;
    const common = { frame: pageFrame(request), staff: staffView(request), application, notes, reader };
    return renderPage(<DeskApplicationPage {...common} waiting={waiting?.id} {...more} />);
  }
}

function question(
  request: FastifyRequest,
  id: string,
  action: Action,
  kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
): string {
  const frame = pageFrame(request);
  const t = applicationsTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="stop-applications"
      title={t(`${action}Title`)}
      action={`${ROOT}/${id}/${action}`}
      button={t(action)}
      back={`${ROOT}/${id}`}
      {...kept}
    >
      <p class="lead">{t(`${action}About`)}</p>
    </ConfirmPage>,
  );
}

function actionIn(text: string): Action {
  if (text !== 'suspend' && text !== 'resume') throw new AppError(httpErrors.NOT_FOUND);
  return text;
}

const again = async (reply: FastifyReply, page: string): Promise<void> => {
  await reply.code(422).type('text/html; charset=utf-8').send(page);
};
