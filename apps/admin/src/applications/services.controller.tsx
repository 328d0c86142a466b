import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { parseEnterpriseNumber } from '#libs/kernel';
import { reaches } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { staffView } from '../frame/staff-view.js';
import { ServiceDrafted } from '../onboarding/onboarding.audit.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import { actionsFor } from './service-actions.js';
import { ServiceDesk } from './service-desk.js';
import { ServicePage } from './service.page.js';
import { ServicesService } from './services.service.js';

/** One online service of an agency: beginning it, looking at it. */
@Controller()
export class ServicesController {
  constructor(
    private readonly services: ServicesService,
    private readonly staffDesk: StaffDesk,
    private readonly desk: ServiceDesk,
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
    const dossier = await this.desk.dossier(request, id, 'application.read');
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
}
