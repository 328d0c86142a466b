import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiClient, RegisteredAgency } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { parseEnterpriseNumber } from '#libs/kernel';
import type { Right } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { AgenciesService } from '../../agencies/agencies.service.js';
import { ConfirmPage, type ConfirmProps } from '../../frame/form/confirm.page.js';
import { readReason } from '../../frame/form/reason.js';
import { Typed } from '../../frame/form/typed.js';
import { pageAsked } from '../../frame/list/list.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { StaffDesk } from '../../staff/staff-desk.js';
import { staffOf } from '../../staff/staff-member.js';
import { ApiClientMade, ApiClientWithdrawn } from '../access/api.audit.js';
import { ApiClientsService } from './api-clients.service.js';
import { readClient } from './client-form.js';
import { clientTexts } from './client.texts.js';
import { clientList } from './client-list.js';
import { ClientsPage, type ClientsProps } from './clients.page.js';
import { MadeClientPage } from './made-client.page.js';

/** The programs of an agency: a manager makes them and withdraws them. */
@Controller('agencies/:number/api-clients')
export class ApiClientsController {
  constructor(
    private readonly clients: ApiClientsService,
    private readonly agencies: AgenciesService,
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
  @HtmlPage()
  async make(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<string> {
    const agency = await this.agency(request, number, 'agency.manage');
    const typed = Typed.from(body);
    const read = readClient(typed, this.clients.clock.now());
    if (read.kind === 'invalid') {
      reply.status(422);
      return this.page(request, agency, { typed, problems: read.problems });
    }
    const { wish } = read;
    const made = await this.clients.make(agency.number, wish, staffOf(request).fedId);
    await recordStaffAction(this.audit, request, ApiClientMade, {
      agency: agency.number,
      data: {
        client: made.id,
        rights: wish.rights,
        proof: made.secret === undefined ? 'key' : 'secret',
        endsAt: wish.endsAt.toISOString(),
        reason: wish.reason,
      },
    });
    reply.status(200);
    const common = { frame: pageFrame(request), staff: staffView(request), agency: agency.number };
    return renderPage(<MadeClientPage {...common} made={made} />);
  }

  @Get(':id')
  @Staff('agency.manage')
  @HtmlPage()
  async ask(
    @Req() request: FastifyRequest,
    @Param() { number, id }: { number: string; id: string },
  ): Promise<string> {
    const agency = await this.agency(request, number, 'agency.manage');
    return question(request, await this.client(agency, id));
  }

  @Post(':id')
  @Staff('agency.manage')
  @HtmlPage()
  async withdraw(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { number, id }: { number: string; id: string },
    @Body() body: unknown,
  ): Promise<void> {
    const agency = await this.agency(request, number, 'agency.manage');
    const client = await this.client(agency, id);
    const reason = Typed.from(body).text('reason');
    const read = readReason(reason, this.clients.clock.now());
    if (read.kind === 'invalid') {
      await reply.status(422).send(question(request, client, { reason, problem: read.problem }));
      return;
    }
    if (await this.clients.withdraw(agency.number, client.id, staffOf(request).fedId)) {
      await recordStaffAction(this.audit, request, ApiClientWithdrawn, {
        agency: agency.number,
        data: { client: client.id, reason: read.reason },
      });
    }
    await reply.redirect(`/agencies/${agency.number}/api-clients`, 303);
  }

  private async agency(request: FastifyRequest, text: string, right: Right): Promise<RegisteredAgency> {
    const parsed = parseEnterpriseNumber(text);
    if (parsed.kind === 'invalid') throw new AppError(httpErrors.NOT_FOUND);
    await this.desk.demand(request, right, { kind: 'agency', agency: parsed.number });
    const agency = await this.agencies.find(parsed.number);
    if (agency === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return agency;
  }

  private async client({ number }: RegisteredAgency, id: string): Promise<ApiClient> {
    const found = (await this.clients.of(number)).find((one) => one.id === id);
    if (found === undefined || found.withdrawnAt !== undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }

  private async page(
    request: FastifyRequest,
    { number: agency, state: agencyState }: RegisteredAgency,
    more: Partial<ClientsProps> = {},
    asked: unknown = {},
  ): Promise<string> {
    const staff = staffView(request);
    const now = this.clients.clock.now();
    const { language } = request.context;
    const manages = staff.rights.has('agency.manage');
    const definition = clientList({ language, agency, agencyState, manages, now });
    const page = pageAsked(definition, await this.clients.of(agency), asked);
    const common = { frame: pageFrame(request), staff, agency, agencyState, page, now };
    return renderPage(<ClientsPage {...common} {...more} />);
  }
}

function question(
  request: FastifyRequest,
  { id, agency, name }: ApiClient,
  kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
): string {
  const frame = pageFrame(request);
  const t = clientTexts.in(frame.language);
  const back = `/agencies/${agency}/api-clients`;
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="agencies"
      title={t('askWithdraw', { name })}
      action={`${back}/${id}`}
      button={t('withdraw')}
      back={back}
      {...kept}
    >
      <p class="lead">{t('followsWithdraw')}</p>
    </ConfirmPage>,
  );
}
