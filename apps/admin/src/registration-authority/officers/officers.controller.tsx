import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { parsePersonNumber, type FedId } from '#libs/kernel';
import { PeopleStore } from '#libs/people';
import { StaffStore } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { Approvals } from '../../approvals/approvals.service.js';
import { ConfirmPage, type ConfirmProps } from '../../frame/form/confirm.page.js';
import { readReason } from '../../frame/form/reason.js';
import { Problems, Typed } from '../../frame/form/typed.js';
import { pageAsked } from '../../frame/list/list.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { StaffDesk } from '../../staff/staff-desk.js';
import { staffOf } from '../../staff/staff-member.js';
import { officerChange, officerSubject } from './officer-change.js';
import { officerList } from './officer-list.js';
import { OfficersPage, type OfficerProblem, type OfficersProps } from './officers.page.js';
import { officersTexts } from './officers.texts.js';

/** Officers of an office: proposed by its head, approved by the service desk. */
@Controller('registration/offices/:office/officers')
export class OfficersController {
  constructor(
    private readonly staff: StaffStore,
    private readonly people: PeopleStore,
    private readonly approvals: Approvals,
    private readonly desk: StaffDesk,
  ) {}

  @Get()
  @Staff('registration.read')
  @HtmlPage()
  async show(
    @Req() request: FastifyRequest,
    @Param('office') office: string,
    @Query() asked: unknown,
  ): Promise<string> {
    await this.desk.demand(request, 'registration.read', { kind: 'office', office });
    return this.page(request, office, {}, asked);
  }

  @Post()
  @Staff('registration.appoint')
  async appoint(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('office') office: string,
    @Body() body: unknown,
  ): Promise<void> {
    await this.desk.demand(request, 'registration.appoint', { kind: 'office', office });
    const typed = Typed.from(body);
    const [name, reason] = [typed.text('name'), readReason(typed.text('reason'), new Date())];
    const fedId = await this.known(typed.text('number'));
    const problems = new Problems<OfficerProblem>({
      name: isName(name) ? undefined : 'nameWrong',
      number: fedId === undefined ? 'numberWrong' : undefined,
      reason: reason.kind === 'invalid' ? 'reasonWrong' : undefined,
    });
    if (problems.any || fedId === undefined || reason.kind === 'invalid') {
      const kept = { name, number: typed.text('number'), reason: typed.text('reason') };
      return answer(reply, 422, await this.page(request, office, { typed: kept, problems }));
    }
    const after = { fedId, office, name };
    const told = await this.ask(request, { fedId, office, after, reason: reason.reason });
    await answer(reply, 200, await this.page(request, office, { told }));
  }

  @Get(':id')
  @Staff('registration.appoint')
  @HtmlPage()
  async askEnd(
    @Req() request: FastifyRequest,
    @Param() { office, id }: { office: string; id: string },
  ): Promise<string> {
    await this.officer(request, office, id);
    return question(request, office, id);
  }

  @Post(':id')
  @Staff('registration.appoint')
  async end(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param() { office, id }: { office: string; id: string },
    @Body() body: unknown,
  ): Promise<void> {
    const { fedId } = await this.officer(request, office, id);
    const text = Typed.from(body).text('reason');
    const read = readReason(text, new Date());
    if (read.kind === 'invalid') {
      return answer(reply, 422, question(request, office, id, { reason: text, problem: read.problem }));
    }
    const told = await this.ask(request, { fedId, office, after: undefined, reason: read.reason });
    await answer(reply, 200, await this.page(request, office, { told }));
  }

  private async ask(
    request: FastifyRequest,
    { fedId, office, after, reason }: { fedId: FedId; office: string; after: OfficerAfter; reason: string },
  ): Promise<'asked' | 'waiting'> {
    const { reference, address } = request.context;
    const wanted = {
      kind: officerChange,
      subject: officerSubject({ office, fedId }),
      after,
      reason,
      by: staffOf(request).fedId,
    };
    const outcome = await this.approvals.request(wanted, { reference, address });
    return outcome.kind === 'waiting' ? 'waiting' : 'asked';
  }

  private async known(number: string): Promise<FedId | undefined> {
    const parsed = parsePersonNumber(number, { today: new Date() });
    return parsed.kind === 'valid' ? (await this.people.findByNumber(parsed.number))?.fedId : undefined;
  }

  private async officer(request: FastifyRequest, office: string, id: string) {
    await this.desk.demand(request, 'registration.appoint', { kind: 'office', office });
    const found = (await this.officersOf(office)).find((officer) => officer.id === id);
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }

  private async officersOf(office: string) {
    return (await this.staff.ofOffice(office)).filter(({ role }) => role === 'lra-officer');
  }

  private async page(
    request: FastifyRequest,
    office: string,
    props: Partial<OfficersProps>,
    asked: unknown = {},
  ): Promise<string> {
    const staff = staffView(request);
    const appoints = staff.rights.has('registration.appoint');
    const { language } = request.context;
    const definition = officerList({ language, office, appoints, now: new Date() });
    const page = pageAsked(definition, await this.officersOf(office), asked);
    return renderPage(
      <OfficersPage frame={pageFrame(request)} {...{ staff, office, definition, page }} {...props} />,
    );
  }
}

type OfficerAfter = { fedId: FedId; office: string; name: string } | undefined;

const isName = (name: string): boolean => name.length >= 2 && name.length <= 80 && /\p{L}/u.test(name);

const answer = async (reply: FastifyReply, status: number, page: string): Promise<void> => {
  await reply.code(status).type('text/html; charset=utf-8').send(page);
};

function question(
  request: FastifyRequest,
  office: string,
  id: string,
  kept: Pick<ConfirmProps, 'reason' | 'problem'> = {},
): string {
  const frame = pageFrame(request);
  const t = officersTexts.in(frame.language);
  return renderPage(
    <ConfirmPage
      frame={frame}
      staff={staffView(request)}
      section="registration"
      title={t('endTitle')}
      action={`/registration/offices/${office}/officers/${id}`}
      button={t('end')}
      back={`/registration/offices/${office}/officers`}
      {...kept}
    >
      <p class="lead">{t('endAbout')}</p>
    </ConfirmPage>,
  );
}
