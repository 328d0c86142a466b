import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { readMessages } from '#libs/operations';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { pageAsked } from '../frame/list/list.js';
import { staffView } from '../frame/staff-view.js';
import { REPORT_RIGHT } from '../reports/report-access.js';
import { Staff } from '../staff/declarations.js';
import { recordStaffAction } from '../staff/staff-actions.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import { capList } from './cap-list.js';
import { CapPage, CapsPage, type CapProblem } from './caps.page.js';
import { SmsCapSet } from './sms-cost.audit.js';
import { SmsCostDesk, type CappedApplication } from './sms-cost-desk.js';

const MAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,180}\.[^\s@<>"]{2,}$/;

/** Caps on text messages: whoever manages an application says how many are expected. */
@Controller('sms-cost/caps')
export class CapsController {
  constructor(
    private readonly desk: SmsCostDesk,
    private readonly staff: StaffDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @Staff(REPORT_RIGHT)
  @HtmlPage()
  async list(
    @Req() request: FastifyRequest,
    @Query() asked: unknown,
    @Query('done') done?: string,
  ): Promise<string> {
    const staff = staffView(request);
    const definition = capList(request.context.language, staff.rights.has('application.manage'));
    const page = pageAsked(definition, await this.desk.capped(staffOf(request)), asked);
    return renderPage(
      <CapsPage frame={pageFrame(request)} staff={staff} page={page} kept={done === 'yes'} />,
    );
  }

  @Get(':id')
  @Staff('application.manage')
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    const application = await this.find(request, id);
    const { cap } = application;
    const typed = Typed.of(cap ? { messages: String(cap.messages), address: cap.address ?? '' } : {});
    return page(request, { application, typed, problems: new Problems<CapProblem>() });
  }

  @Post(':id')
  @Staff('application.manage')
  async set(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const application = await this.find(request, id);
    const typed = Typed.from(body);
    const messages = readMessages(typed.text('messages'));
    const address = typed.text('address');
    const problems = new Problems<CapProblem>({
      messages: messages === undefined ? 'messagesWrong' : undefined,
      address: MAIL.test(address) ? undefined : 'addressWrong',
    });
    if (messages === undefined || problems.any) {
      const answer = page(request, { application, typed, problems });
      return void (await reply.code(422).type('text/html; charset=utf-8').send(answer));
    }
    const agency = application.agency.number;
    const { language } = pageFrame(request);
    await this.desk.setCap({ application: id, agency, messages, address, language }, staffOf(request).fedId);
    await recordStaffAction(this.audit, request, SmsCapSet, { agency, application: id, data: { messages } });
    await reply.redirect('/sms-cost/caps?done=yes', 303);
  }

  /** Of those that somebody may read of; that they may change it as well is asked apart. */
  private async find(request: FastifyRequest, id: string): Promise<CappedApplication> {
    const found = (await this.desk.capped(staffOf(request))).find((each) => each.id === id);
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.staff.demand(request, 'application.manage', { kind: 'agency', agency: found.agency.number });
    return found;
  }
}

function page(
  request: FastifyRequest,
  props: { application: CappedApplication; typed: Typed; problems: Problems<CapProblem> },
): string {
  return renderPage(<CapPage frame={pageFrame(request)} staff={staffView(request)} {...props} />);
}
