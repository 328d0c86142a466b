import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApplicationEnvironment } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { CheckboxField, renderPage } from '#libs/ui';
import { ConfirmPage } from '../frame/form/confirm.page.js';
import { readReason, type ReasonProblem } from '../frame/form/reason.js';
import { Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { ClientSecretRenewed } from '../onboarding/onboarding.audit.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { ENVIRONMENTS } from './dossier/dossier.js';
import { ServiceDesk } from './service-desk.js';
import { ClientSecrets, OVERLAP } from './client-secrets.js';
import { SecretPage } from './secret.page.js';
import { secretTexts } from './secret.texts.js';

/** A client secret: made when it is asked for, and shown once. */
@Controller('services/:id')
export class ServiceSecretController {
  constructor(
    private readonly secrets: ClientSecrets,
    private readonly desk: ServiceDesk,
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
    await this.desk.dossier(request, id, 'application.manage');
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
    const dossier = await this.desk.dossier(request, id, 'application.manage');
    const environment = environmentOf(name);
    const read = reasonOf(request);
    if (read.kind === 'invalid') {
      reply.status(422);
      return secretQuestion(request, id, environment, read.problem);
    }
    const leaked = Typed.from(request.body).ticked('leaked');
    const secret = await this.secrets.renew(dossier, environment, leaked ? 0 : OVERLAP);
    if (secret === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await recordStaffAction(this.audit, request, ClientSecretRenewed, {
      agency: dossier.agency,
      data: { service: id, environment, reason: read.reason, formerStopped: String(leaked) },
    });
    reply.status(200);
    return renderPage(
      <SecretPage frame={pageFrame(request)} staff={staffView(request)} id={id} secret={secret} />,
    );
  }
}

const reasonOf = ({ body }: FastifyRequest) => readReason(Typed.from(body).text('reason'), new Date());

function environmentOf(name: string): ApplicationEnvironment {
  const found = ENVIRONMENTS.find((environment) => environment === name);
  if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
  return found;
}

const secretQuestion = (
  request: FastifyRequest,
  id: string,
  environment: ApplicationEnvironment,
  problem?: ReasonProblem,
): string => {
  const frame = pageFrame(request);
  const typed = Typed.from(request.body);
  const t = secretTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="agencies"
      title={t('askSecret', { environment })}
      action={`/services/${id}/secret/${environment}`}
      button={t('newSecret', { environment })}
      back={`/services/${id}`}
      asks={
        <CheckboxField
          language={frame.language}
          name="leaked"
          label={t('leaked')}
          checked={typed.ticked('leaked')}
          optional
        />
      }
      reason={typed.text('reason')}
      problem={problem}
    >
      <p class="lead">{t('followsSecret')}</p>
    </ConfirmPage>,
  );
};
