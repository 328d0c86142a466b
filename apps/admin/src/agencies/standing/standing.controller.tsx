import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RegisteredAgency } from '#libs/agencies';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ConfirmPage, type ConfirmProps } from '../../frame/form/confirm.page.js';
import { readReason } from '../../frame/form/reason.js';
import { Typed } from '../../frame/form/typed.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { staffOf } from '../../staff/staff-member.js';
import { AgencyDesk } from '../agency-desk.js';
import { AgencyStandings } from './agency-standings.js';
import { standingTexts } from './standing.texts.js';

type Action = 'suspend' | 'resume';

/** The service desk suspends a whole agency, and asks to let it go on. */
@Controller('agencies/:number/standing')
@Staff('agency.suspend')
export class StandingController {
  constructor(
    private readonly standings: AgencyStandings,
    private readonly desk: AgencyDesk,
  ) {}

  @Get(':action')
  @HtmlPage()
  async ask(
    @Param('number') number: string,
    @Param('action') action: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const agency = await this.desk.agency(request, number, 'agency.suspend');
    return question(request, agency, actionFor(agency, action));
  }

  @Post(':action')
  @HtmlPage()
  async act(
    @Param('number') number: string,
    @Param('action') text: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agency = await this.desk.agency(request, number, 'agency.suspend');
    const action = actionFor(agency, text);
    const typed = Typed.from(request.body).text('reason');
    const read = readReason(typed, new Date());
    if (read.kind === 'invalid') {
      const kept = { reason: typed, problem: read.problem };
      await reply.status(422).send(question(request, agency, action, kept));
      return;
    }
    const { reference, address = '' } = request.context;
    const asker = { by: staffOf(request).fedId, reason: read.reason, trace: { reference, address } };
    await this.standings[action](agency, asker);
    await reply.redirect(`/agencies/${agency.number}`, 303);
  }
}

/** What can be done with it as it is. */
function actionFor({ state }: RegisteredAgency, text: string): Action {
  const possible: Action = state === 'active' ? 'suspend' : 'resume';
  if (text !== possible) throw new AppError(httpErrors.NOT_FOUND);
  return possible;
}

function question(
  request: FastifyRequest,
  { number, name }: RegisteredAgency,
  action: Action,
  kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
): string {
  const frame = pageFrame(request);
  const t = standingTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="agencies"
      title={t(`ask-${action}`, { name: name[frame.language] })}
      action={`/agencies/${number}/standing/${action}`}
      button={t(action)}
      back={`/agencies/${number}`}
      {...kept}
    >
      <p class="lead">{t(`follows-${action}`)}</p>
    </ConfirmPage>,
  );
}
