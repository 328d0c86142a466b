import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ConfirmPage, type ConfirmProps } from '../frame/form/confirm.page.js';
import { readReason } from '../frame/form/reason.js';
import { Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { ClientSecretWithdrawn } from '../onboarding/onboarding.audit.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { staffOf } from '../staff/staff-member.js';
import { ENVIRONMENTS } from './dossier/dossier.js';
import { ServiceDesk } from './service-desk.js';
import { ServiceStops } from './service-stops.js';
import { secretTexts } from './secret.texts.js';

/** The service desk stops a client secret that leaked; the new one is for the agency's eyes only. */
@Controller('services/:id/secret/:environment/withdraw')
@Staff('application.maintain')
export class SecretWithdrawalController {
  constructor(
    private readonly stops: ServiceStops,
    private readonly desk: ServiceDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @HtmlPage()
  async ask(
    @Param('id') id: string,
    @Param('environment') environment: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    await this.desk.dossier(request, id, 'application.maintain');
    return question(request, id, environmentOf(environment));
  }

  @Post()
  @HtmlPage()
  async withdraw(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dossier = await this.desk.dossier(request, id, 'application.maintain');
    const environment = environmentOf(name);
    const typed = Typed.from(request.body).text('reason');
    const read = readReason(typed, new Date());
    if (read.kind === 'invalid') {
      const kept = { reason: typed, problem: read.problem };
      await reply.status(422).send(question(request, id, environment, kept));
      return;
    }
    const asked = { by: staffOf(request).fedId, reason: read.reason };
    if (!(await this.stops.withdrawSecret(dossier, environment, asked))) {
      throw new AppError(httpErrors.NOT_FOUND);
    }
    await recordStaffAction(this.audit, request, ClientSecretWithdrawn, {
      agency: dossier.agency,
      data: { service: id, environment, reason: read.reason },
    });
    await reply.redirect(`/services/${id}`, 303);
  }
}

function environmentOf(name: string) {
  const found = ENVIRONMENTS.find((environment) => environment === name);
  if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
  return found;
}

function question(
  request: FastifyRequest,
  id: string,
  environment: (typeof ENVIRONMENTS)[number],
  kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
): string {
  const frame = pageFrame(request);
  const t = secretTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="agencies"
      title={t('askWithdraw', { environment })}
      action={`/services/${id}/secret/${environment}/withdraw`}
      button={t('withdrawSecret', { environment })}
      back={`/services/${id}`}
      {...kept}
    >
      <p class="lead">{t('followsWithdraw')}</p>
    </ConfirmPage>,
  );
}
