import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { Typed } from '../../frame/form/typed.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { staffOf } from '../../staff/staff-member.js';
import { deskState } from '../hours/opening-hours.js';
import { DeskPage, type DeskProps } from './desk.page.js';
import { NotMeDesk } from '../not-me/not-me-desk.js';
import { PersonDesk } from './person-desk.js';
import { SeveralPage } from './several.page.js';
import { readSearch } from './person-search.js';

const ROOT = '/service-desk/people';

/** Where the service desk looks for callers. */
@Controller('service-desk')
export class DeskController {
  constructor(
    private readonly desk: PersonDesk,
    private readonly reports: NotMeDesk,
  ) {}

  @Get()
  @Staff('person.read')
  @HtmlPage()
  async show(@Req() request: FastifyRequest): Promise<string> {
    return this.page(request, {});
  }

  @Post('people')
  @Staff('person.read')
  async find(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<void> {
    const typed = Typed.from(body);
    const read = readSearch(typed, new Date());
    const kept = Object.fromEntries(
      ['by', 'value', 'birthDate', 'reason'].map((name) => [name, typed.text(name)]),
    );
    if (read.kind === 'invalid') return this.answer(request, reply, { typed: kept, problems: read.problems });
    const { fedId } = staffOf(request);
    const found = await this.desk.lookUp(read, { by: fedId, ...traceOf(request) });
    const [first, ...others] = found;
    if (first === undefined) return this.answer(request, reply, { typed: kept, nobody: true });
    if (others.length === 0) return void (await reply.redirect(`${ROOT}/${first.lookUp}`, 303));
    const page = <SeveralPage frame={pageFrame(request)} staff={staffView(request)} found={found} />;
    await reply.code(200).type('text/html; charset=utf-8').send(renderPage(page));
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    props: Partial<DeskProps>,
  ): Promise<void> {
    await reply
      .code(422)
      .type('text/html; charset=utf-8')
      .send(await this.page(request, props));
  }

  private async page(request: FastifyRequest, props: Partial<DeskProps>): Promise<string> {
    const common = { frame: pageFrame(request), staff: staffView(request), hours: deskState(new Date()) };
    return renderPage(<DeskPage {...common} {...props} reports={await this.reports.open()} />);
  }
}

const traceOf = ({ context: { reference, address } }: FastifyRequest) => ({ reference, address });
