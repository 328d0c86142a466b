import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authorisation } from '#libs/agencies';
import { AuditWriter } from '#libs/audit';
import { AppError, HtmlPage, httpErrors, pageFrame } from '#libs/http';
import type { EnterpriseNumber } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { Problems, Typed } from '../../frame/form/typed.js';
import { sendFile } from '../../frame/list/csv.js';
import { staffView } from '../../frame/staff-view.js';
import { BasisDocumentAdded, BasisDocumentRead } from '../../onboarding/onboarding.audit.js';
import { Staff } from '../../staff/declarations.js';
import { recordStaffAction } from '../../staff/staff-actions.js';
import { staffOf } from '../../staff/staff-member.js';
import { AgenciesService } from '../agencies.service.js';
import { AgencyDesk } from '../agency-desk.js';
import { DocumentPage, type DocumentProps } from './document.page.js';
import { documentIn, documentProblem } from './pdf-file.js';

/** The texts of authorisations: handed in by the agency, read by its managers and the service desk. */
@Controller('agencies/:number')
export class DocumentsController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly desk: AgencyDesk,
    private readonly audit: AuditWriter,
  ) {}

  @Get('documents/:document')
  @Staff('agency.documents')
  async read(
    @Param('number') text: string,
    @Param('document') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { number: agency } = await this.desk.agency(request, text, 'agency.documents');
    const found = (await this.agencies.documents.ofAgency(agency)).find((one) => one.id === id);
    const content = found && (await this.agencies.documents.read(agency, id));
    if (found === undefined || content === undefined) throw new AppError(httpErrors.NOT_FOUND);
    const data = { document: id, hash: found.hash };
    await recordStaffAction(this.audit, request, BasisDocumentRead, { agency, data });
    const name = `authorisation-${id.slice(0, 8)}.pdf`;
    await sendFile(reply, { name, type: 'application/pdf', content });
  }

  @Get('bases/:basis/document')
  @Staff('agency.manage')
  @HtmlPage()
  async ask(
    @Param('number') text: string,
    @Param('basis') id: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const { number } = await this.desk.agency(request, text, 'agency.manage');
    return page(request, number, await this.basis(number, id));
  }

  @Post('bases/:basis/document')
  @Staff('agency.manage')
  @HttpCode(422)
  @HtmlPage()
  async add(
    @Param('number') text: string,
    @Param('basis') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { number: agency } = await this.desk.agency(request, text, 'agency.manage');
    const basis = await this.basis(agency, id);
    const bytes = documentIn(Typed.from(request.body).text('document'));
    const problem = bytes === undefined ? 'missing' : documentProblem(bytes);
    if (bytes === undefined || problem !== undefined) {
      await reply.send(page(request, agency, basis, new Problems({ document: problem })));
      return;
    }
    const { kind, reference } = basis;
    const added = { agency, kind, reference, bytes, by: staffOf(request).fedId };
    const { id: document, hash } = await this.agencies.documents.add(added);
    await recordStaffAction(this.audit, request, BasisDocumentAdded, { agency, data: { document, hash } });
    await reply.redirect(`/agencies/${agency}`, 303);
  }

  private async basis(agency: EnterpriseNumber, id: string): Promise<Authorisation> {
    const found = (await this.agencies.bases(agency)).find((basis) => basis.id === id);
    if (found === undefined) throw new AppError(httpErrors.NOT_FOUND);
    return found;
  }
}

const page = (
  request: FastifyRequest,
  agency: EnterpriseNumber,
  basis: Authorisation,
  problems: DocumentProps['problems'] = new Problems(),
): string =>
  renderPage(
    <DocumentPage frame={pageFrame(request)} staff={staffView(request)} {...{ agency, basis, problems }} />,
  );
