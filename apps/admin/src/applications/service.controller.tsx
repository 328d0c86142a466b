import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { reaches, type Right } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { AgenciesService } from '../agencies/agencies.service.js';
import { Approvals } from '../approvals/approvals.service.js';
import { staffView } from '../frame/staff-view.js';
import { Staff } from '../staff/declarations.js';
import { staffOf } from '../staff/staff-member.js';
import { waitingChanges } from './changes/waiting-changes.js';
import { actionsFor } from './service-actions.js';
import { ServiceDesk } from './service-desk.js';
import { ServicePage } from './service.page.js';
import { ServicesService } from './services.service.js';

/** One online service: where it is, what waits, and what can be done with it. */
@Controller('services/:id')
export class ServiceController {
  constructor(
    private readonly services: ServicesService,
    private readonly desk: ServiceDesk,
    private readonly approvals: Approvals,
    private readonly agencies: AgenciesService,
  ) {}

  @Get()
  @Staff('application.read')
  @HtmlPage()
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    const dossier = await this.desk.dossier(request, id, 'application.read');
    const member = staffOf(request);
    const asked = { language: request.context.language, by: member.fedId };
    const [lines, selfTest, waiting, agency, standings] = await Promise.all([
      this.services.checklist(dossier),
      this.services.selfTest(dossier),
      waitingChanges(this.approvals, dossier, asked),
      this.agencies.find(dossier.agency),
      this.services.metadataStandings(dossier),
    ]);
    const may = (right: Right) => reaches(member.reach(right), { kind: 'agency', agency: dossier.agency });
    const manages = may('application.manage');
    const maintains = may('application.maintain');
    const actions = actionsFor(dossier, { manages, stops: may('application.suspend') });
    return renderPage(
      <ServicePage
        frame={pageFrame(request)}
        staff={staffView(request)}
        {...{ dossier, lines, selfTest, actions, manages, maintains, waiting, standings }}
        testPeople={this.desk.testPeople}
        agencySuspension={agency?.suspension}
      />,
    );
  }
}
