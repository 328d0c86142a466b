import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors } from '#libs/http';
import { Releases } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { SurePage } from '../../frame/form/sure.page.js';
import { Problems, Typed } from '../../frame/form/typed.js';
import { pageAsked } from '../../frame/list/list.js';
import { Staff } from '../../staff/declarations.js';
import { actOf, known, refuse, shown } from '../request-act.js';
import { messagesOf, releaseFrom, type ReleaseMessage } from './planning.js';
import { ReleaseDesk } from './release-desk.js';
import { releaseList } from './release-list.js';
import { ReleasePlanPage } from './release-plan.page.js';
import { ReleasePage, ReleasesPage } from './releases.pages.js';
import { releasePageTexts } from './releases.texts.js';

/** The calendar of releases, and the mails about them. */
@Controller('operations/releases')
export class ReleasesController {
  constructor(
    private readonly releases: Releases,
    private readonly desk: ReleaseDesk,
  ) {}

  @Get()
  @Staff('operations.read')
  @HtmlPage()
  async list(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    const page = pageAsked(releaseList(request.context.language), await this.desk.list(), asked);
    return renderPage(<ReleasesPage {...shown(request)} page={page} />);
  }

  @Get('new')
  @Staff('operations.manage')
  @HtmlPage()
  form(@Req() request: FastifyRequest): string {
    return planPage(request, Typed.of({}));
  }

  @Post('new')
  @Staff('operations.manage')
  async plan(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const typed = Typed.from(body);
    const plan = releaseFrom(typed);
    const outcome = await this.releases.plan(plan, actOf(request));
    if (outcome.kind === 'done') {
      await reply.redirect(`/operations/releases/${outcome.release.id}`, 303);
      return;
    }
    const messages =
      outcome.kind === 'refused' ? messagesOf(outcome.problems, plan) : { version: 'knownProblem' as const };
    await refuse(reply, 422, planPage(request, typed, messages));
  }

  @Get(':id')
  @Staff('operations.read')
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return this.releasePage(request, id);
  }

  @Post(':id/release')
  @Staff('operations.manage')
  async release(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.conclude(request, reply, id, 'released');
  }

  @Get(':id/withdraw')
  @Staff('operations.manage')
  @HtmlPage()
  async askWithdraw(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    if ((await this.desk.find(known(id))) === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const t = releasePageTexts.in(request.context.language);
    const back = `/operations/releases/${id}`;
    return renderPage(
      <SurePage
        {...shown(request)}
        section="operations"
        title={t('askWithdraw')}
        follows={t('followsWithdraw')}
        action={`${back}/withdraw`}
        button={t('withdraw')}
        back={back}
      />,
    );
  }

  @Post(':id/withdraw')
  @Staff('operations.manage')
  async withdraw(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.conclude(request, reply, id, 'withdrawn');
  }

  private async conclude(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    state: 'released' | 'withdrawn',
  ): Promise<void> {
    const outcome = await this.releases.conclude(known(id), state, actOf(request));
    if (outcome.kind !== 'done') return refuse(reply, 409, await this.releasePage(request, id, true));
    await reply.redirect(`/operations/releases/${id}`, 303);
  }

  private async releasePage(request: FastifyRequest, id: string, refused = false): Promise<string> {
    const found = await this.desk.find(known(id));
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return renderPage(<ReleasePage {...shown(request)} {...found} refused={refused} />);
  }
}

const planPage = (
  request: FastifyRequest,
  typed: Typed,
  messages: Readonly<Record<string, ReleaseMessage>> = {},
): string =>
  renderPage(<ReleasePlanPage {...shown(request)} typed={typed} problems={new Problems(messages)} />);
