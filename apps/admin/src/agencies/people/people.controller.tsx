import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { parseEnterpriseNumber, type EnterpriseNumber } from '#libs/kernel';
import type { Assignment, Right } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { ConfirmPage, type ConfirmProps } from '../../frame/form/confirm.page.js';
import { readReason } from '../../frame/form/reason.js';
import { Typed } from '../../frame/form/typed.js';
import { pageAsked } from '../../frame/list/list.js';
import { staffView } from '../../frame/staff-view.js';
import { AgencyRoleEnded } from '../../onboarding/onboarding.audit.js';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { StaffDesk } from '../../staff/staff-desk.js';
import { staffOf } from '../../staff/staff-member.js';
import { AgencyPeople } from './agency-people.js';
import { peopleList } from './people-list.js';
import { PeoplePage, type PeopleProps } from './people.page.js';
import { agencyPeopleTexts } from './people.texts.js';
import { readPerson } from './person-form.js';

/** Who works for an agency: proposed by a manager, let in by the service desk. */
@Controller('agencies/:number/people')
export class AgencyPeopleController {
  constructor(
    private readonly people: AgencyPeople,
    private readonly desk: StaffDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @Staff('agency.read')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('number') number: string,
    @Query() asked: unknown,
  ): Promise<string> {
    return this.page(request, await this.agency(request, number, 'agency.read'), {}, asked);
  }

  @Post()
  @Staff('agency.manage')
  @HttpCode(422)
  @HtmlPage()
  async propose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<string> {
    const agency = await this.agency(request, number, 'agency.manage');
    const typed = Typed.from(body);
    const fedId = await this.people.known(typed.text('number'));
    const read = readPerson(typed, fedId !== undefined, new Date());
    if (read.kind === 'invalid' || fedId === undefined) {
      return this.page(request, agency, { typed, ...(read.kind === 'invalid' && read) });
    }
    const { name, role, reason } = read.wish;
    const { reference, address = '' } = request.context;
    const asker = { by: staffOf(request).fedId, reason, trace: { reference, address } };
    const told = await this.people.propose({ fedId, agency, role, name }, asker);
    reply.status(200);
    return this.page(request, agency, { told });
  }

  @Get(':id')
  @Staff('agency.manage')
  @HtmlPage()
  async askEnd(
    @Req() request: FastifyRequest,
    @Param() { number, id }: { number: string; id: string },
  ): Promise<string> {
    const agency = await this.agency(request, number, 'agency.manage');
    return question(request, agency, await this.held(agency, id));
  }

  @Post(':id')
  @Staff('agency.manage')
  @HttpCode(422)
  @HtmlPage()
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param() { number, id }: { number: string; id: string },
  ): Promise<string> {
    const agency = await this.agency(request, number, 'agency.manage');
    const held = await this.held(agency, id);
    const reason = Typed.from(request.body).text('reason');
    const read = readReason(reason, new Date());
    if (read.kind === 'invalid') return question(request, agency, held, { reason, problem: read.problem });
    const told = await this.people.end(agency, held, staffOf(request).fedId);
    if (told === 'ended') {
      const data = { role: held.role, reason: read.reason };
      await recordStaffAction(this.audit, request, AgencyRoleEnded, { agency, subject: held.fedId, data });
    }
    reply.status(told === 'last-manager' ? 422 : 200);
    return this.page(request, agency, { told });
  }

  private async agency(request: FastifyRequest, text: string, right: Right): Promise<EnterpriseNumber> {
    const parsed = parseEnterpriseNumber(text);
    if (parsed.kind === 'invalid') throw new AppError(httpErrors.NOT_FOUND);
    await this.desk.demand(request, right, { kind: 'agency', agency: parsed.number });
    return parsed.number;
  }

  private async held(agency: EnterpriseNumber, id: string): Promise<Assignment> {
    const found = (await this.people.of(agency)).find((one) => one.id === id);
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }

  private async page(
    request: FastifyRequest,
    agency: EnterpriseNumber,
    props: Partial<PeopleProps>,
    asked: unknown = {},
  ): Promise<string> {
    const staff = staffView(request);
    const definition = peopleList(request.context.language, agency, staff.rights.has('agency.manage'));
    const page = pageAsked(definition, await this.people.of(agency), asked);
    const common = { frame: pageFrame(request), staff, agency, page };
    return renderPage(<PeoplePage {...common} {...props} />);
  }
}

function question(
  request: FastifyRequest,
  agency: EnterpriseNumber,
  { id, reason: name }: Assignment,
  kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
): string {
  const frame = pageFrame(request);
  const t = agencyPeopleTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="agencies"
      title={t('endTitle', { name })}
      action={`/agencies/${agency}/people/${id}`}
      button={t('end')}
      back={`/agencies/${agency}/people`}
      {...kept}
    >
      <p class="lead">{t('endAbout')}</p>
    </ConfirmPage>,
  );
}
