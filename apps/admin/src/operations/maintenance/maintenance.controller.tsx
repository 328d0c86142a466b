import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors } from '#libs/http';
import { Maintenance, type ChangeOutcome } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { SurePage } from '../../frame/form/sure.page.js';
import { Problems, Typed } from '../../frame/form/typed.js';
import { pageAsked } from '../../frame/list/list.js';
import { Staff } from '../../staff/declarations.js';
import { actOf, known, refuse, shown } from '../request-act.js';
import { MaintenanceDesk } from './maintenance-desk.js';
import { MaintenanceListPage, MaintenancePage } from './maintenance.pages.js';
import { maintenanceTexts } from './maintenance.texts.js';
import { PlanPage, type PlanProps } from './plan.page.js';
import { windowList } from './window-list.js';
import { changeMessages, messagesOf, planFrom, typedFrom } from './planning.js';

/** Planned unavailability. */
@Controller('operations/maintenance')
export class MaintenanceController {
  constructor(
    private readonly maintenance: Maintenance,
    private readonly desk: MaintenanceDesk,
  ) {}

  @Get()
  @Staff('operations.read')
  @HtmlPage()
  async list(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    const { windows, ...rest } = await this.desk.list();
    const page = pageAsked(windowList(request.context.language, rest.now), windows, asked);
    return renderPage(<MaintenanceListPage {...shown(request)} {...rest} page={page} />);
  }

  @Get('new')
  @Staff('operations.manage')
  @HtmlPage()
  form(@Req() request: FastifyRequest): string {
    return this.planPage(request, { typed: Typed.of({}), problems: new Problems() });
  }

  @Post('new')
  @Staff('operations.manage')
  async plan(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const typed = Typed.from(body);
    const plan = planFrom(typed);
    const outcome = await this.maintenance.plan(plan, actOf(request));
    if (outcome.kind === 'refused') {
      const problems = new Problems(messagesOf(outcome.problems, plan));
      const page = this.planPage(request, { typed, problems });
      return refuse(reply, 422, page);
    }
    await reply.redirect(`/operations/maintenance/${outcome.window.id}`, 303);
  }

  @Get(':id')
  @Staff('operations.read')
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return this.windowPage(request, id);
  }

  @Get(':id/change')
  @Staff('operations.manage')
  @HtmlPage()
  async changeForm(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const { window } = await this.window(id);
    return this.planPage(request, { typed: typedFrom(window), problems: new Problems(), changes: id });
  }

  @Post(':id/change')
  @Staff('operations.manage')
  async change(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const typed = Typed.from(request.body);
    const plan = planFrom(typed);
    const outcome = await this.maintenance.change(known(id), plan, actOf(request));
    const messages = changeMessages(outcome, plan);
    if (messages === undefined) return this.answer(request, reply, id, outcome);
    await refuse(
      reply,
      422,
      this.planPage(request, { typed, problems: new Problems(messages), changes: id }),
    );
  }

  @Post(':id/approve')
  @Staff('operations.manage')
  async approve(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.answer(request, reply, id, await this.maintenance.approve(known(id), actOf(request)));
  }

  @Get(':id/cancel')
  @Staff('operations.manage')
  @HtmlPage()
  async askCancel(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    await this.window(id);
    const t = maintenanceTexts.in(request.context.language);
    const back = `/operations/maintenance/${id}`;
    return renderPage(
      <SurePage
        {...shown(request)}
        section="operations"
        title={t('askCancel')}
        follows={t('followsCancel')}
        action={`${back}/cancel`}
        button={t('cancel')}
        back={back}
      />,
    );
  }

  @Post(':id/cancel')
  @Staff('operations.manage')
  async cancel(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.answer(request, reply, id, await this.maintenance.cancel(known(id), actOf(request)));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, id: string, outcome: ChangeOutcome) {
    if (outcome.kind === 'done') {
      await reply.redirect(`/operations/maintenance/${id}`, 303);
      return;
    }
    await refuse(reply, 409, await this.windowPage(request, id, true));
  }

  private async windowPage(request: FastifyRequest, id: string, refused = false): Promise<string> {
    const found = await this.window(id);
    const isOwn = found.window.plannedBy === actOf(request).by;
    return renderPage(<MaintenancePage {...shown(request)} {...found} {...{ isOwn, refused }} />);
  }

  private async window(id: string) {
    const found = await this.desk.find(known(id));
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }

  private planPage(request: FastifyRequest, form: Pick<PlanProps, 'typed' | 'problems' | 'changes'>): string {
    return renderPage(<PlanPage {...shown(request)} {...form} leadDays={this.desk.leadDays} />);
  }
}
