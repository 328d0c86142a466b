import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import type { Right } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { ConfirmPage } from '../frame/form/confirm.page.js';
import { readReason, type ReasonProblem } from '../frame/form/reason.js';
import { Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { ServiceMoved } from '../onboarding/onboarding.audit.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import type { Dossier } from './dossier/dossier.js';
import { ChangeRequestedPage } from './change-requested.page.js';
import { RefusedStepPage } from './refused-step.page.js';
import { isServiceAction, type ServiceAction } from './service-actions.js';
import { servicePageTexts } from './service-page.texts.js';
import { ServiceStops } from './service-stops.js';
import { ServicesService } from './services.service.js';
import { isOfStopping, takeStep } from './take-step.js';

/** The steps of a service on its way into use and out of it, each behind a question with a reason. */
@Controller('services/:id')
export class ServiceStepsController {
  constructor(
    private readonly services: ServicesService,
    private readonly stops: ServiceStops,
    private readonly staffDesk: StaffDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get(':action')
  @Staff('application.read')
  @HtmlPage()
  async ask(
    @Param('id') id: string,
    @Param('action') action: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const { dossier, wanted } = await this.wantedOf(request, id, action);
    return question(request, dossier, wanted);
  }

  @Post(':action')
  @Staff('application.read')
  @HttpCode(422)
  @HtmlPage()
  async act(
    @Param('id') id: string,
    @Param('action') action: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { dossier, wanted } = await this.wantedOf(request, id, action);
    const read = reasonOf(request);
    if (read.kind === 'invalid') {
      await reply.send(question(request, dossier, wanted, read.problem));
      return;
    }
    const { reference, address = '' } = request.context;
    const asker = { by: staffOf(request).fedId, reason: read.reason, trace: { reference, address } };
    const outcome = await takeStep({ services: this.services, stops: this.stops }, id, wanted, asker);
    if (outcome.kind === 'asked') {
      reply.status(200);
      await reply.send(
        renderPage(<ChangeRequestedPage frame={pageFrame(request)} staff={staffView(request)} id={id} />),
      );
      return;
    }
    if (outcome.kind !== 'moved') {
      await reply.send(
        renderPage(
          <RefusedStepPage frame={pageFrame(request)} staff={staffView(request)} id={id} outcome={outcome} />,
        ),
      );
      return;
    }
    await recordStaffAction(this.audit, request, ServiceMoved, {
      agency: dossier.agency,
      data: {
        service: id,
        event: wanted,
        from: outcome.from.state,
        to: outcome.to.state,
        reason: read.reason,
      },
    });
    await reply.redirect(`/services/${id}`, 303);
  }

  private async wantedOf(request: FastifyRequest, id: string, action: string) {
    if (!isServiceAction(action)) throw new AppError(httpErrors.NOT_FOUND);
    const stops = isOfStopping(action);
    const dossier = await this.dossierFor(request, id, stops ? 'application.suspend' : 'application.manage');
    return { dossier, wanted: action };
  }

  private async dossierFor(request: FastifyRequest, id: string, right: Right): Promise<Dossier> {
    const dossier = await this.services.store.find(id);
    if (dossier === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.staffDesk.demand(request, right, { kind: 'agency', agency: dossier.agency });
    return dossier;
  }
}

const reasonOf = ({ body }: FastifyRequest) => readReason(Typed.from(body).text('reason'), new Date());

const question = (
  request: FastifyRequest,
  { id }: Dossier,
  action: ServiceAction,
  problem?: ReasonProblem,
): string => {
  const frame = pageFrame(request);
  const t = servicePageTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="agencies"
      title={t(`ask-${action}`)}
      action={`/services/${id}/${action}`}
      button={t(action)}
      back={`/services/${id}`}
      reason={Typed.from(request.body).text('reason')}
      problem={problem}
    >
      <p class="lead">{t(`follows-${action}`)}</p>
    </ConfirmPage>,
  );
};
