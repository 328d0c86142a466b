import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { parseEnterpriseNumber } from '#libs/kernel';
import { reaches } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { ServiceDrafted } from '../onboarding/onboarding.audit.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import { fieldsOfDetails, readDetails, type DossierMessage } from './dossier/dossier-form.js';
import type { Dossier } from './dossier/dossier.js';
import { fieldsOfSettings, readSettings, type SettingsMessage } from './dossier/settings-form.js';
import { EditServicePage } from './edit-service.page.js';
import { actionsFor } from './service-actions.js';
import { openEnvironments, ServicePage } from './service.page.js';
import { ServiceSettingsPage } from './service-settings.page.js';
import { ServicesService } from './services.service.js';

/** One online service of an agency: looking at it, describing it, connecting it. */
@Controller()
export class ServicesController {
  constructor(
    private readonly services: ServicesService,
    private readonly staffDesk: StaffDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Post('agencies/:number/services')
  @Staff('application.manage')
  async begin(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parsed = parseEnterpriseNumber(number);
    if (parsed.kind === 'invalid') throw new AppError(httpErrors.NOT_FOUND);
    const agency = parsed.number;
    const { fedId } = await this.staffDesk.demand(request, 'application.manage', { kind: 'agency', agency });
    const id = await this.services.store.add(agency, fedId);
    await recordStaffAction(this.audit, request, ServiceDrafted, {
      agency,
      data: { service: id, part: 'begun' },
    });
    await reply.redirect(`/services/${id}/edit`, 303);
  }

  @Get('services/:id')
  @Staff('application.read')
  @HtmlPage()
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    const dossier = await this.dossierFor(request, id, 'application.read');
    const [lines, selfTest] = await Promise.all([
      this.services.checklist(dossier),
      this.services.selfTest(dossier),
    ]);
    const member = staffOf(request);
    const may = (right: 'application.manage' | 'application.suspend') =>
      reaches(member.reach(right), { kind: 'agency', agency: dossier.agency });
    const manages = may('application.manage');
    const actions = actionsFor(dossier, { manages, stops: may('application.suspend') });
    return renderPage(
      <ServicePage
        frame={pageFrame(request)}
        staff={staffView(request)}
        {...{ dossier, lines, selfTest, actions, manages }}
      />,
    );
  }

  @Get('services/:id/edit')
  @Staff('application.manage')
  @HtmlPage()
  async edit(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    const dossier = await this.draftFor(request, id);
    return this.editPage(request, dossier, Typed.of(fieldsOfDetails(dossier.details)), new Problems());
  }

  @Post('services/:id/edit')
  @Staff('application.manage')
  @HttpCode(422)
  @HtmlPage()
  async save(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dossier = await this.draftFor(request, id);
    const typed = Typed.from(request.body);
    const read = readDetails(typed);
    if (read.kind === 'invalid') {
      await reply.send(await this.editPage(request, dossier, typed, read.problems));
      return;
    }
    await this.services.store.saveDetails(id, read.details);
    await this.drafted(request, dossier, 'description');
    await reply.redirect(`/services/${id}`, 303);
  }

  @Get('services/:id/settings/:environment')
  @Staff('application.manage')
  @HtmlPage()
  async settings(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const dossier = await this.dossierFor(request, id, 'application.manage');
    const environment = environmentOf(dossier, name);
    const typed = Typed.of(fieldsOfSettings(dossier.environments[environment]?.settings));
    return settingsPage(request, { dossier, environment, typed, problems: new Problems() });
  }

  @Post('services/:id/settings/:environment')
  @Staff('application.manage')
  @HttpCode(422)
  @HtmlPage()
  async saveSettings(
    @Param('id') id: string,
    @Param('environment') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dossier = await this.dossierFor(request, id, 'application.manage');
    const environment = environmentOf(dossier, name);
    const typed = Typed.from(request.body);
    const read = readSettings(typed, { plainAllowed: this.services.plainAddresses || environment === 'INT' });
    if (read.kind === 'invalid') {
      await reply.send(settingsPage(request, { dossier, environment, typed, problems: read.problems }));
      return;
    }
    await this.services.store.saveEnvironment(id, environment, { settings: read.settings });
    await this.drafted(request, dossier, `settings ${environment}`);
    await reply.redirect(`/services/${id}`, 303);
  }

  private async dossierFor(
    request: FastifyRequest,
    id: string,
    right: 'application.read' | 'application.manage',
  ): Promise<Dossier> {
    const dossier = await this.services.store.find(id);
    if (dossier === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.staffDesk.demand(request, right, { kind: 'agency', agency: dossier.agency });
    return dossier;
  }

  private async draftFor(request: FastifyRequest, id: string): Promise<Dossier> {
    const dossier = await this.dossierFor(request, id, 'application.manage');
    if (dossier.state !== 'draft') throw new AppError(httpErrors.NOT_FOUND);
    return dossier;
  }

  private drafted(request: FastifyRequest, { id, agency }: Dossier, part: string): Promise<void> {
    return recordStaffAction(this.audit, request, ServiceDrafted, { agency, data: { service: id, part } });
  }

  private async editPage(
    request: FastifyRequest,
    dossier: Dossier,
    typed: Typed,
    problems: Problems<DossierMessage>,
  ): Promise<string> {
    const bases = await this.services.bases(dossier.agency);
    return renderPage(
      <EditServicePage
        frame={pageFrame(request)}
        staff={staffView(request)}
        {...{ id: dossier.id, bases, typed, problems }}
      />,
    );
  }
}

/** Only a connection that nothing leans on yet can be changed here. */
function environmentOf(dossier: Dossier, name: string): 'INT' | 'PROD' {
  const found = openEnvironments(dossier.state).find((environment) => environment === name);
  if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
  return found;
}

interface SettingsView {
  readonly dossier: Dossier;
  readonly environment: 'INT' | 'PROD';
  readonly typed: Typed;
  readonly problems: Problems<SettingsMessage>;
}

const settingsPage = (request: FastifyRequest, { dossier, ...view }: SettingsView): string =>
  renderPage(
    <ServiceSettingsPage frame={pageFrame(request)} staff={staffView(request)} id={dossier.id} {...view} />,
  );
