import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { days, systemClock } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { ServicesService } from '../../applications/services.service.js';
import { listCsv, sendCsv } from '../../frame/list/csv.js';
import { pageOfRows, queryFor, selectRows } from '../../frame/list/list.js';
import { staffView } from '../../frame/staff-view.js';
import { TrailDesk } from '../../reports/trail/trail-desk.js';
import { Staff } from '../../staff/declarations.js';
import { AgencyDesk } from '../agency-desk.js';
import { agencyRecordList } from './agency-record-list.js';
import { AgencyRecordsPage } from './agency-records.page.js';

/** The audit trail of an agency itself; what its applications did is with each of them. */
@Controller('agencies/:number')
@Staff('agency.read')
export class AgencyRecordsController {
  constructor(
    private readonly desk: AgencyDesk,
    private readonly services: ServicesService,
    private readonly trail: TrailDesk,
  ) {}

  @Get('records')
  @HtmlPage()
  async show(@Param('number') text: string, @Req() request: FastifyRequest): Promise<string> {
    const { agency, services, query, rows } = await this.rowsFor(request, text);
    const common = { frame: pageFrame(request), staff: staffView(request), agency, services };
    return renderPage(<AgencyRecordsPage {...common} page={pageOfRows(rows, query)} />);
  }

  @Get('records.csv')
  async file(
    @Param('number') text: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { definition, rows } = await this.rowsFor(request, text);
    await sendCsv(reply, 'records', listCsv(definition, rows));
  }

  private async rowsFor(request: FastifyRequest, text: string) {
    const agency = await this.desk.agency(request, text, 'agency.read');
    const { language } = request.context;
    const until = systemClock.now();
    const from = new Date(until.getTime() - days(365));
    const [dossiers, records] = await Promise.all([
      this.services.store.ofAgency(agency.number),
      this.trail.newestOfAgency(agency.number, { from, until }),
    ]);
    const services = new Map(dossiers.map(({ id, details }) => [id, details.name[language]]));
    const definition = agencyRecordList(language, services);
    const query = queryFor(definition, request.query);
    return { agency, services, definition, query, rows: selectRows(definition, records, query) };
  }
}
