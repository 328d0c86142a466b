import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HtmlPage, pageFrame, Public } from '#libs/http';
import { readMailAddress } from '#libs/digital-keys';
import { renderPage } from '#libs/ui';
import { RecoveryAdvicePage, RecoveryMailPage, RecoveryStartPage } from './recovery.pages.js';
import { RecoveryRequests } from './recovery-requests.js';

/** For whoever cannot sign in any more: what can be done in each case. */
@Controller('recovery')
@Public()
export class RecoveryController {
  constructor(private readonly requests: RecoveryRequests) {}

  @Get()
  @HtmlPage()
  show(@Req() request: FastifyRequest): string {
    return renderPage(<RecoveryStartPage frame={pageFrame(request)} />);
  }

  @Get('mail')
  @HtmlPage()
  askMail(@Req() request: FastifyRequest): string {
    return renderPage(<RecoveryMailPage frame={pageFrame(request)} state={{ kind: 'ask' }} />);
  }

  @Post('mail')
  async mail(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() form: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    const typed = form.email ?? '';
    const address = readMailAddress(typed);
    if (address === undefined) {
      const state = { kind: 'ask' as const, problem: true, typed };
      const page = renderPage(<RecoveryMailPage frame={pageFrame(request)} state={state} />);
      return void (await reply.code(422).type('text/html; charset=utf-8').send(page));
    }
    const { reference, address: network, language } = request.context;
    await this.requests.ask(address, language, { reference, address: network });
    await reply.redirect('/recovery/sent', 303);
  }

  /** The same for everybody. */
  @Get('sent')
  @HtmlPage()
  sent(@Req() request: FastifyRequest): string {
    return renderPage(<RecoveryMailPage frame={pageFrame(request)} state={{ kind: 'sent' }} />);
  }

  @Get('lost')
  @HtmlPage()
  lost(@Req() request: FastifyRequest): string {
    return renderPage(<RecoveryAdvicePage frame={pageFrame(request)} about="lost" />);
  }

  @Get('office')
  @HtmlPage()
  office(@Req() request: FastifyRequest): string {
    return renderPage(<RecoveryAdvicePage frame={pageFrame(request)} about="office" />);
  }
}
