import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Disowning, DisownStore } from '#libs/digital-keys';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { renderPage } from '#libs/ui';
import { NotMePage } from './not-me.page.js';

/** Where the link "this was not me" of a mail leads. Who has the link reports; nobody has to sign in for it. */
@Controller('not-me')
@Public()
export class NotMeController {
  constructor(
    private readonly links: DisownStore,
    private readonly disowning: Disowning,
  ) {}

  @Get(':token')
  @HtmlPage()
  async ask(@Req() request: FastifyRequest, @Param('token') token: string): Promise<string> {
    const change = await this.links.find(token, new Date());
    const state = change === undefined ? 'dead' : 'ask';
    return renderPage(<NotMePage frame={pageFrame(request)} state={state} action={`/not-me/${token}`} />);
  }

  @Post(':token')
  async report(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('token') token: string,
  ): Promise<void> {
    const { reference, address } = request.context;
    const outcome = await this.disowning.byLink(token, { reference, address });
    await reply.redirect(outcome === undefined ? `/not-me/${token}` : '/reported', 303);
  }
}

/** After a report. */
@Controller('reported')
@Public()
export class ReportedController {
  @Get()
  @HtmlPage()
  show(@Req() request: FastifyRequest): string {
    return renderPage(<NotMePage frame={pageFrame(request)} state="done" action="" />);
  }
}
