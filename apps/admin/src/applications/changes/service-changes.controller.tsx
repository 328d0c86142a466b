import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Approvals } from '../../approvals/approvals.service.js';
import type { ChangeRequest } from '../../approvals/change-request.js';
import { ConfirmPage, type ConfirmProps } from '../../frame/form/confirm.page.js';
import { readReason } from '../../frame/form/reason.js';
import { Typed } from '../../frame/form/typed.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { staffOf } from '../../staff/staff-member.js';
import type { Dossier } from '../dossier/dossier.js';
import { RefusedStepPage } from '../refused-step.page.js';
import { ServiceDesk } from '../service-desk.js';
import { isWithdrawable } from './waiting-changes.js';
import { waitingChangesTexts } from './waiting-changes.texts.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whoever manages a service takes back what waits about it, whoever of the agency asked. */
@Controller('services/:id/changes')
@Staff('application.manage')
export class ServiceChangesController {
  constructor(
    private readonly desk: ServiceDesk,
    private readonly approvals: Approvals,
  ) {}

  @Get(':change/withdraw')
  @HtmlPage()
  async ask(
    @Param('id') id: string,
    @Param('change') change: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const dossier = await this.desk.dossier(request, id, 'application.manage');
    return question(request, dossier, await this.find(dossier, change));
  }

  @Post(':change/withdraw')
  @HtmlPage()
  async withdraw(
    @Param('id') id: string,
    @Param('change') change: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dossier = await this.desk.dossier(request, id, 'application.manage');
    const found = await this.find(dossier, change);
    const typed = Typed.from(request.body).text('reason');
    const read = readReason(typed, new Date());
    if (read.kind === 'invalid') {
      const kept = { reason: typed, problem: read.problem };
      await reply.status(422).send(question(request, dossier, found, kept));
      return;
    }
    const { reference, address } = request.context;
    const outcome = await this.approvals.decide(found.id, 'withdraw', {
      by: staffOf(request).fedId,
      reason: read.reason,
      trace: { reference, address },
      forAgency: dossier.agency,
    });
    if (outcome.kind !== 'done') {
      const common = { frame: pageFrame(request), staff: staffView(request), id };
      await reply.status(422).send(renderPage(<RefusedStepPage {...common} outcome={{ kind: 'not-now' }} />));
      return;
    }
    await reply.redirect(`/services/${id}`, 303);
  }

  private async find({ id }: Dossier, change: string): Promise<ChangeRequest> {
    const found = UUID.test(change) ? await this.approvals.find(change) : undefined;
    if (found?.subject !== id || !isWithdrawable(found)) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }
}

function question(
  request: FastifyRequest,
  { id }: Dossier,
  change: ChangeRequest,
  kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
): string {
  const frame = pageFrame(request);
  const t = waitingChangesTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="agencies"
      title={t('ask')}
      action={`/services/${id}/changes/${change.id}/withdraw`}
      button={t('withdraw')}
      back={`/services/${id}`}
      {...kept}
    >
      <p class="lead">{t('follows')}</p>
    </ConfirmPage>,
  );
}
