import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ConfirmPage } from '../frame/form/confirm.page.js';
import { readReason, type ReasonProblem } from '../frame/form/reason.js';
import { Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { ClientSecretRenewed } from '../onboarding/onboarding.audit.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { StaffDesk } from '../staff/staff-desk.js';
import type { Dossier } from './dossier/dossier.js';
import { SecretPage } from './secret.page.js';
import { servicePageTexts } from './service-page.texts.js';
import { ServicesService } from './services.service.js';

/** A client secret: made when it is asked for, and shown once. */
@Controller('services/:id')
export class ServiceSecretController {
  constructor(
    private readonly services: ServicesService,
    private readonly staffDesk: StaffDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get('secret/:environment')
  @Staff('application.manage')
  @HtmlPage()
  async askSecret(
    @Param('id') id: string,
    @Param('environment') environment: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    await this.dossierFor(request, id);
    return secretQuestion(request, id, environmentOf(environment));
  }

  @Post('secret/:environment')
  @Staff('application.manage')
  @HtmlPage()
  async makeSecret(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const dossier = await this.dossierFor(request, id);
    const environment = environmentOf(name);
    const read = reasonOf(request);
    if (read.kind === 'invalid') {
      reply.status(422);
      return secretQuestion(request, id, environment, read.problem);
    }
    const secret = await this.services.renewSecret(dossier, environment);
    if (secret === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await recordStaffAction(this.audit, request, ClientSecretRenewed, {
      agency: dossier.agency,
      data: { service: id, environment },
    });
    reply.status(200);
    return renderPage(
      <SecretPage frame={pageFrame(request)} staff={staffView(request)} id={id} secret={secret} />,
    );
  }

  private async dossierFor(request: FastifyRequest, id: string): Promise<Dossier> {
    const dossier = await this.services.store.find(id);
    if (dossier === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.staffDesk.demand(request, 'application.manage', { kind: 'agency', agency: dossier.agency });
    return dossier;
  }
}

const reasonOf = ({ body }: FastifyRequest) => readReason(Typed.from(body).text('reason'), new Date());

function environmentOf(name: string): 'INT' | 'PROD' {
  if (name === 'INT' || name === 'PROD') return name;
  throw new AppError(httpErrors.NOT_FOUND);
}

const secretQuestion = (
  request: FastifyRequest,
  id: string,
  environment: 'INT' | 'PROD',
  problem?: ReasonProblem,
): string => {
  const frame = pageFrame(request);
  const t = servicePageTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="agencies"
      title={t('askSecret', { environment })}
      action={`/services/${id}/secret/${environment}`}
      button={t('newSecret', { environment })}
      back={`/services/${id}`}
      problem={problem}
    >
      <p class="lead">{t('followsSecret')}</p>
    </ConfirmPage>,
  );
};
