import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiClientsStore } from '#libs/agencies';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { parseApiClientId } from '#libs/kernel';
import type { Right } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { Approvals } from '../approvals/approvals.service.js';
import {
  DECISIONS,
  decisionProblem,
  type ChangeRequest,
  type Decision,
} from '../approvals/change-request.js';
import { readReason } from '../frame/form/reason.js';
import { Typed } from '../frame/form/typed.js';
import { listCsv, sendCsv } from '../frame/list/csv.js';
import { pageOfRows, queryFor, selectRows } from '../frame/list/list.js';
import { staffView } from '../frame/staff-view.js';
import { Staff } from '../staff/declarations.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import { requestList, titleOf } from './request-list.js';
import { RequestPage, type RequestProps } from './request.page.js';
import { RequestsPage } from './requests.page.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The queue of changes that take two people. */
@Controller()
export class RequestsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly clients: ApiClientsStore,
    private readonly staffDesk: StaffDesk,
  ) {}

  @Get('requests')
  @Staff('request.read')
  @HtmlPage()
  async list(@Req() request: FastifyRequest, @Query() asked: unknown): Promise<string> {
    const { definition, rows, query } = await this.rows(request, asked);
    const common = { frame: pageFrame(request), staff: staffView(request) };
    return renderPage(<RequestsPage {...common} definition={definition} page={pageOfRows(rows, query)} />);
  }

  @Get('requests.csv')
  @Staff('request.read')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query() asked: unknown,
  ): Promise<void> {
    const { definition, rows } = await this.rows(request, asked);
    await sendCsv(reply, 'requests', listCsv(definition, rows));
  }

  @Get('requests/:id')
  @Staff('request.read')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query('done') done?: string,
  ): Promise<string> {
    return this.page(request, await this.find(id), { done: done === 'yes' });
  }

  @Post('requests/:id')
  @Staff('request.submit')
  async decide(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const found = await this.find(id);
    const typed = Typed.from(body);
    const decision = typed.oneOf('decision', DECISIONS);
    // The page offers nothing else.
    if (decision === undefined) throw new AppError(httpErrors.BAD_REQUEST);
    await this.staffDesk.demandRight(request, rightFor(decision));
    const text = typed.text('reason');
    const read = readReason(text, new Date());
    if (read.kind === 'invalid') {
      return again(reply, await this.page(request, found, { reason: text, reasonProblem: read.problem }));
    }
    const { reference, address } = request.context;
    const by = { by: staffOf(request).fedId, reason: read.reason, trace: { reference, address } };
    const outcome =
      decision === 'undo' ? await this.approvals.undo(id, by) : await this.approvals.decide(id, decision, by);
    if (outcome.kind === 'refused') {
      return again(reply, await this.page(request, found, { reason: text, problem: outcome.problem }));
    }
    if (outcome.kind === 'waiting')
      return again(reply, await this.page(request, found, { problem: 'waiting' }));
    const next = outcome.kind === 'requested' ? outcome.id : id;
    await reply.redirect(`/requests/${next}?done=yes`, 303);
  }

  private async find(id: string): Promise<ChangeRequest> {
    const found = UUID.test(id) ? await this.approvals.find(id) : undefined;
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }

  private async rows(request: FastifyRequest, asked: unknown) {
    const definition = requestList(pageFrame(request).language, (one) => this.approvals.kindOf(one));
    const query = queryFor(definition, asked);
    return { definition, query, rows: selectRows(definition, await this.approvals.list(), query) };
  }

  private async page(
    request: FastifyRequest,
    found: ChangeRequest,
    more: Partial<RequestProps>,
  ): Promise<string> {
    const frame = pageFrame(request);
    const kind = this.approvals.kindOf(found);
    const by = staffOf(request).fedId;
    const lines = await this.approvals.linesOf(found, frame.language);
    const may = (decision: Decision) =>
      staffOf(request).may(rightFor(decision)) &&
      decisionProblem(decision, found, { by, now: new Date() }) === undefined;
    return renderPage(
      <RequestPage
        frame={frame}
        staff={staffView(request)}
        request={found}
        title={titleOf(kind, found, frame.language)}
        lines={lines}
        decisions={DECISIONS.filter(may)}
        own={found.requestedBy === by || found.responsible === by}
        program={await this.programOf(found)}
        {...more}
      />,
    );
  }

  /** The API client that asked, as its manager called it. */
  private async programOf({ requestedBy }: ChangeRequest): Promise<string | undefined> {
    const parsed = parseApiClientId(requestedBy);
    if (parsed.kind === 'invalid') return undefined;
    return (await this.clients.find(parsed.id, new Date()))?.client.name ?? parsed.id;
  }
}

/** Approving and refusing take a right of their own; who asked may always take it back. */
const rightFor = (decision: Decision): Right =>
  decision === 'approve' || decision === 'refuse' ? 'request.decide' : 'request.submit';

const again = async (reply: FastifyReply, page: string): Promise<void> => {
  await reply.code(422).type('text/html; charset=utf-8').send(page);
};
