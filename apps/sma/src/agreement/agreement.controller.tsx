import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditWriter } from '#libs/audit';
import { HtmlPage, pageFrame, Person, principalOf } from '#libs/http';
import { AGREEMENT_VERSION, AgreementsStore } from '#libs/people';
import type { SignedInPerson } from '#libs/service-provider';
import { renderPage } from '#libs/ui';
import { AgreementAccepted } from './agreement.audit.js';
import { AgreementPage } from './agreement.page.js';

/** What the person and the service promise each other. */
@Controller('agreement')
@Person(200)
export class AgreementController {
  constructor(
    private readonly agreements: AgreementsStore,
    private readonly audit: AuditWriter,
  ) {}

  @Get()
  @HtmlPage()
  async show(@Req() request: FastifyRequest, @Query('for') wanted?: string): Promise<string> {
    const { fedId } = principalOf<SignedInPerson>(request);
    const [accepted] = await this.agreements.ofPerson(fedId);
    const frame = pageFrame(request);
    return renderPage(<AgreementPage frame={frame} accepted={accepted} wanted={known(wanted)} />);
  }

  @Post()
  async accept(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('for') wanted?: string,
  ): Promise<void> {
    const { fedId } = principalOf<SignedInPerson>(request);
    const { reference, address } = request.context;
    await this.agreements.accept(fedId, AGREEMENT_VERSION);
    const data = { version: AGREEMENT_VERSION };
    await this.audit.record(AgreementAccepted, { reference, address, subject: fedId, data });
    const kind = known(wanted);
    await reply.redirect(kind === undefined ? '/overview/' : `/keys/new/${kind}`, 303);
  }
}

/** A kind of key and nothing else goes into an address. */
const known = (text: string | undefined): string | undefined =>
  text !== undefined && /^[a-z]{1,20}$/.test(text) ? text : undefined;
