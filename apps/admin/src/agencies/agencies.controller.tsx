import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ServicesService } from '../applications/services.service.js';
import { listCsv, sendCsv } from '../frame/list/csv.js';
import { pageOfRows, queryFor, selectRows } from '../frame/list/list.js';
import { Problems, Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { Staff } from '../staff/declarations.js';
import { staffOf } from '../staff/staff-member.js';
import { AgenciesPage, agencyList } from './agencies.page.js';
import { AgenciesService } from './agencies.service.js';
import { AgencyDesk } from './agency-desk.js';
import { agenciesTexts } from './agencies.texts.js';
import { AgencyPage } from './agency.page.js';
import { readBasis, type BasisMessage } from './authorisation-form.js';
import { askedBy } from './asked-by.js';
import { BasisPage } from './basis.page.js';
import { AgencyStandings } from './standing/agency-standings.js';
import { SentPage } from './sent.page.js';

/** The agencies that somebody may see, and one of them. */
@Controller('agencies')
export class AgenciesController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly services: ServicesService,
    private readonly desk: AgencyDesk,
    private readonly standings: AgencyStandings,
  ) {}

  @Get()
  @Staff('agency.read')
  @HtmlPage()
  async list(@Req() request: FastifyRequest): Promise<string> {
    const { query, rows } = await this.rowsFor(request);
    return renderPage(
      <AgenciesPage frame={pageFrame(request)} staff={staffView(request)} page={pageOfRows(rows, query)} />,
    );
  }

  @Get(':number')
  @Staff('agency.read')
  @HtmlPage()
  async show(@Param('number') text: string, @Req() request: FastifyRequest): Promise<string> {
    const agency = await this.desk.agency(request, text, 'agency.read');
    const { language } = request.context;
    const [services, bases, people, resuming, documents, asked] = await Promise.all([
      this.services.store.ofAgency(agency.number),
      this.agencies.bases(agency.number),
      this.agencies.people(agency.number),
      this.standings.waiting(agency.number),
      this.agencies.documents.ofAgency(agency.number),
      this.standings.asked(agency.number, language),
    ]);
    return renderPage(
      <AgencyPage
        frame={pageFrame(request)}
        staff={staffView(request)}
        {...{ agency, services, bases, people, documents, asked }}
        resuming={resuming !== undefined}
        now={new Date()}
      />,
    );
  }

  @Get(':number/bases/new')
  @Staff('agency.manage')
  @HtmlPage()
  async newBasis(@Param('number') text: string, @Req() request: FastifyRequest): Promise<string> {
    const { number } = await this.desk.agency(request, text, 'agency.manage');
    return basisPage(request, number, Typed.of({}), new Problems());
  }

  @Post(':number/bases/new')
  @Staff('agency.manage')
  @HttpCode(422)
  @HtmlPage()
  async addBasis(
    @Param('number') text: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { number } = await this.desk.agency(request, text, 'agency.manage');
    const typed = Typed.from(request.body);
    const read = readBasis(typed, new Date());
    if (read.kind === 'invalid') return basisPage(request, number, typed, read.problems);
    const outcome = await this.agencies.addBasis(
      { ...read.wish, agency: number, ...(read.noDocument !== undefined && { noDocument: read.noDocument }) },
      askedBy(request, 'basis'),
      read.document,
    );
    if (outcome !== 'requested') {
      return basisPage(request, number, typed, new Problems<BasisMessage>({ reference: 'basisKnown' }));
    }
    reply.status(200);
    return renderPage(
      <SentPage
        frame={pageFrame(request)}
        staff={staffView(request)}
        back={`/agencies/${number}`}
        waiting={false}
        section="agencies"
      />,
    );
  }

  private async rowsFor(request: FastifyRequest) {
    const definition = agencyList(request.context.language);
    const query = queryFor(definition, request.query);
    const agencies = await this.agencies.within(staffOf(request).reach('agency.read'));
    return { definition, query, rows: selectRows(definition, agencies, query) };
  }
}

/** The same list as a file. */
@Controller()
export class AgenciesFileController {
  constructor(private readonly agencies: AgenciesService) {}

  @Get('agencies.csv')
  @Staff('agency.read')
  async csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { language } = request.context;
    const definition = agencyList(language);
    const agencies = await this.agencies.within(staffOf(request).reach('agency.read'));
    const rows = selectRows(definition, agencies, queryFor(definition, request.query));
    await sendCsv(reply, agenciesTexts.in('en')('listTitle').toLowerCase(), listCsv(definition, rows));
  }
}

const basisPage = (
  request: FastifyRequest,
  agency: string,
  typed: Typed,
  problems: Problems<BasisMessage>,
): string =>
  renderPage(
    <BasisPage frame={pageFrame(request)} staff={staffView(request)} {...{ agency, typed, problems }} />,
  );
