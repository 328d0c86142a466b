import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors } from '#libs/http';
import { readReason } from '../frame/form/reason.js';
import { Problems, Typed } from '../frame/form/typed.js';
import { ServiceDrafted } from '../onboarding/onboarding.audit.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { staffOf } from '../staff/staff-member.js';
import { fieldsOfDetails, readDetails } from './dossier/dossier-form.js';
import type { Dossier } from './dossier/dossier.js';
import { fieldsOfSettings, readSettings } from './dossier/settings-form.js';
import { editPage, outcomePage, settingsPage } from './editing-views.js';
import { ServiceDesk } from './service-desk.js';
import { canBeEdited, isAdmitted, isInUse, ServiceEditing, type EditOutcome } from './service-editing.js';
import { ServicesService, type Asker } from './services.service.js';

/** Describing a service and connecting it; what is in use already is changed with a reason. */
@Controller('services/:id')
@Staff('application.manage')
export class EditingController {
  constructor(
    private readonly services: ServicesService,
    private readonly editing: ServiceEditing,
    private readonly desk: ServiceDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get('edit')
  @HtmlPage()
  async edit(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    const dossier = await this.editable(request, id);
    const typed = Typed.of(fieldsOfDetails(dossier.details));
    return editPage(request, await this.editView(dossier, typed, new Problems()));
  }

  @Post('edit')
  @HttpCode(422)
  @HtmlPage()
  async save(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dossier = await this.editable(request, id);
    const typed = Typed.from(request.body);
    const read = readDetails(typed);
    const asker = askerOf(request, typed, isInUse(dossier));
    if (read.kind === 'invalid' || asker === undefined) {
      const problems = read.kind === 'invalid' ? read.problems : new Problems({ reason: 'reason' as const });
      await reply.send(editPage(request, await this.editView(dossier, typed, problems)));
      return;
    }
    await this.answer(request, reply, {
      dossier,
      part: 'description',
      outcome: await this.editing.describe(dossier, read.details, asker),
    });
  }

  @Get('settings/:environment')
  @Staff('application.maintain')
  @HtmlPage()
  async settings(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const { dossier, environment } = await this.desk.connection(request, id, name);
    const typed = Typed.of(fieldsOfSettings(dossier.environments[environment]?.settings));
    return settingsPage(request, { dossier, environment, typed, problems: new Problems() });
  }

  @Post('settings/:environment')
  @Staff('application.maintain')
  @HttpCode(422)
  @HtmlPage()
  async saveSettings(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { dossier, environment } = await this.desk.connection(request, id, name);
    const typed = Typed.from(request.body);
    const read = readSettings(typed, this.editing.rulesFor(environment));
    const asker = askerOf(request, typed, isAdmitted(dossier, environment));
    if (read.kind === 'invalid' || asker === undefined) {
      const problems = read.kind === 'invalid' ? read.problems : new Problems({ reason: 'reason' as const });
      await reply.send(settingsPage(request, { dossier, environment, typed, problems }));
      return;
    }
    await this.answer(request, reply, {
      dossier,
      part: `settings ${environment}`,
      outcome: await this.editing.connect(dossier, environment, read.settings, asker),
    });
  }

  /** What is asked of a second person is in the record as a request already. */
  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { dossier, part, outcome }: { dossier: Dossier; part: string; outcome: EditOutcome },
  ): Promise<void> {
    if (outcome.kind !== 'saved') {
      reply.status(outcome.kind === 'requested' ? 200 : 422);
      await reply.send(outcomePage(request, dossier, outcome));
      return;
    }
    const { id, agency } = dossier;
    const data = { service: id, part };
    await recordStaffAction(this.audit, request, ServiceDrafted, { agency, data });
    await reply.redirect(`/services/${id}`, 303);
  }

  private async editable(request: FastifyRequest, id: string): Promise<Dossier> {
    const dossier = await this.desk.dossier(request, id, 'application.manage');
    if (!canBeEdited(dossier)) throw new AppError(httpErrors.NOT_FOUND);
    return dossier;
  }

  private async editView<P>(dossier: Dossier, typed: Typed, problems: P) {
    const bases = await this.services.bases(dossier.agency);
    return { dossier, bases, typed, problems };
  }
}

/** Who asks; undefined when a reason is needed and was not given. */
function askerOf(request: FastifyRequest, typed: Typed, needsReason: boolean): Asker | undefined {
  const { reference, address = '' } = request.context;
  const trace = { reference, address };
  const by = staffOf(request).fedId;
  if (!needsReason) return { by, reason: '', trace };
  const read = readReason(typed.text('reason'), new Date());
  return read.kind === 'invalid' ? undefined : { by, reason: read.reason, trace };
}
