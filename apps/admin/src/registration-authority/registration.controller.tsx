import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import type { Right } from '#libs/staff';
import { ConfirmPage, type ConfirmProps } from '../frame/form/confirm.page.js';
import { readReason } from '../frame/form/reason.js';
import { Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { Staff } from '../staff/declarations.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import { paperTexts } from './paper.texts.js';
import { isAfterwards, RegistrationDesk, type Afterwards } from './registration-desk.js';
import { RegistrationPage } from './registration.page.js';

/** A registration afterwards. */
@Controller('registration/people')
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationDesk,
    private readonly desk: StaffDesk,
  ) {}

  @Get(':id')
  @Staff('registration.read')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('done') done?: string,
  ): Promise<string> {
    const registration = await this.demand(request, 'registration.read', id);
    const common = { frame: pageFrame(request), staff: staffView(request) };
    return renderPage(<RegistrationPage {...common} registration={registration} done={done === 'yes'} />);
  }

  @Get(':id/:action')
  @Staff('registration.enrol')
  @HtmlPage()
  async ask(
    @Req() request: FastifyRequest,
    @Param() { id, action }: { id: string; action: string },
  ): Promise<string> {
    await this.demand(request, 'registration.enrol', id);
    return question(request, id, actionIn(action));
  }

  @Post(':id/:action')
  @Staff('registration.enrol')
  async do(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() params: { id: string; action: string },
    @Body() body: unknown,
  ): Promise<void> {
    const registration = await this.demand(request, 'registration.enrol', params.id);
    const action = actionIn(params.action);
    const reason = Typed.from(body).text('reason');
    const read = readReason(reason, new Date());
    if (read.kind === 'invalid') {
      const page = question(request, registration.id, action, { reason, problem: read.problem });
      return void (await reply.code(422).type('text/html; charset=utf-8').send(page));
    }
    const { reference, address } = request.context;
    const of = { by: staffOf(request).fedId, reason: read.reason, reference, address };
    if (!(await this.registrations.do(action, registration, of))) throw new AppError(httpErrors.NOT_FOUND);
    await reply.redirect(`/registration/people/${registration.id}?done=yes`, 303);
  }

  private async demand(request: FastifyRequest, right: Right, id: string) {
    const registration = await this.registrations.find(id);
    if (registration === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.desk.demand(request, right, { kind: 'office', office: registration.office });
    return registration;
  }
}

function question(
  request: FastifyRequest,
  id: string,
  action: Afterwards,
  kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
): string {
  const frame = pageFrame(request);
  const t = paperTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="registration"
      title={t(`${action}Title`)}
      action={`/registration/people/${id}/${action}`}
      button={t(action)}
      back={`/registration/people/${id}`}
      {...kept}
    >
      <p class="lead">{t(`${action}About`)}</p>
    </ConfirmPage>,
  );
}

function actionIn(text: string): Afterwards {
  if (!isAfterwards(text)) throw new AppError(httpErrors.NOT_FOUND);
  return text;
}
