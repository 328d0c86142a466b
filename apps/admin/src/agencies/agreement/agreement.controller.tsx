import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import { reaches } from '#libs/staff';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../../frame/form/typed.js';
import { sendFile } from '../../frame/list/csv.js';
import { staffView } from '../../frame/staff-view.js';
import { Staff } from '../../staff/declarations.js';
import { staffOf } from '../../staff/staff-member.js';
import { AgencyDesk } from '../agency-desk.js';
import { AgreementDesk } from './agreement-desk.js';
import { AGREEMENT_VERSION } from './agreement.js';
import { AgreementPage } from './agreement.page.js';
import { agreementPdf } from './agreement.pdf.js';
import { signProblems, type SignMessage } from './sign-form.js';

/** The user agreement of one agency: to read, to sign, to keep. */
@Controller('agencies/:number')
export class AgreementController {
  constructor(
    private readonly desk: AgencyDesk,
    private readonly agreement: AgreementDesk,
  ) {}

  @Get('agreement')
  @Staff('agency.read')
  @HtmlPage()
  async show(@Param('number') number: string, @Req() request: FastifyRequest): Promise<string> {
    return this.page(request, number, Typed.of({}), new Problems());
  }

  @Get('agreement.pdf')
  @Staff('agency.read')
  async pdf(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('signature') asked?: string,
  ): Promise<void> {
    const agency = await this.desk.agency(request, number, 'agency.read');
    const signatures = await this.agreement.signaturesOf(agency.number);
    const signature =
      asked === undefined
        ? signatures.find(({ version }) => version === AGREEMENT_VERSION)
        : signatures.find(({ id }) => id === asked);
    if (asked !== undefined && signature === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const content = await agreementPdf(agency, signature, request.context.language);
    await sendFile(reply, { name: `csam-${agency.number}.pdf`, type: 'application/pdf', content });
  }

  @Post('agreement')
  @Staff('agency.sign')
  @HttpCode(422)
  @HtmlPage()
  async sign(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agency = await this.desk.agency(request, number, 'agency.sign');
    const typed = Typed.from(request.body);
    const problems = signProblems(typed);
    if (problems.any) {
      await reply.send(await this.page(request, number, typed, problems));
      return;
    }
    const signer = { name: typed.text('name'), function: typed.text('function') };
    await this.agreement.sign(request, agency.number, signer);
    await reply.redirect(`/agencies/${agency.number}/agreement`, 303);
  }

  private async page(
    request: FastifyRequest,
    number: string,
    typed: Typed,
    problems: Problems<SignMessage>,
  ): Promise<string> {
    const agency = await this.desk.agency(request, number, 'agency.read');
    const signatures = await this.agreement.signaturesOf(agency.number);
    const reach = staffOf(request).reach('agency.sign');
    const maySign = reaches(reach, { kind: 'agency', agency: agency.number });
    return renderPage(
      <AgreementPage
        frame={pageFrame(request)}
        staff={staffView(request)}
        {...{ agency, signatures, maySign, typed, problems }}
      />,
    );
  }
}
