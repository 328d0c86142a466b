import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ServicesService } from '../../applications/services.service.js';
import { askedCsv, sendCsv } from '../../frame/list/csv.js';
import { pageAsked } from '../../frame/list/list.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { AgenciesService } from '../agencies.service.js';
import { AgencyDesk } from '../agency-desk.js';
import { BasesPage, ServicesPage } from './agency-lists.pages.js';
import { basisList } from './basis-list.js';
import { serviceList } from './service-list.js';

/** What an agency has a lot of: online services and authorisations, as lists and as files. */
@Controller('agencies/:number')
export class AgencyListsController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly services: ServicesService,
    private readonly desk: AgencyDesk,
  ) {}

  @Get('services')
  @Staff('agency.read')
  @HtmlPage()
  async servicesPage(
    @Req() request: FastifyRequest,
    @Param('number') number: string,
    @Query() asked: unknown,
  ): Promise<string> {
    const agency = await this.desk.agency(request, number, 'agency.read');
    const services = await this.services.store.ofAgency(agency.number);
    const page = pageAsked(serviceList(request.context.language), services, asked);
    const common = { frame: pageFrame(request), staff: staffView(request), agency };
    return renderPage(<ServicesPage {...common} page={page} />);
  }

  @Get('services.csv')
  @Staff('agency.read')
  async servicesFile(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('number') number: string,
    @Query() asked: unknown,
  ): Promise<void> {
    const agency = await this.desk.agency(request, number, 'agency.read');
    const services = await this.services.store.ofAgency(agency.number);
    await sendCsv(reply, 'services', askedCsv(serviceList(request.context.language), services, asked));
  }

  @Get('bases')
  @Staff('agency.read')
  @HtmlPage()
  async basesPage(
    @Req() request: FastifyRequest,
    @Param('number') number: string,
    @Query() asked: unknown,
  ): Promise<string> {
    const { agency, bases, definition } = await this.bases(request, number);
    const common = { frame: pageFrame(request), staff: staffView(request), agency, definition };
    return renderPage(<BasesPage {...common} page={pageAsked(definition, bases, asked)} />);
  }

  @Get('bases.csv')
  @Staff('agency.read')
  async basesFile(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('number') number: string,
    @Query() asked: unknown,
  ): Promise<void> {
    const { bases, definition } = await this.bases(request, number);
    await sendCsv(reply, 'authorisations', askedCsv(definition, bases, asked));
  }

  private async bases(request: FastifyRequest, number: string) {
    const agency = await this.desk.agency(request, number, 'agency.read');
    const [bases, documents] = await Promise.all([
      this.agencies.bases(agency.number),
      this.agencies.documents.ofAgency(agency.number),
    ]);
    const { language } = request.context;
    const of = { agency: agency.number, documents, now: new Date() };
    return { agency, bases, definition: basisList({ language, staff: staffView(request), ...of }) };
  }
}
