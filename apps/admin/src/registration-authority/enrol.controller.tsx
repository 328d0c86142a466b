import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { days } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import { Staff } from '../staff/declarations.js';
import { StaffDesk } from '../staff/staff-desk.js';
import { staffOf } from '../staff/staff-member.js';
import { ComparePage, type CompareProps } from './compare.page.js';
import { PaperPage } from './paper.page.js';
import { PresentPage, type PresentProps } from './present.page.js';
import { readConfirmed, readPresented } from './registration-rules.js';
import { RegistrationService, type AtOffice } from './registration.service.js';

const PRESENTED = ['number', 'documentType', 'country', 'documentNumber', 'expiry'];
/** As long as the activation lives. */
const PAPER_LIFE = days(14);

/** An officer registers who stands at the counter: document, comparison, paper. */
@Controller('registration')
export class EnrolController {
  constructor(
    private readonly service: RegistrationService,
    private readonly desk: StaffDesk,
  ) {}

  @Get('offices/:office/new')
  @Staff('registration.enrol')
  @HtmlPage()
  async ask(@Req() request: FastifyRequest, @Param('office') office: string): Promise<string> {
    await this.demand(request, office);
    return this.presentPage(request, { office });
  }

  @Post('offices/:office/new')
  @Staff('registration.enrol')
  async present(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('office') office: string,
    @Body() body: unknown,
  ): Promise<void> {
    await this.demand(request, office);
    const typed = Typed.from(body);
    const kept = Object.fromEntries(PRESENTED.map((name) => [name, typed.text(name)]));
    const read = readPresented(typed, new Date());
    if (read.kind === 'invalid') {
      return again(reply, this.presentPage(request, { office, typed: kept, problems: read.problems }));
    }
    const outcome = await this.service.present(read.presented, at(request, office));
    if (outcome.kind === 'refused') {
      return again(reply, this.presentPage(request, { office, typed: kept, refused: outcome.problem }));
    }
    await reply.redirect(`/registration/drafts/${outcome.draft}`, 303);
  }

  @Get('drafts/:draft')
  @Staff('registration.enrol')
  @HtmlPage()
  compare(@Req() request: FastifyRequest, @Param('draft') id: string): Promise<string> {
    return this.comparePage(request, id, {});
  }

  @Post('drafts/:draft')
  @Staff('registration.enrol')
  async register(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('draft') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const draft = await this.draft(request, id);
    const typed = Typed.from(body);
    const hasKeys = (await this.service.activeKeys(draft.fedId)).length > 0;
    const read = readConfirmed(typed, { hasKeys });
    if (read.kind === 'invalid') {
      return again(reply, await this.comparePage(request, id, { typed, problems: read.problems }));
    }
    const { confirmed } = read;
    const outcome = await this.service.register(id, confirmed, at(request, draft.office));
    if (outcome.kind === 'over') throw new AppError(httpErrors.NOT_FOUND);
    if (outcome.kind === 'refused') {
      return again(reply, await this.comparePage(request, id, { typed, refused: outcome.problem }));
    }
    const page = (
      <PaperPage
        frame={pageFrame(request)}
        staff={staffView(request)}
        office={draft.office}
        code={outcome.code}
        language={confirmed.language}
        until={new Date(Date.now() + PAPER_LIFE)}
      />
    );
    await html(reply).code(200).header('cache-control', 'no-store').send(renderPage(page));
  }

  private async demand(request: FastifyRequest, office: string): Promise<void> {
    await this.desk.demand(request, 'registration.enrol', { kind: 'office', office });
  }

  private async draft(request: FastifyRequest, id: string) {
    const draft = await this.service.find(id, staffOf(request).fedId);
    if (draft === undefined) throw new AppError(httpErrors.NOT_FOUND);
    await this.demand(request, draft.office);
    return draft;
  }

  private presentPage(request: FastifyRequest, props: Omit<PresentProps, 'frame' | 'staff'>): string {
    return renderPage(<PresentPage frame={pageFrame(request)} staff={staffView(request)} {...props} />);
  }

  private async comparePage(
    request: FastifyRequest,
    id: string,
    props: Partial<CompareProps>,
  ): Promise<string> {
    const draft = await this.draft(request, id);
    const keys = (await this.service.activeKeys(draft.fedId)).length;
    const common = { frame: pageFrame(request), staff: staffView(request), id, draft, keys };
    return renderPage(<ComparePage {...common} {...props} />);
  }
}

const html = (reply: FastifyReply) => reply.type('text/html; charset=utf-8');

const again = async (reply: FastifyReply, page: string): Promise<void> => {
  await html(reply).code(422).send(page);
};

function at(request: FastifyRequest, office: string): AtOffice {
  const { reference, address, language } = request.context;
  return { reference, address, language, office, officer: staffOf(request).fedId };
}
